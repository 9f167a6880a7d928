import { count } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import type { AnyList } from '../../../records/list-description.ts'
import type { ListResult } from '../../../records/list-query.ts'
import { ShortTable } from '../../../records/short-list.tsx'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Timeline } from '../../../ui/components/Timeline.tsx'
import { detailsLine } from '../../audit/details.ts'
import { verbName } from '../../audit/verb-phrases.ts'
import { mayRegisterUserManager } from '../access.ts'
import { companyFrame } from '../frame.tsx'
import { companyPhrases } from '../phrases.ts'
import type { Company, CompanyEvent, Person } from '../queries.ts'
import { tabPhrases } from '../tab-phrases.ts'
import { stateKinds } from './show.tsx'

type View = Omit<Visit, 'db'>

/** Contacts and accounts of one customer. */
export function peoplePage(visit: View, { company, people }: { company: Company; people: Person[] }) {
  return companyFrame(visit, { company, tab: 'people', children: <People visit={visit} company={company} people={people} /> })
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

/** The records of one kind: the first of them, and the way to the whole list narrowed to this customer. */
export function recordsPage(
  visit: View,
  { company, part, list, result }: { company: Company; part: string; list: AnyList; result: ListResult<unknown> },
) {
  const t = tabPhrases(visit.language)
  const words = list.words(visit.language)
  return companyFrame(visit, {
    company,
    tab: part,
    children: (
      <Card
        title={words.title}
        id="records"
        flush={result.total > 0}
        action={
          result.total > 0 && (
            <LinkButton href={href(visit, `${list.path}?f.company=${company.id}`)} icon="list-filter">
              {t.in_list}
            </LinkButton>
          )
        }
      >
        {result.total === 0 ? (
          <EmptyState icon={list.icon} title={words.nothing_title} level={3} />
        ) : (
          <>
            <ShortTable
              visit={visit as Visit}
              list={list}
              result={result}
              columns={list.columns.map(({ key }) => key).filter((key) => key !== 'company')}
            />
            {result.total > result.rows.length && (
              <p class="small muted pad">{t.first_of(count(result.rows.length), count(result.total))}</p>
            )}
          </>
        )}
      </Card>
    ),
  })
}

/** What happened at this customer: to the company, its people, its records. */
export function historyPage(visit: View, { company, happened }: { company: Company; happened: CompanyEvent[] }) {
  const t = tabPhrases(visit.language)
  return companyFrame(visit, {
    company,
    tab: 'history',
    children: (
      <Card title={t.history} id="history">
        {happened.length === 0 ? (
          <p class="muted">{t.no_history}</p>
        ) : (
          <Timeline
            entries={happened.map(({ verb, at, actor_name, details }) => ({
              text: [verbName(verb, visit.language), actor_name].filter(Boolean).join(' · '),
              at,
              detail: detailsLine(details, visit.language) || undefined,
            }))}
          />
        )}
      </Card>
    ),
  })
}
