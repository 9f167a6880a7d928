import { Readable } from 'node:stream'
import { newId } from '../src/platform/ids.ts'
import type { House } from './house.ts'

interface Kept {
  name?: string
  title?: string
  /** The company's number in the export; Muster Holding AG unless said otherwise. */
  company?: string
  confidential?: boolean
}

/** A document with these bytes, as an import would bring it; on no policy, so that «Übrige Branchen» see it. Gives its id. */
export async function kept(
  house: House,
  bytes: Buffer,
  mediaType: string,
  { name = 'datei', title, company = 'K-10001', confidential = false }: Kept = {},
) {
  const brokerage = await house.brokerageId()
  const { sha256, size } = await house.services.files.put(brokerage, Readable.from([bytes]))
  const id = newId()
  await house.database.write(
    brokerage,
    'insert into kept_file (brokerage_id, sha256, byte_size) values ($1, $2, $3) on conflict do nothing',
    [brokerage, sha256, size],
  )
  await house.database.write(
    brokerage,
    `insert into document (brokerage_id, id, company_id, title, category, file_name, media_type, byte_size, sha256, confidential, published_at)
     select $1, $2, c.id, $3, 'Diverses', $4, $5, $6, $7, $8, now() from company c where c.brokerage_id = $1 and c.source_key = $9`,
    [brokerage, id, title ?? name, name, mediaType, size, sha256, confidential, company],
  )
  return id
}
