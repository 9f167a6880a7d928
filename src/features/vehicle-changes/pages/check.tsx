import { money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type Role, rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { inboxPhrases } from '../../inbox/phrases.ts'
import { labelOf } from '../../service-requests/errors.ts'
import { StateChoice } from '../../service-requests/handling.tsx'
import { requestPhrases } from '../../service-requests/phrases.ts'
import type { ServiceRequest } from '../../service-requests/queries.ts'
import type { Target } from '../changes.ts'
import { formFields, type Wanted } from '../input.ts'
import { type ChangeKind, fieldsOf } from '../kinds.ts'
import { vehicleChangePhrases } from '../phrases.ts'
import type { Vehicle } from '../queries.ts'
import { vehicleName } from './form.tsx'

export interface CheckState {
  request: ServiceRequest & { category: ChangeKind }
  wanted: Wanted
  target: Target
  /** Another vehicle of the company that runs under the plate. */
  samePlate: Vehicle | null
  id: string
  answer: string
  state: string
  confirm: boolean
  error: string | null
  /** Somebody changed the vehicle or carried the request out since. */
  conflict: boolean
}

type View = Omit<Visit, 'db'>

/** What will happen, before anything does: the vehicle as it is and as it will be, who will see it, what the customer is told. */
export function checkPage(visit: View, check: CheckState) {
  const t = vehicleChangePhrases(visit.language)
  const r = requestPhrases(visit.language)
  const { request, samePlate, answer, error, conflict, confirm } = check
  const at = `/inbox/${request.id}`
  const values = typedAgain(check)
  return portalPage(visit, {
    title: t.check_title,
    area: 'inbox',
    crumbs: [
      { label: visit.brokerage.number },
      { label: inboxPhrases(visit.language).title, href: href(visit, '/inbox?v=requests') },
      { label: request.number, href: href(visit, at) },
      { label: t.check_title },
    ],
    lead: `${r[request.category]} · ${request.company}`,
    error: error !== null || conflict,
    children: (
      <div class="stack">
        {error && <ErrorSummary errors={[{ field: 'answer', message: error }]} />}
        {conflict && (
          <Note kind="warn" title={t.conflict_title}>
            <p>{t.conflict_text}</p>
          </Note>
        )}
        <Changes visit={visit} check={check} />
        {samePlate && (
          <Note kind="warn" announce={false}>
            <p>{t.same_plate(vehicleName(samePlate))}</p>
          </Note>
        )}
        <p>{t.seen_by(seers(visit, check))}</p>
        <PostForm visit={visit as Visit} path={`${at}/vehicle`} class="form">
          <input type="hidden" name="_id" value={check.id} />
          <input type="hidden" name="seen" value={String(check.target.vehicle?.version ?? 0)} />
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Checkbox name="confirm" label={r.confirm_cover} hint={r.confirm_cover_hint} checked={confirm} />
          <StateChoice visit={visit} name="state" label={r.state} keep={r.keep_state(r[request.state])} value={check.state} />
          <TextArea
            name="answer"
            label={t.answer}
            hint={t.answer_hint}
            value={answer}
            error={error ?? undefined}
            rows={9}
            maxlength={8000}
            optional
          />
          <div class="row">
            <Button kind="primary" icon="check">
              {t.carry_out}
            </Button>
            <LinkButton href={href(visit, `${at}/vehicle?${new URLSearchParams(values)}`)}>{t.back}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}

// As it was read, so that the form understands it again.
function typedAgain({ request, wanted }: CheckState): Record<string, string> {
  const { details, target, on } = wanted
  const all: Record<string, string> = { ...details, target, on: shortDate(on) }
  if (details.first_registered_on) all.first_registered_on = shortDate(details.first_registered_on)
  return Object.fromEntries(formFields(request.category).map((name) => [name, all[name] ?? '']))
}

function Changes({ visit, check: { request, wanted, target } }: { visit: View; check: CheckState }) {
  const t = vehicleChangePhrases(visit.language)
  const kind = request.category
  const { vehicle, policy } = target
  const word = (key: string, value: string | null | undefined) =>
    !value ? '–' : key === 'value' ? money(value, undefined) : key === 'first_registered_on' ? shortDate(value) : value
  const before: Record<string, string | null> = {
    new_plate: vehicle?.plate ?? null,
    make_model: vehicle?.make_model ?? null,
    master_number: vehicle?.master_number ?? null,
  }
  const details = fieldsOf(kind)
    .filter(({ key }) => wanted.details[key])
    .map(({ key }) => ({
      key,
      cells: [labelOf(visit.language, kind, key), word(key, before[key]), word(key, wanted.details[key])],
    }))
  const until = kind === 'vehicle_out' ? shortDate(vehicle?.valid_to ?? null) || '–' : '–'
  const rows = [
    {
      key: 'target',
      cells: [
        policy ? t.policy : t.vehicle,
        policy ? '–' : vehicleName(vehicle!),
        policy ? `${policy.number} · ${policy.name}` : vehicleName(vehicle!),
      ],
    },
    ...details,
    { key: 'on', cells: [labelOf(visit.language, kind, 'wished_on'), until, shortDate(wanted.on)] },
  ]
  return (
    <DataTable
      caption={policy ? t.new_vehicle : t.changed_vehicle}
      columns={[
        { key: 'field', label: t.field },
        { key: 'now', label: t.now },
        { key: 'then', label: t.next },
      ]}
      rows={rows}
    />
  )
}

function seers(visit: View, { target }: CheckState): string {
  const audience = target.policy?.audience ?? target.vehicle?.audience ?? []
  const names = [...audience, 'full_access'].map((role) => rolePhrases(visit.language)[role as Role])
  return new Intl.ListFormat(visit.language, { type: 'disjunction' }).format(names)
}
