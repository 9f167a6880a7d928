import { sql } from 'kysely'
import type { VNode } from 'preact'
import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { nothingChosen } from '../../records/list-routes.ts'
import { chosenOf } from '../../records/list-selection.tsx'
import { listPage } from '../house/list-page.tsx'
import { describe } from '../notifications/records.ts'
import { shares } from './access.ts'
import { isMade, share } from './changes.ts'
import { effectOf } from './effect.ts'
import { applying, type Sharing, sharing, type Way, wantedState, wayOf, ways } from './input.ts'
import { type Change, type Item, type LineRole, type RecordState, recordStates, same, standOf } from './items.ts'
import type { SharedKind } from './kinds.ts'
import { checkPage } from './pages/check.tsx'
import { type Choose, choosePage } from './pages/choose.tsx'
import { sharingPhrases } from './phrases.ts'
import { latestChanges, namesOf } from './queries.ts'

type Body = Record<string, unknown>

/** From a list: the chosen records, and who is to see them. `way` is said already by «Nicht mehr zeigen» and «Vertraulich». */
export async function chosenReply(visit: Visit, kind: SharedKind, body: Body, way?: Way): Promise<Reply> {
  if (!shares(visit.actor)) throw forbidden()
  const { ids, query } = chosenOf(body)
  const states = await recordStates(visit.db, kind.kind, ids)
  if (states.size === 0)
    return nothingChosen(
      visit,
      kind.list,
      (inside, state, result): VNode => listPage(inside, { list: kind.list, state, result }),
      query,
    )
  if (way) return checkRecords(visit, kind, { row: [...states.keys()], share: way })
  return chooseReply(visit, kind, states, first(states))
}

/** The sharing of one record, with what was done about it before. */
export async function recordReply(visit: Visit, kind: SharedKind, id: string): Promise<Reply> {
  if (!uuid.safeParse(id).success) throw notFound()
  if (!shares(visit.actor)) throw forbidden()
  const states = await recordStates(visit.db, kind.kind, [id])
  if (states.size === 0) throw notFound()
  const past = await latestChanges(visit.db, { record: { kind: kind.kind, id } })
  return chooseReply(visit, kind, states, { ...first(states), past })
}

/** The form begins with what holds for all of them. */
function first(states: Map<string, RecordState>): Pick<Choose, 'share' | 'roles'> {
  const [one, ...others] = [...states.values()]
  const alike = one && others.every((other) => same({ ...other, published_at: null }, { ...one, published_at: null }))
  return { share: one && alike ? wayOf(one) : '', roles: (alike && one?.shared_with) || [] }
}

async function chooseReply(
  visit: Visit,
  kind: SharedKind,
  states: Map<string, RecordState>,
  form: Pick<Choose, 'share' | 'roles' | 'past'> & { errors?: Choose['errors'] },
): Promise<Reply> {
  const names = await describe(
    visit.db,
    [...states.keys()].map((id) => ({ kind: kind.kind, id })),
  )
  const rows = [...states].map(([id, state]) => ({ id, name: names.get(id)?.label ?? '', state }))
  const { errors = [], ...rest } = form
  return page(choosePage(visit, { kind, rows, errors, ...rest }), errors.length > 0 ? 422 : 200)
}

/** The check page of chosen records. */
export async function checkRecords(visit: Visit, kind: SharedKind, body: Body): Promise<Reply> {
  const read = await changeOf(visit, kind, body)
  return 'change' in read ? checkReply(visit, kind, read) : read
}

interface ReadChange {
  change: Change
  wanted: Sharing
}

/** The change that the form means, or the form once more. */
async function changeOf(visit: Visit, kind: SharedKind, body: Body, lock = false): Promise<ReadChange | Reply> {
  if (!shares(visit.actor)) throw forbidden()
  const states = await recordStates(visit.db, kind.kind, chosenOf(body).ids, lock)
  if (states.size === 0) throw notFound()
  const t = sharingPhrases(visit.language)
  const input = readInput(sharing, body)
  if (!input.ok) {
    const errors = input.errors.map(({ field }) =>
      field === 'roles'
        ? { field: 'roles-occupational_pension' as const, message: t.error_roles }
        : { field: 'share' as const, message: t.error_share },
    )
    return chooseReply(visit, kind, states, { ...typedChoice(body), errors })
  }
  const { rows } = await sql<{ now: string }>`select now()::text as now`.execute(visit.db)
  const items = [...states].flatMap(([id, before]): Item<RecordState>[] => {
    const after = wantedState(input.value, before, rows[0]!.now)
    return same(before, after) ? [] : [{ id, before, after }]
  })
  if (items.length === 0)
    return chooseReply(visit, kind, states, { ...typedChoice(body), errors: [{ field: 'share', message: t.no_change }] })
  return { change: { scope: kind.kind, companyId: null, items }, wanted: input.value }
}

function typedChoice(body: Body): Pick<Choose, 'share' | 'roles'> {
  const roles = readInput(sharing.shape.roles, body.roles)
  return { share: ways.find((way) => way === body.share) ?? '', roles: roles.ok ? (roles.value as LineRole[]) : [] }
}

async function checkReply(visit: Visit, kind: SharedKind, { change, wanted }: ReadChange, meanwhile = false): Promise<Reply> {
  const effect = await effectOf(visit.db, change, { stay: false })
  const ids = change.items.map(({ id }) => id)
  const fields: [string, string][] = [
    ...ids.map((id): [string, string] => ['row', id]),
    ['share', wanted.share],
    ...wanted.roles.map((role): [string, string] => ['roles', role]),
  ]
  const check = {
    subject: { scope: change.scope, company: null },
    change,
    names: await namesOf(visit.db, change),
    effect,
    id: newId(),
    path: `/sharing${kind.list.path}`,
    fields,
    notify: kind.news && effect.opened.length > 0 ? true : null,
    back: ids.length === 1 ? `/sharing${kind.list.path}/${ids[0]}` : kind.list.path,
    meanwhile,
  }
  return page(checkPage(visit, check), meanwhile ? 409 : 200)
}

/** Applies what the check page showed; where somebody was faster, the check page comes once more. */
export async function applyRecords(visit: Visit, kind: SharedKind, body: Body): Promise<Reply> {
  if (!shares(visit.actor)) throw forbidden()
  const input = readInput(applying, body)
  if (!input.ok) throw new Refusal(400)
  const { _id, stand, notify } = input.value
  const done = redirect(href(visit, `/sharing/changes/${_id}?done=shared`))
  if (await isMade(visit, _id)) return done
  const read = await changeOf(visit, kind, body, true)
  if (await isMade(visit, _id)) return done
  if (!('change' in read)) return read
  if (standOf(read.change) !== stand) return checkReply(visit, kind, read, true)
  await share(visit, _id, read.change, notify)
  return done
}
