import { count } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { previewPhrases } from '../../portal-accounts/preview-phrases.ts'
import { gaining, losing } from '../changes.ts'
import type { Effect } from '../effect.ts'
import { type Change, standOf } from '../items.ts'
import { sharingPhrases } from '../phrases.ts'
import { stateText } from '../words.ts'
import { type Subject, sharingFrame } from './frame.tsx'

type View = Omit<Visit, 'db'>

export interface Check {
  subject: Subject
  change: Change
  names: Map<string, { label: string }>
  effect: Effect
  id: string
  /** Where the forms go: `/settings/sharing`, `/sharing/policies`. */
  path: string
  /** The selection, as it was sent. */
  fields: [name: string, value: string][]
  /** Null: nobody is ever told of such a change. */
  notify: boolean | null
  back: string
  meanwhile?: boolean
}

// More names nobody reads; the number says the rest.
const mostNames = 100

/** The check page: what changes, for whom, and how much of it is about somebody's health. Then Anwenden (interface B4). */
export function checkPage(visit: View, check: Check) {
  const t = sharingPhrases(visit.language)
  return sharingFrame(visit, check.subject, {
    title: t.check,
    lead: t.check_lead,
    below: true,
    error: check.meanwhile ?? false,
    children: (
      <div class="stack">
        {check.meanwhile && (
          <Note kind="warn">
            <p>{t.meanwhile}</p>
          </Note>
        )}
        <WhoCard visit={visit} effect={check.effect} />
        <ItemsCard visit={visit} check={check} />
        <ApplyForm visit={visit} check={check} />
      </div>
    ),
  })
}

function WhoCard({ visit, effect }: { visit: View; effect: Effect }) {
  const t = sharingPhrases(visit.language)
  const sum = (of: 'added' | 'removed' | 'health') => effect.kinds.reduce((total, one) => total + one[of], 0)
  const [more, less, health] = [gaining(effect), losing(effect), sum('health')]
  return (
    <Card id="whom" title={t.whom}>
      <div class="stack tight">
        {effect.seers !== null && (
          <p>
            <strong>{t.seers(effect.seers)}</strong>
          </p>
        )}
        {more > 0 && <p>{t.gaining(more, sum('added'))}</p>}
        {less > 0 && <p>{t.losing(less, sum('removed'))}</p>}
        {more + less === 0 && <p>{t.nobody}</p>}
        {health > 0 && (
          <Note kind="warn" announce={false}>
            <p>{t.health(health)}</p>
          </Note>
        )}
        {effect.people.length > 0 && <People visit={visit} effect={effect} />}
        {effect.kinds.length > 0 && <Kinds visit={visit} effect={effect} />}
      </div>
    </Card>
  )
}

function People({ visit, effect: { people } }: { visit: View; effect: Effect }) {
  const t = sharingPhrases(visit.language)
  return (
    <>
      <DataTable
        caption={t.whom}
        columns={[
          { key: 'person', label: t.person },
          { key: 'company', label: t.company },
          { key: 'added', label: t.added, align: 'end' },
          { key: 'removed', label: t.removed, align: 'end' },
          { key: 'health', label: t.of_these_health, align: 'end' },
        ]}
        rows={people.slice(0, mostNames).map((one) => ({
          key: one.accountId,
          ...(one.contactId && { href: href(visit, `/contacts/${one.contactId}`) }),
          cells: [
            one.contactId ? one.name : t.unnamed,
            one.company,
            signed('+', one.added),
            signed('−', one.removed),
            signed('', one.health),
          ],
        }))}
      />
      {people.length > mostNames && <p class="small">{t.more_people(people.length - mostNames)}</p>}
    </>
  )
}

function Kinds({ visit, effect: { kinds } }: { visit: View; effect: Effect }) {
  const t = sharingPhrases(visit.language)
  const names = previewPhrases(visit.language)
  return (
    <DataTable
      caption={t.effect}
      columns={[
        { key: 'kind', label: t.kind },
        { key: 'added', label: t.added, align: 'end' },
        { key: 'removed', label: t.removed, align: 'end' },
        { key: 'health', label: t.of_these_health, align: 'end' },
      ]}
      rows={kinds.map((one) => ({
        key: one.kind,
        cells: [names[one.kind], signed('+', one.added), signed('−', one.removed), signed('', one.health)],
      }))}
    />
  )
}

const signed = (sign: string, n: number) => (n > 0 ? `${sign}${count(n)}` : null)

function ItemsCard({ visit, check: { change, names } }: { visit: View; check: Check }) {
  const t = sharingPhrases(visit.language)
  return (
    <Card id="what" title={t.what} flush>
      <DataTable
        caption={t.what}
        columns={[
          { key: 'record', label: change.companyId || change.scope === 'lines' ? t.line : t.record },
          { key: 'now', label: t.now },
          { key: 'becomes', label: t.becomes },
        ]}
        rows={change.items.map(({ id, before, after }) => ({
          key: id,
          cells: [names.get(id)?.label ?? id, stateText(before, visit.language), stateText(after, visit.language)],
        }))}
      />
    </Card>
  )
}

function ApplyForm({ visit, check }: { visit: View; check: Check }) {
  const t = sharingPhrases(visit.language)
  const { change, id, path, fields, notify, back } = check
  return (
    <PostForm visit={visit as Visit} path={`${path}/apply`} class="form">
      <input type="hidden" name="_id" value={id} />
      <input type="hidden" name="stand" value={standOf(change)} />
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {notify !== null && <Checkbox name="notify" label={t.notify} hint={t.notify_hint} checked={notify} />}
      <div class="row">
        <Button kind="primary" icon="check">
          {t.apply}
        </Button>
        <LinkButton href={href(visit, back)}>{t.back}</LinkButton>
      </div>
    </PostForm>
  )
}
