import { forbidden, notFound, Refusal } from '../../platform/errors.ts'
import { version as rowVersion, uuid } from '../../platform/forms.ts'
import { newId } from '../../platform/ids.ts'
import { get, page, post, type Reply, type Route, readInput, redirect, staffOnly } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { mayManageStaff } from './access.ts'
import { changeTeam, dissolveTeam, formTeam } from './changes-teams.ts'
import { changedTeam, newTeam } from './input.ts'
import { type TeamForm, teamPage } from './pages/team.tsx'
import { staffPhrases } from './phrases.ts'
import { houseEvents, presentStaff, type Team, teamById } from './queries.ts'
import { guarded } from './refused.ts'

type Request = { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown> }

export const routes: Route[] = [
  get('/settings/teams/new', staffOnly, async (visit) => {
    if (!mayManageStaff(visit.actor)) throw forbidden()
    return teamReply(visit, null)
  }),
  post('/settings/teams/new', staffOnly, formReply),
  get('/settings/teams/:id', staffOnly, async (visit, { params }) => teamReply(visit, await teamOf(visit, params))),
  post('/settings/teams/:id', staffOnly, changeReply),
  get('/settings/teams/:id/:part', staffOnly, async (visit) => toStaff(visit)),
  post('/settings/teams/:id/dissolution', staffOnly, async (visit, { params }) => {
    const team = await teamOf(visit, params)
    if (!mayManageStaff(visit.actor)) throw forbidden()
    await dissolveTeam(visit, team)
    return toStaff(visit, 'dissolved')
  }),
]

const toStaff = (visit: Visit, done?: string) => redirect(href(visit, `/settings/staff${done ? `?done=${done}` : ''}`))

function teamOf(visit: Visit, params: Record<string, string>): Promise<Team> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  return teamById(visit.db, params.id!)
}

async function teamReply(visit: Visit, team: Team | null, back: Partial<TeamForm> = {}, status = 200): Promise<Reply> {
  const form: TeamForm = {
    team,
    id: team?.id ?? newId(),
    version: team?.version ?? 1,
    name: team?.name ?? '',
    members: team?.members.map(({ id }) => id) ?? [],
    people: await presentStaff(visit.db),
    happened: team ? await houseEvents(visit.db, [team.id]) : [],
    errors: {},
    refused: null,
    conflict: false,
    ...back,
  }
  return page(teamPage(visit, form), status)
}

// What was typed and ticked, as it comes back.
function sent(body: Record<string, unknown>) {
  const members = [body.members].flat().filter((id): id is string => typeof id === 'string')
  return { name: typeof body.name === 'string' ? body.name : '', members }
}

async function formReply(visit: Visit, { body }: Request): Promise<Reply> {
  if (!mayManageStaff(visit.actor)) throw forbidden()
  const given = uuid.safeParse(body._id)
  if (!given.success) throw new Refusal(400)
  const back = { id: given.data, ...sent(body) }
  const input = readInput(newTeam, body)
  if (!input.ok) return teamReply(visit, null, { ...back, errors: messages(visit, input.errors) }, 422)
  const { _id, name, members } = input.value
  const done = await guarded(visit.db, () => formTeam(visit, _id, name, members))
  if (done.ok) return toStaff(visit, 'team')
  return teamReply(visit, null, { ...back, refused: staffPhrases(visit.language)[`why_${done.why}`] }, 409)
}

async function changeReply(visit: Visit, { params, body }: Request): Promise<Reply> {
  const team = await teamOf(visit, params)
  if (!mayManageStaff(visit.actor)) throw forbidden()
  if (!rowVersion.safeParse(body.version).success) throw new Refusal(400)
  const back = { ...sent(body), version: Number(body.version) }
  const input = readInput(changedTeam, body)
  if (!input.ok) return teamReply(visit, team, { ...back, errors: messages(visit, input.errors) }, 422)
  const done = await guarded(visit.db, () => changeTeam(visit, team, input.value))
  if (!done.ok) return teamReply(visit, team, { ...back, refused: staffPhrases(visit.language)[`why_${done.why}`] }, 409)
  if (done.value) return toStaff(visit, 'team')
  const current = await teamById(visit.db, team.id)
  return teamReply(visit, current, { ...back, version: current.version, conflict: true }, 409)
}

function messages(visit: Visit, errors: { field: string; code: string }[]): Record<string, string> {
  const t = staffPhrases(visit.language)
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, field === 'name' && code === 'required' ? t.error_name : t.error_text]),
  )
}
