import { longDate, money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { DataAsOf, policyLink } from '../../../records/record.tsx'
import { recordPhrases } from '../../../records/record-phrases.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { CopyButton } from '../../../ui/components/CopyButton.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { portalPage } from '../../house/page.tsx'
import { kindName, objectName } from '../kinds.ts'
import { insuredObjectPhrases } from '../phrases.ts'
import type { InsuredObject } from '../queries.ts'

type View = Omit<Visit, 'db'>
type Part = { visit: View; object: InsuredObject }

/** One insured object: a sentence, what it is, and how it is insured. */
export function showPage(visit: View, object: InsuredObject) {
  const t = insuredObjectPhrases(visit.language)
  const name = objectName(object, visit.language)
  const title = object.plate && object.plate !== name ? `${name} · ${object.plate}` : name
  return portalPage(visit, {
    title,
    area: 'insured_objects',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/insured-objects') }, { label: title }],
    badge: <ValidityBadge visit={visit} object={object} />,
    lead: t.summary({
      kind: kindName(object.kind, visit.language),
      name,
      plate: object.plate,
      policy: object.policy_number,
      from: object.valid_from && longDate(object.valid_from, visit.language),
      to: object.valid_to && longDate(object.valid_to, visit.language),
    }),
    actions: object.plate && <CopyButton text={object.plate} label={t.copy_plate} />,
    children: (
      <div class="split wide-first">
        <div class="stack">
          <ObjectCard visit={visit} object={object} />
          {isVehicle(object) && <VehicleCard visit={visit} object={object} />}
        </div>
        <div class="stack">
          <CoverCard visit={visit} object={object} />
          <DataAsOf language={visit.language} day={object.data_as_of} />
        </div>
      </div>
    ),
  })
}

function ValidityBadge({ visit, object }: Part) {
  const t = insuredObjectPhrases(visit.language)
  const today = Temporal.Now.plainDateISO('Europe/Zurich').toString()
  if (object.valid_to && object.valid_to < today) return <Badge>{t.state_ended}</Badge>
  if (object.valid_from && object.valid_from > today) return <Badge kind="info">{t.state_future}</Badge>
  return <Badge kind="ok">{t.state_current}</Badge>
}

// The source's word for the kind is free; what is only known of vehicles says it too.
function isVehicle(object: InsuredObject): boolean {
  return Boolean(object.plate || object.master_number || object.vin || object.first_registered_on)
}

function ObjectCard({ visit, object }: Part) {
  const t = insuredObjectPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return (
    <Card id="object" title={t.object}>
      <Facts
        rows={[
          [t.kind, kindName(object.kind, visit.language)],
          [t.name, object.name],
          [t.value, money(object.value, object.currency ?? undefined)],
          [t.location, object.location],
          [t.cost_centre, object.cost_centre],
          [r.company, object.company],
          ...(object.confidential
            ? [[r.confidential, <Badge kind="warn">{r.confidential}</Badge>] as [string, preact.VNode]]
            : []),
        ]}
      />
    </Card>
  )
}

function VehicleCard({ visit, object }: Part) {
  const t = insuredObjectPhrases(visit.language)
  return (
    <Card id="vehicle" title={t.vehicle_card}>
      <Facts
        rows={[
          [t.plate, object.plate],
          [t.make_model, object.make_model],
          [t.master_number, object.master_number],
          [t.vin, object.vin],
          [t.first_registered, shortDate(object.first_registered_on)],
        ]}
      />
      {object.plate && <p class="hint">{t.shared_plate_hint}</p>}
    </Card>
  )
}

function CoverCard({ visit, object }: Part) {
  const t = insuredObjectPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return (
    <Card id="cover" title={t.cover}>
      <Facts
        rows={[
          [r.policy, policyLink(visit, object)],
          [r.line, object.line],
          [r.insurer, object.insurer],
          [t.valid_from, shortDate(object.valid_from)],
          [t.valid_to, shortDate(object.valid_to)],
        ]}
      />
    </Card>
  )
}
