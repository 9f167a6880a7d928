import { shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { DateField } from '../../../ui/components/TextField.tsx'
import { portalPage } from '../../house/page.tsx'
import { inboxPhrases } from '../../inbox/phrases.ts'
import { DetailField } from '../../service-requests/detail-field.tsx'
import { labelOf } from '../../service-requests/errors.ts'
import { requestPhrases } from '../../service-requests/phrases.ts'
import type { ServiceRequest } from '../../service-requests/queries.ts'
import { type ChangeKind, fieldsOf, needsPolicy } from '../kinds.ts'
import { vehicleChangePhrases } from '../phrases.ts'
import type { MotorPolicy, Vehicle } from '../queries.ts'

export interface FormState {
  request: ServiceRequest & { category: ChangeKind }
  policies: MotorPolicy[]
  vehicles: Vehicle[]
  values: Record<string, string>
  errors: Record<string, string>
}

/** How a vehicle is called where one is chosen. */
export function vehicleName({
  plate,
  make_model,
  master_number,
}: Pick<Vehicle, 'plate' | 'make_model' | 'master_number'>): string {
  return [plate, make_model, master_number].filter(Boolean).join(' · ')
}

/** What the customer asked for, to be completed before it is checked. */
export function formPage(visit: Omit<Visit, 'db'>, { request, policies, vehicles, values, errors }: FormState) {
  const t = vehicleChangePhrases(visit.language)
  const r = requestPhrases(visit.language)
  const kind = request.category
  const at = `/inbox/${request.id}`
  const none = needsPolicy(kind) ? policies.length === 0 : vehicles.length === 0
  const options = needsPolicy(kind)
    ? policies.map(({ id, number, name, insurer }) => ({ value: id, label: [number, name, insurer].filter(Boolean).join(' · ') }))
    : vehicles.map((vehicle) => ({ value: vehicle.id, label: vehicleName(vehicle) }))
  return portalPage(visit, {
    title: t.title(r[kind]),
    area: 'inbox',
    crumbs: [
      { label: visit.brokerage.number },
      { label: inboxPhrases(visit.language).title, href: href(visit, '/inbox?v=requests') },
      { label: request.number, href: href(visit, at) },
      { label: t.title(r[kind]) },
    ],
    lead: `${request.company} · ${t.step_form}`,
    error: Object.keys(errors).length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {none && (
          <Note kind="warn" announce={false}>
            <p>{needsPolicy(kind) ? t.no_policies : t.no_vehicles}</p>
          </Note>
        )}
        <form method="get" action={href(visit, `${at}/vehicle/check`)} class="form" novalidate>
          <SelectField
            name="target"
            label={needsPolicy(kind) ? t.policy : t.vehicle}
            options={[{ value: '', label: r.please_choose }, ...options]}
            value={values.target ?? ''}
            error={errors.target}
            required
          />
          {fieldsOf(kind).map(({ key, required }) => (
            <DetailField
              key={key}
              visit={visit}
              name={key}
              field={{ name: key, label: labelOf(visit.language, kind, key), value: values[key] ?? '', error: errors[key] }}
              required={required}
              lines={[]}
            />
          ))}
          <DateField
            name="on"
            label={labelOf(visit.language, kind, 'wished_on')}
            value={values.on ?? shortDate(request.wished_on)}
            error={errors.on}
            required
          />
          <div class="row">
            <Button kind="primary">{t.check}</Button>
            <LinkButton href={href(visit, at)}>{inboxPhrases(visit.language).cancel}</LinkButton>
          </div>
        </form>
      </div>
    ),
  })
}
