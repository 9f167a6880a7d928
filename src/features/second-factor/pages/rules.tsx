import type { Visit } from '../../../platform/visit.ts'
import { rolePhrases } from '../../../records/roles.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { PostForm } from '../../house/form.tsx'
import { settingsFrame } from '../../settings/frame.tsx'
import { settingsPhrases } from '../../settings/phrases.ts'
import { type Holders, type RuledRole, ruledRoles } from '../rules.ts'
import { rulesPhrases } from '../rules-phrases.ts'

export interface RulesForm {
  rules: RuledRole[]
  ticked: RuledRole[]
  holders: Holders
  may: boolean
  done?: boolean
  error?: 'unreadable' | 'conflict'
}

/** For which portal roles the brokerage asks for a second factor. */
export function rulesPage(visit: Omit<Visit, 'db'>, { rules, ticked, holders, may, done, error }: RulesForm) {
  const t = rulesPhrases(visit.language)
  const name = (role: RuledRole) => (role === 'customer' ? t.everybody : rolePhrases(visit.language)[role])
  const now = rules.length > 0 ? rules.map(name).join(', ') : t.nobody
  const message = error === 'conflict' ? t.error_conflict(now) : error && t.error_unreadable
  const boxes = (
    <>
      <fieldset class="stack">
        <legend>{t.legend}</legend>
        {ruledRoles.map((role) => {
          const held = holders.get(role)
          return (
            <Checkbox
              key={role}
              name="roles"
              value={role}
              label={name(role)}
              hint={t.holders(held?.people ?? 0, held?.ready ?? 0)}
              checked={ticked.includes(role)}
              disabled={!may}
            />
          )
        })}
      </fieldset>
      <p class="hint">{t.recommended}</p>
      <p class="hint">{t.when}</p>
    </>
  )
  return settingsFrame(visit, {
    section: { key: 'sign_in', path: '/settings/sign-in' },
    lead: t.lead,
    done: done ? t.saved : null,
    error: message !== undefined,
    children: (
      <div class="stack">
        {message && <ErrorSummary errors={[{ field: 'roles-customer', message }]} />}
        <Card id="rules" title={settingsPhrases(visit.language).sign_in}>
          {may ? (
            <PostForm visit={visit as Visit} path="/settings/sign-in" class="form" dirty>
              <input type="hidden" name="seen" value={rules.join()} />
              {boxes}
              <Button kind="primary">{t.save}</Button>
            </PostForm>
          ) : (
            <div class="form">
              {boxes}
              <p class="hint">{t.read_only}</p>
            </div>
          )}
        </Card>
      </div>
    ),
  })
}
