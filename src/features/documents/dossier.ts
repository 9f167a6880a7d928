import { sql } from 'kysely'
import { forbidden } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import type { Visit } from '../../platform/visit.ts'
import { filesDocuments, filesForCompanies } from './access.ts'

/** The company whose dossier is filed into, and its policies as far as the person sees them. */
export interface Dossier {
  id: string
  name: string
  policies: { id: string; number: string; name: string }[]
}

/**
 * Whose dossier it is: a File Manager's own company; for the broker's people the company they named, or that of the policy. Null where
 * they have yet to choose one. Throws Forbidden for everybody else.
 */
export async function dossierFor(visit: Visit, { company, policy }: Record<string, unknown>): Promise<Dossier | null> {
  const { actor, db } = visit
  if (filesDocuments(actor))
    return { id: actor.companyId, name: actor.companyName, policies: await policiesOf(visit, actor.companyId) }
  if (!filesForCompanies(actor)) throw forbidden()
  const [companyId, policyId] = [uuid.safeParse(company).data, uuid.safeParse(policy).data]
  const found = await db
    .selectFrom('company')
    .select(['company.id', 'company.name'])
    .where((where) =>
      companyId
        ? where('company.id', '=', companyId)
        : where.exists(
            where
              .selectFrom('policy')
              .select('policy.id')
              .whereRef('policy.company_id', '=', 'company.id')
              .where('policy.id', '=', policyId ?? null),
          ),
    )
    .executeTakeFirst()
  return found ? { ...found, policies: await policiesOf(visit, found.id) } : null
}

function policiesOf({ db }: Visit, companyId: string) {
  return db
    .selectFrom('policy')
    .select(['id', 'number', 'name'])
    .where('company_id', '=', companyId)
    .orderBy('name')
    .orderBy('number')
    .limit(300)
    .execute()
}

/** The companies that the broker's people choose from. */
export function companiesToChoose({ db }: Visit) {
  return db.selectFrom('company').select(['id', 'name']).orderBy('name').limit(2000).execute()
}

/** What a company's people may bring in all (security.md F1). */
export const mostBytes = 5_000_000_000

/** Whether the company's people may bring so many bytes more; the broker's people always may. */
export async function hasRoom({ actor, db }: Visit, companyId: string, bytes: number): Promise<boolean> {
  if (actor.kind === 'staff') return true
  const { rows } = await sql<{
    fits: boolean
  }>`select access.has_room(${companyId}, ${bytes}::bigint, ${mostBytes}::bigint) as fits`.execute(db)
  return rows[0]!.fits
}
