import { type RawBuilder, sql } from 'kysely'

/**
 * Whether the file of a `document` row is new to the actor: not read by them, nor brought by them, younger than their account and than
 * 60 days. An old paper that an import brings late is not new. To the broker's people only what customers bring is (0037).
 */
export function isNew(): RawBuilder<boolean> {
  return sql<boolean>`(document.file_since > (select access.news_since())
    and coalesce(document.dated_on, document.file_since::date) >= document.file_since::date - 60
    and exists (select from document_version v where v.brokerage_id = document.brokerage_id and v.document_id = document.id
      and v.number = document.file_number
      and case when (select access.is_staff()) then v.author_account_id is not null
        else v.author_account_id is distinct from (select access.actor()) end)
    and not exists (select from document_read r where r.brokerage_id = document.brokerage_id and r.document_id = document.id
      and r.number = document.file_number and r.reader_id = (select access.actor())))`
}
