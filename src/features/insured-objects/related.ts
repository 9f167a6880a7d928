import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import type { ListResult } from '../../records/list-query.ts'
import { readShortList } from '../../records/short-list.tsx'
import { claimList } from '../claims/list.tsx'
import { insuredObjectList } from './list.tsx'
import { type InsuredObject, type InsuredObjectRow, insuredObjectById } from './queries.ts'

/** An insured object with the first of what hangs on it. */
export type ObjectWithRelated = InsuredObject & { related: Awaited<ReturnType<typeof relatedTo>> }

/** One insured object with what hangs on it; throws NotFound when it does not exist for the actor. */
export async function objectWithRelated(db: Db, id: string): Promise<ObjectWithRelated> {
  const object = await insuredObjectById(db, id)
  return { ...object, related: await relatedTo(db, object) }
}

// The row rules choose among these too.
async function relatedTo(db: Db, { id, plate, company_id }: { id: string; plate: string | null; company_id: string }) {
  const [claims, samePlate] = await allOf([
    readShortList(db, { ...claimList, rows: (inside) => claimList.rows(inside).where('claim.object_id', '=', id) }),
    plate ? readShortList(db, onPlate({ id, plate, company_id })) : nothing,
  ])
  return { claims, samePlate }
}

const nothing: ListResult<InsuredObjectRow> = { rows: [], total: 0, capped: false, page: 1, pages: 1 }

function onPlate({ id, plate, company_id }: { id: string; plate: string; company_id: string }) {
  return {
    ...insuredObjectList,
    rows: (db: Db) =>
      insuredObjectList
        .rows(db)
        .where('insured_object.plate', '=', plate)
        .where('insured_object.company_id', '=', company_id)
        .where('insured_object.id', '<>', id),
  }
}
