import { count } from '../../../platform/format.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type AssignableRole, rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import type { Contact } from '../../contacts/queries.ts'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { choiceQuery, type ShownPlan } from '../chosen.ts'
import { accountPhrases } from '../phrases.ts'
import type { Difference } from '../preview.ts'
import { previewPhrases } from '../preview-phrases.ts'
import type { RoleFields } from './role-form.tsx'

type View = Omit<Visit, 'db'>

export interface Check {
  contact: Pick<Contact, 'id' | 'full_name'>
  /** No account yet: applying opens it and sends the invitation. */
  opening: boolean
  id: string
  version: number | null
  plan: ShownPlan
  difference: Difference[]
  fields: RoleFields
}

/** «Änderungen prüfen»: roles and records, then Anwenden (interface W8). */
export function checkPage(visit: View, check: Check) {
  const t = previewPhrases(visit.language)
  const { contact, opening } = check
  return portalPage(visit, {
    title: t.title,
    area: 'contacts',
    crumbs: [
      { label: visit.brokerage.number },
      { label: accountPhrases(visit.language).contacts, href: href(visit, '/contacts') },
      { label: contact.full_name, href: href(visit, `/contacts/${contact.id}`) },
      { label: t.title },
    ],
    lead: opening ? t.lead_opening(contact.full_name) : t.lead(contact.full_name),
    children: (
      <div class="stack">
        <PlanCard visit={visit} plan={check.plan} />
        <DifferenceCard language={visit.language} difference={check.difference} />
        <ApplyForm visit={visit} {...check} />
      </div>
    ),
  })
}

function PlanCard({ visit, plan }: { visit: View; plan: ShownPlan }) {
  const t = previewPhrases(visit.language)
  const names = rolePhrases(visit.language)
  const named = (roles: { role: AssignableRole; until: string }[]) =>
    roles.map(({ role, until }) => (until ? t.until(names[role], until) : names[role])).join(', ')
  const rows: [string, string][] = [
    [t.gets, named(plan.gets)],
    [t.loses, named(plan.loses)],
    [t.other_end, named(plan.moves)],
    [t.waits, named(plan.waits)],
  ]
  return (
    <Card id="roles" title={t.roles}>
      <Facts rows={rows.filter(([, roles], index) => index === 0 || roles !== '')} />
    </Card>
  )
}

function DifferenceCard({ language, difference }: { language: Language; difference: Difference[] }) {
  const t = previewPhrases(language)
  return (
    <Card id="records" title={t.records}>
      {difference.length === 0 ? (
        <p>{t.no_difference}</p>
      ) : (
        <div class="stack">
          <p>
            <strong>{sentences(difference, language)}</strong>
          </p>
          <DataTable
            caption={t.title}
            columns={[
              { key: 'kind', label: t.kind },
              { key: 'added', label: t.added, align: 'end' },
              { key: 'removed', label: t.removed, align: 'end' },
              { key: 'health', label: t.health, align: 'end' },
            ]}
            rows={difference.map((one) => ({
              key: one.kind,
              cells: [t[one.kind], signed('+', one.added), signed('−', one.removed), one.health > 0 ? count(one.health) : null],
            }))}
          />
          {difference
            .filter((one) => one.lines.length > 0)
            .map((one) => (
              <Lines key={one.kind} language={language} one={one} />
            ))}
        </div>
      )}
    </Card>
  )
}

function sentences(difference: Difference[], language: Language): string {
  const t = previewPhrases(language)
  const sum = (of: 'added' | 'removed' | 'health') => difference.reduce((total, one) => total + one[of], 0)
  const [added, health, removed] = [sum('added'), sum('health'), sum('removed')]
  return [added > 0 && t.sum_added(added), health > 0 && t.sum_health(health), removed > 0 && t.sum_removed(removed)]
    .filter(Boolean)
    .join(' ')
}

const signed = (sign: string, n: number) => (n > 0 ? `${sign}${count(n)}` : null)

// Lines and numbers only: whoever gives a role need not see what it opens (domain 2.8).
function Lines({ language, one }: { language: Language; one: Difference }) {
  const t = previewPhrases(language)
  return (
    <details>
      <summary>{t.which(t[one.kind])}</summary>
      <ul>
        {one.lines.map(({ line, n }) => (
          <li key={line ?? ''}>
            {line ?? t.no_line}: {count(n)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function ApplyForm({ visit, contact, opening, id, version, fields }: Check & { visit: View }) {
  const t = previewPhrases(visit.language)
  const a = accountPhrases(visit.language)
  const path = `/contacts/${contact.id}/account${opening ? '' : '/roles'}`
  return (
    <PostForm visit={visit as Visit} path={path} class="form">
      {opening ? <input type="hidden" name="_id" value={id} /> : <input type="hidden" name="version" value={version ?? 1} />}
      {fields.roles.map((role) => (
        <input key={role} type="hidden" name="roles" value={role} />
      ))}
      {fields.roles.map(
        (role) => fields.until[role] && <input type="hidden" name={`until_${role}`} value={fields.until[role]} />,
      )}
      <TextField name="reason" label={t.reason} hint={a.reason_hint} value={fields.reason} maxlength={400} optional />
      <div class="row">
        <Button kind="primary" icon={opening ? 'user-plus' : 'check'}>
          {opening ? a.open : a.apply}
        </Button>
        <LinkButton href={`${href(visit, `/contacts/${contact.id}`)}?${choiceQuery(fields)}&choice=1`}>{t.back}</LinkButton>
      </div>
    </PostForm>
  )
}
