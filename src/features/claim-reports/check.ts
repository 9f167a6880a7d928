import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { submitReport } from './changes.ts'
import { stepErrors } from './input.ts'
import { healthKinds } from './kinds.ts'
import { checkPage } from './pages/check.tsx'
import { reportPhrases } from './phrases.ts'
import { type Draft, draftFiles, findObject, objectLabel, policiesFor } from './queries.ts'
import { stepPath } from './stepper.tsx'

/** Step 5: the summary. */
export async function check(visit: Visit, draft: Draft, errors: Record<string, string> = {}) {
  const { data, kind } = draft
  const object = data.object ? await findObject(visit.db, kind, data.object) : null
  const policy = await chosenPolicy(visit, draft)
  return checkPage(visit, {
    draft,
    object: object ? objectLabel(object) : (data.object_query ?? null),
    policy: policy ? `${policy.name} · ${policy.number}` : null,
    files: await draftFiles(visit.db, draft.id),
    health: await isHealth(visit, draft),
    errors,
  })
}

async function chosenPolicy(visit: Visit, { data, kind }: Draft) {
  if (!data.policy || data.policy === 'open') return null
  return (await policiesFor(visit.db, kind)).find(({ id }) => id === data.policy) ?? null
}

// By its kind, or because the line of the policy says so.
async function isHealth(visit: Visit, draft: Draft): Promise<boolean> {
  if (healthKinds.includes(draft.kind)) return true
  const policy = await chosenPolicy(visit, draft)
  if (!policy) return false
  const line = await visit.db
    .selectFrom('policy')
    .innerJoin('line_of_business as line', (join) =>
      join.onRef('line.brokerage_id', '=', 'policy.brokerage_id').onRef('line.code', '=', 'policy.line_code'),
    )
    .select('line.health')
    .where('policy.id', '=', policy.id)
    .executeTakeFirst()
  return line?.health ?? false
}

/** Sends the report; what is missing leads to the step that lacks it. */
export async function checkReply(visit: Visit, draft: Draft, body: Record<string, unknown>): Promise<Reply> {
  if (body.later) return redirect(href(visit, '/claims/new?done=saved'))
  for (const step of ['event', 'people'] as const)
    if (stepErrors(step, draft.kind, draft.data).length > 0) return redirect(href(visit, stepPath(draft.id, step)))
  const health = await isHealth(visit, draft)
  if (health && body.consent !== 'on')
    return page(await check(visit, draft, { consent: reportPhrases(visit.language).error_consent }), 422)
  await submitReport(visit, draft, health)
  return redirect(href(visit, `/claims/new/${draft.id}/done`))
}
