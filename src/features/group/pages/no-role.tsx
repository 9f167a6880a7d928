import type { Customer } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { cardPhrases } from '../../home/cards-phrases.ts'
import { whom } from '../../home/whom.ts'
import { portalPage } from '../../house/page.tsx'
import { groupPhrases } from '../phrases.ts'

/** A Konzernmanager without a role for any line: the group is in reach, but nothing in it (domain, part 1, no. 3). */
export function noRolePage(visit: Omit<Visit, 'db'>, person: Customer, userManagers: string[]) {
  const t = groupPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'group',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: (
      <EmptyState
        icon="lock"
        title={t.no_role}
        text={`${t.no_role_text} ${whom(visit.language, person, userManagers)}`}
        action={
          <LinkButton href={href(visit, '/requests/new?category=access_question')} icon="key-round">
            {cardPhrases(visit.language).ask_access}
          </LinkButton>
        }
      />
    ),
  })
}
