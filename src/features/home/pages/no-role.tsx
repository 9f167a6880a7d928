import type { Customer } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { lineRoles, rolePhrases } from '../../../records/roles.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { cardPhrases } from '../cards-phrases.ts'
import { whom } from '../whom.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  person: Customer
  userManagers: string[]
}

/** For somebody whose roles open no records: which role opens what, and who gives it. */
export function NoRoleCard({ visit, person, userManagers }: Props) {
  const t = cardPhrases(visit.language)
  const roles = rolePhrases(visit.language)
  return (
    <Card id="home-no-role" title={t.no_role_title}>
      <div class="prose">
        {person.roles.has('group_manager') && <p>{t.no_role_group}</p>}
        <p>{t.no_role_text}</p>
        <ul>
          {([...lineRoles, 'full_access'] as const).map((role) => (
            <li key={role}>
              <strong>{roles[role]}</strong>: {roles[`${role}_hint`]}
            </li>
          ))}
        </ul>
        <p>{whom(visit.language, person, userManagers)}</p>
        <div class="row">
          <LinkButton href={href(visit, '/requests/new?category=access_question')} icon="key-round">
            {t.ask_access}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}
