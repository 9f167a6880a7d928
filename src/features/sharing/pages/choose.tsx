import { href, type Visit } from '../../../platform/visit.ts'
import { lineRoles, rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Radios } from '../../../ui/components/Checkbox.tsx'
import { CheckMatrix } from '../../../ui/components/CheckMatrix.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { PostForm } from '../../house/form.tsx'
import type { Way } from '../input.ts'
import type { LineRole, RecordState } from '../items.ts'
import type { SharedKind } from '../kinds.ts'
import { sharingPhrases } from '../phrases.ts'
import type { KeptChange } from '../queries.ts'
import { stateText } from '../words.ts'
import { sharingFrame } from './frame.tsx'
import { ChangesTable } from './history.tsx'

export interface Choose {
  kind: SharedKind
  rows: { id: string; name: string; state: RecordState }[]
  share: Way | ''
  roles: LineRole[]
  errors: { field: 'share' | 'roles-occupational_pension'; message: string }[]
  /** Of a single record: what was done with it before. */
  past?: KeptChange[]
}

/** «Veröffentlichen für …»: who is to see the chosen records. */
export function choosePage(visit: Omit<Visit, 'db'>, choose: Choose) {
  const t = sharingPhrases(visit.language)
  const { kind, rows, errors, past } = choose
  const subject = { scope: kind.kind, company: null }
  return sharingFrame(visit, subject, {
    title: t.choose_title(rows.length),
    lead: t.choose_lead,
    error: errors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={errors} />
        <Card id="chosen" title={t.chosen} flush>
          <DataTable
            caption={t.chosen}
            columns={[
              { key: 'record', label: t.record },
              { key: 'now', label: t.now },
            ]}
            rows={rows.map(({ id, name, state }) => ({
              key: id,
              href: href(visit, `${kind.list.path}/${id}`),
              cells: [name, stateText(state, visit.language)],
            }))}
          />
        </Card>
        <ChooseForm visit={visit} choose={choose} />
        {past && past.length > 0 && (
          <Card id="past" title={t.history} flush>
            <ChangesTable visit={visit} changes={past} />
          </Card>
        )}
      </div>
    ),
  })
}

function ChooseForm({ visit, choose }: { visit: Omit<Visit, 'db'>; choose: Choose }) {
  const t = sharingPhrases(visit.language)
  const names = rolePhrases(visit.language)
  const { kind, rows, share, roles, errors } = choose
  const error = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <PostForm visit={visit as Visit} path={`/sharing${kind.list.path}/check`} class="form">
      {rows.map(({ id }) => (
        <input key={id} type="hidden" name="row" value={id} />
      ))}
      <Radios
        name="share"
        legend={t.who}
        value={share}
        error={error('share')}
        options={[
          { value: 'line', label: t.share_line, hint: t.share_line_hint },
          { value: 'roles', label: t.share_roles, hint: t.share_roles_hint },
          { value: 'confidential', label: t.make_confidential, hint: t.share_confidential_hint },
          { value: 'hidden', label: t.hide, hint: t.share_hidden_hint },
        ]}
      />
      <CheckMatrix
        legend={t.roles}
        hint={error('roles-occupational_pension')}
        rows={lineRoles.map((role) => ({ name: 'roles', value: role, label: names[role], checked: roles.includes(role) }))}
      />
      <div class="row">
        <Button kind="primary">{t.check}</Button>
        <LinkButton href={href(visit, rows.length === 1 ? `${kind.list.path}/${rows[0]!.id}` : kind.list.path)}>
          {t.back}
        </LinkButton>
      </div>
    </PostForm>
  )
}
