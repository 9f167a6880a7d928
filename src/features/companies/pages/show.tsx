import { languageNames } from '../../../platform/language.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge, type BadgeKind } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import type { AccountState } from '../../contacts/queries.ts'
import { portalPage } from '../../house/page.tsx'
import { mayRegisterUserManager } from '../access.ts'
import { companyPhrases } from '../phrases.ts'
import type { Company, Person, TreeEntry } from '../queries.ts'

type View = Omit<Visit, 'db'>

interface Props {
  company: Company
  holding: TreeEntry[]
  people: Person[]
}

/** One customer: facts, where it stands in its holding, its people and their accounts (interface B3). */
export function showPage(visit: View, { company, holding, people }: Props) {
  const t = companyPhrases(visit.language)
  const register = mayRegisterUserManager(visit.actor) && (
    <LinkButton href={href(visit, `/companies/${company.id}/user-manager`)} icon="user-plus" kind="primary">
      {t.register}
    </LinkButton>
  )
  return portalPage(visit, {
    title: company.name,
    area: 'companies',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/companies') }, { label: company.name }],
    badge: company.state === 'archived' && <Badge>{t.archived}</Badge>,
    actions: register,
    children: (
      <div class="stack">
        {company.user_managers === 0 && company.state === 'active' && (
          <Note kind="warn" announce={false}>
            <p>{t.no_user_manager}</p>
          </Note>
        )}
        <div class={holding.length > 1 ? 'split wide-first' : undefined}>
          <CompanyFacts visit={visit} company={company} />
          {holding.length > 1 && <Holding visit={visit} holding={holding} current={company.id} />}
        </div>
        <People visit={visit} company={company} people={people} />
      </div>
    ),
  })
}

function CompanyFacts({ visit, company }: { visit: View; company: Company }) {
  const t = companyPhrases(visit.language)
  const address = [company.street, [company.postal_code, company.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const manager = company.account_manager_email ? (
    <a href={`mailto:${company.account_manager_email}`}>{company.account_manager}</a>
  ) : (
    company.account_manager
  )
  return (
    <Card title={t.facts} id="facts">
      <Facts
        rows={[
          [t.number, company.number],
          [t.address, address],
          [t.canton, company.canton],
          [t.account_manager, manager],
          [t.language, languageNames[company.language as Language]],
          [t.uid, company.uid],
          [t.noga, company.noga],
          [t.remark, company.remark],
        ]}
      />
    </Card>
  )
}

// Nested lists say which company stands below which, to eyes and to screen readers alike.
function Holding({ visit, holding, current }: { visit: View; holding: TreeEntry[]; current: string }) {
  const t = companyPhrases(visit.language)
  return (
    <Card title={t.holding} id="holding">
      <Level visit={visit} entries={holding} level={0} current={current} />
    </Card>
  )
}

function Level({ visit, entries, level, current }: { visit: View; entries: TreeEntry[]; level: number; current: string }) {
  const t = companyPhrases(visit.language)
  const heads = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.level === level)
  return (
    <ul>
      {heads.map(({ entry, index }, position) => {
        const below = entries.slice(index + 1, heads[position + 1]?.index ?? entries.length)
        return (
          <li key={entry.id}>
            {entry.id === current ? (
              <strong>
                {entry.name} <span class="vh">({t.this_one})</span>
              </strong>
            ) : (
              <a href={href(visit, `/companies/${entry.id}`)}>{entry.name}</a>
            )}
            {below.length > 0 && <Level visit={visit} entries={below} level={level + 1} current={current} />}
          </li>
        )
      })}
    </ul>
  )
}

const stateKinds: Record<AccountState, BadgeKind | undefined> = {
  none: undefined,
  invited: 'info',
  active: 'ok',
  suspended: 'bad',
}

function People({ visit, company, people }: { visit: View; company: Company; people: Person[] }) {
  const t = companyPhrases(visit.language)
  const add = mayRegisterUserManager(visit.actor) && (
    <LinkButton href={href(visit, `/contacts/new?company=${company.id}`)} icon="plus">
      {t.add_contact}
    </LinkButton>
  )
  return (
    <Card title={t.people} id="people" action={add} flush={people.length > 0}>
      {people.length === 0 ? (
        <EmptyState icon="users" title={t.no_people_title} text={t.no_people_text} level={3} />
      ) : (
        <DataTable
          caption={`${t.people}: ${company.name}`}
          columns={[
            { key: 'name', label: t.person },
            { key: 'email', label: t.email },
            { key: 'account', label: t.account },
            { key: 'user_manager', label: t.user_manager },
          ]}
          rows={people.map((person) => ({
            key: person.id,
            href: href(visit, `/contacts/${person.id}`),
            cells: [
              person.full_name,
              person.email,
              <Badge key="state" kind={stateKinds[person.account_state]}>
                {t[`state_${person.account_state}`]}
              </Badge>,
              person.user_manager && <Badge kind="info">{t.user_manager}</Badge>,
            ],
          }))}
        />
      )}
    </Card>
  )
}
