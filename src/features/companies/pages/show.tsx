import { count, dateTime } from '../../../platform/format.ts'
import { languageNames } from '../../../platform/language.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge, type BadgeKind } from '../../../ui/components/Badge.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { RowList } from '../../../ui/components/RowList.tsx'
import type { AccountState } from '../../contacts/queries.ts'
import { PostForm } from '../../house/form.tsx'
import { mayArchiveCompany } from '../access.ts'
import { companyFrame } from '../frame.tsx'
import { mergePhrases } from '../merge-phrases.ts'
import { companyPhrases } from '../phrases.ts'
import type { Company, Person, TreeEntry } from '../queries.ts'
import { tabPhrases } from '../tab-phrases.ts'

type View = Omit<Visit, 'db'>

interface Props {
  company: Company
  holding: TreeEntry[]
  people: Person[]
  done?: string | null | undefined
}

/** One customer at a glance: facts, numbers, User Managers, where it stands in its holding (interface B3). */
export function showPage(visit: View, { company, holding, people, done }: Props) {
  const t = companyPhrases(visit.language)
  return companyFrame(visit, {
    company,
    tab: '',
    done,
    children: (
      <div class="stack">
        {company.merged_into && <Pointer visit={visit} into={company.merged_into} />}
        {company.state === 'archived' && !company.merged_into && <Archived visit={visit} company={company} />}
        {company.user_managers === 0 && company.state === 'active' && (
          <Note kind="warn" announce={false}>
            <p>{t.no_user_manager}</p>
          </Note>
        )}
        <div class="split wide-first">
          <CompanyFacts visit={visit} company={company} />
          <div class="stack">
            <Numbers visit={visit} company={company} />
            <UserManagers visit={visit} company={company} people={people} />
            {holding.length > 1 && (
              <Card title={t.holding} id="holding">
                <HoldingTree visit={visit} holding={holding} current={company.id} />
              </Card>
            )}
          </div>
        </div>
      </div>
    ),
  })
}

function Pointer({ visit, into }: { visit: View; into: string }) {
  return (
    <Note kind="info" announce={false}>
      <p>
        {mergePhrases(visit.language).pointer} <a href={href(visit, `/companies/${into}`)}>{mergePhrases(visit.language).show}</a>
      </p>
    </Note>
  )
}

function Archived({ visit, company }: { visit: View; company: Company }) {
  const t = tabPhrases(visit.language)
  return (
    <Note
      kind="info"
      announce={false}
      action={
        mayArchiveCompany(visit.actor) && (
          <PostForm visit={visit as Visit} path={`/companies/${company.id}/restore`}>
            <input type="hidden" name="version" value={company.version} />
            <Button icon="undo-2">{t.restore}</Button>
          </PostForm>
        )
      }
    >
      <p>{t.archived_note}</p>
    </Note>
  )
}

function Numbers({ visit, company }: { visit: View; company: Company }) {
  const t = tabPhrases(visit.language)
  return (
    <Card title={t.numbers} id="numbers">
      <Facts
        rows={[
          [t.policies, <a href={href(visit, `/companies/${company.id}/policies`)}>{count(company.policies)}</a>],
          [t.open_claims, <a href={href(visit, `/companies/${company.id}/claims`)}>{count(company.open_claims)}</a>],
          [t.last_sign_in, company.last_sign_in && dateTime(company.last_sign_in)],
        ]}
      />
    </Card>
  )
}

function UserManagers({ visit, company, people }: { visit: View; company: Company; people: Person[] }) {
  const [t, words] = [tabPhrases(visit.language), companyPhrases(visit.language)]
  const managers = people.filter((person) => person.user_manager)
  return (
    <Card
      title={t.user_managers}
      id="user-managers"
      action={<a href={href(visit, `/companies/${company.id}/people`)}>{t.all_people}</a>}
    >
      {managers.length === 0 ? (
        <p>
          <Badge kind="warn">{words.missing}</Badge>
        </p>
      ) : (
        <RowList
          rows={managers.map((person) => ({
            key: person.id,
            href: href(visit, `/contacts/${person.id}`),
            title: person.full_name,
            detail: person.email,
            end: <Badge kind={stateKinds[person.account_state]}>{words[`state_${person.account_state}`]}</Badge>,
          }))}
        />
      )}
    </Card>
  )
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
          [tabPhrases(visit.language).team, company.team],
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
export function HoldingTree({ visit, holding, current }: { visit: View; holding: TreeEntry[]; current: string }) {
  return <Level visit={visit} entries={holding} level={0} current={current} />
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

export const stateKinds: Record<AccountState, BadgeKind | undefined> = {
  none: undefined,
  invited: 'info',
  active: 'ok',
  suspended: 'bad',
}
