import { page, type Reply, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { type Draft, draftFiles } from './drafts.ts'
import { type FilledStep, stepErrors } from './input.ts'
import { healthKinds } from './kinds.ts'
import { objectOf, type PolicyOption, policiesFor, policyOf } from './objects.ts'
import { checkPage } from './pages/check.tsx'
import { reportPhrases } from './phrases.ts'
import { seenAll } from './seen.ts'
import { stepPath } from './stepper.tsx'
import { submitReport } from './submit.ts'

/** Step 5: the summary; what is missing leads back to the step that lacks it. */
export async function showCheck(visit: Visit, draft: Draft): Promise<Reply> {
  return toIncomplete(visit, draft) ?? page(await draw(visit, draft, {}))
}

function toIncomplete(visit: Visit, draft: Draft): Reply | null {
  const lacks = (step: FilledStep) => stepErrors(step, draft.kind, draft.data).length > 0
  const step = (['event', 'people'] as const).find(lacks)
  return step ? redirect(href(visit, `${stepPath(draft.id, step)}?incomplete=1`)) : null
}

interface Outcome {
  errors?: Record<string, string>
  changed?: boolean
}

async function draw(visit: Visit, draft: Draft, { errors = {}, changed = false }: Outcome) {
  const { label, policy } = await named(visit, draft)
  return checkPage(visit, {
    draft,
    object: label,
    policy: policy ? `${policy.name} · ${policy.number}` : null,
    files: await draftFiles(visit.db, draft.id),
    health: await isHealth(visit, draft, policy),
    errors,
    changed,
  })
}

async function named(visit: Visit, { kind, data }: Draft) {
  const { hit, label } = await objectOf(visit.db, kind, data)
  return { label, policy: policyOf(kind, data, hit, await policiesFor(visit.db, kind)) }
}

// By its kind, or because the line of the policy says so.
async function isHealth(visit: Visit, draft: Draft, policy: PolicyOption | null): Promise<boolean> {
  if (healthKinds.includes(draft.kind)) return true
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

/** Sends the report, if it is the one that was checked. */
export async function checkReply(visit: Visit, draft: Draft, body: Record<string, unknown>): Promise<Reply> {
  if (body.later) return redirect(href(visit, '/claims/new?done=saved'))
  const incomplete = toIncomplete(visit, draft)
  if (incomplete) return incomplete
  const files = await draftFiles(visit.db, draft.id)
  if (typeof body.seen === 'string' && body.seen !== seenAll(draft, files))
    return page(await draw(visit, draft, { changed: true }), 409)
  const health = await isHealth(visit, draft, (await named(visit, draft)).policy)
  if (health && body.consent !== 'on')
    return page(await draw(visit, draft, { errors: { consent: reportPhrases(visit.language).error_consent } }), 422)
  await submitReport(visit, draft, health)
  return redirect(href(visit, `/claims/new/${draft.id}/done`))
}
