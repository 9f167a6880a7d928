import { longDate, money, shortDate } from '../../platform/format.ts'
import { type Language, labels } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { policyLink } from '../../records/record.tsx'
import type { FactGroup, RecordDescription } from '../../records/record-description.ts'
import { amountField, dayField, textField } from '../../records/record-fields.ts'
import { recordPagePhrases } from '../../records/record-page-phrases.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { ShortListCard } from '../../records/short-list.tsx'
import { Badge } from '../../ui/components/Badge.tsx'
import { reports } from '../claim-reports/access.ts'
import { claimList } from '../claims/list.tsx'
import { todayHere } from '../deadlines/deadline.ts'
import { opensRequests } from '../service-requests/access.ts'
import { kindName, objectName } from './kinds.ts'
import { insuredObjectList } from './list.tsx'
import { insuredObjectPhrases } from './phrases.ts'
import type { InsuredObject } from './queries.ts'
import { type ObjectWithRelated, objectWithRelated } from './related.ts'

type View = Omit<Visit, 'db'>

const label = labels(insuredObjectPhrases)

/** The page of an insured object: what it is, how it is insured, what else is on its plate. */
export const insuredObjectRecord: RecordDescription<ObjectWithRelated> = {
  kind: 'insured_object',
  list: insuredObjectList,
  area: 'insured_objects',
  read: ({ db }, id) => objectWithRelated(db, id),
  id: (object) => object.id,
  title,
  name: title,
  badge: (object, visit) => <ValidityBadge visit={visit} object={object} />,
  summary: (object, { language }) =>
    insuredObjectPhrases(language).summary({
      kind: kindName(object.kind, language),
      name: objectName(object, language),
      plate: object.plate,
      policy: object.policy_number,
      from: object.valid_from && longDate(object.valid_from, language),
      to: object.valid_to && longDate(object.valid_to, language),
    }),
  facts: (object, visit) => [facts(object, visit), vehicle(object, visit), cover(object, visit)],
  related: (object, visit) => <Related visit={visit} object={object} />,
  primary: (object, { actor, language }) =>
    reports(actor) && object.policy_id
      ? { label: recordPagePhrases(language).report, icon: 'siren', path: `/claims/new?policy=${object.policy_id}` }
      : null,
  actions: (object, { actor, language }) =>
    opensRequests(actor)
      ? [
          {
            label: recordPagePhrases(language).ask,
            icon: 'circle-question-mark',
            path: `/requests/new?about=insured_object:${object.id}`,
          },
        ]
      : [],
  copy: (object) => (object.plate ? { text: object.plate, label: label('copy_plate') } : null),
  events: {
    'insured_object.added': (details, language) => insuredObjectPhrases(language).event_added(requestOf(details)),
    'insured_object.changed': (details, language) => insuredObjectPhrases(language).event_changed(requestOf(details)),
    'insured_object.ended': (details, language) => insuredObjectPhrases(language).event_ended(requestOf(details)),
  },
  fields: {
    plate: textField(label('plate')),
    make_model: textField(label('make_model')),
    master_number: textField(label('master_number')),
    value: amountField(label('value')),
    location: textField(label('location')),
    valid_from: dayField(label('valid_from')),
    valid_to: dayField(label('valid_to')),
  },
}

const requestOf = ({ request }: Record<string, unknown>) => (typeof request === 'string' ? request : '')

function title(object: InsuredObject, language: Language): string {
  const name = objectName(object, language)
  return object.plate && object.plate !== name ? `${name} · ${object.plate}` : name
}

function ValidityBadge({ visit, object }: { visit: View; object: InsuredObject }) {
  const t = insuredObjectPhrases(visit.language)
  const today = todayHere()
  if (object.valid_to && object.valid_to < today) return <Badge>{t.state_ended}</Badge>
  if (object.valid_from && object.valid_from > today) return <Badge kind="info">{t.state_future}</Badge>
  return <Badge kind="ok">{t.state_current}</Badge>
}

function facts(object: InsuredObject, visit: View): FactGroup {
  const t = insuredObjectPhrases(visit.language)
  return {
    key: 'object',
    title: t.object,
    rows: [
      [t.kind, kindName(object.kind, visit.language)],
      [t.name, object.name],
      [t.value, money(object.value, object.currency ?? undefined)],
      [t.location, object.location],
      [t.cost_centre, object.cost_centre],
      [recordPhrases(visit.language).company, object.company],
    ],
  }
}

// The source's word for the kind is free; what is only known of vehicles says that it is one.
function vehicle(object: InsuredObject, { language }: View): FactGroup {
  const t = insuredObjectPhrases(language)
  return {
    key: 'vehicle',
    title: t.vehicle_card,
    rows: [
      [t.plate, object.plate],
      [t.make_model, object.make_model],
      [t.master_number, object.master_number],
      [t.vin, object.vin],
      [t.first_registered, shortDate(object.first_registered_on)],
    ],
  }
}

function cover(object: InsuredObject, visit: View): FactGroup {
  const t = insuredObjectPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return {
    key: 'cover',
    title: t.cover,
    rows: [
      [r.policy, policyLink(visit, object)],
      [r.line, object.line],
      [r.insurer, object.insurer],
      [t.valid_from, shortDate(object.valid_from)],
      [t.valid_to, shortDate(object.valid_to)],
    ],
  }
}

// Two vehicles may share one plate (Wechselschild, domain 2.4): whoever looks at one wants to know of the other.
function Related({ visit, object }: { visit: View; object: ObjectWithRelated }) {
  const { claims, samePlate } = object.related
  const search = object.plate ?? ''
  return (
    <>
      {samePlate.total > 0 && (
        <ShortListCard
          visit={visit}
          list={insuredObjectList}
          result={samePlate}
          columns={['kind', 'to']}
          search={search}
          title={insuredObjectPhrases(visit.language).same_plate}
        />
      )}
      {claims.total > 0 && (
        <ShortListCard
          visit={visit}
          list={claimList}
          result={claims}
          columns={['occurred', 'cause', 'paid', 'state']}
          search=""
        />
      )}
    </>
  )
}
