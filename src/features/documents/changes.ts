import { createHash } from 'node:crypto'
import { forbidden } from '../../platform/errors.ts'
import { recordEvent } from '../../platform/events.ts'
import { keepUpload, type UploadedFile } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { tellAbout } from '../notifications/tell.ts'
import { filesDocuments, filesForCompanies } from './access.ts'
import { type Category, storedWord } from './categories.ts'
import { guessCategory } from './guess.ts'

/** Where uploaded files go: a claim the person reported, or the dossier, there perhaps on a policy. */
export interface Filing {
  claimId: string | null
  policyId: string | null
  /** A premium invoice it came for: then it lies on the policy of the invoice. */
  premiumInvoiceId?: string
  companyId: string
  /** `auto`: by the name of each file. */
  category: Category | 'auto'
  title: string
  datedOn: string | null
  confidential: boolean
}

interface FileRow {
  id: string
  name: string
  media_type: string
  byte_size: number
  sha256: Buffer
  companyId: string
  category: Category
  claimId?: string | null
  policyId?: string | null
  premiumInvoiceId?: string
  title?: string
  datedOn?: string | null
  confidential?: boolean
}

/** The row of an uploaded file as a document; the database gives audience and company from policy or claim. */
export function fileRow(visit: Visit, file: FileRow) {
  if (visit.actor.kind === 'visitor') throw forbidden()
  return {
    brokerage_id: visit.brokerage.id,
    id: file.id,
    company_id: file.companyId,
    policy_id: file.policyId ?? null,
    claim_id: file.claimId ?? null,
    premium_invoice_id: file.premiumInvoiceId ?? null,
    title: (file.title || file.name.replace(/\.[^.]+$/, '')).slice(0, 200),
    category: storedWord(file.category),
    dated_on: file.datedOn ?? null,
    file_name: file.name,
    media_type: file.media_type,
    byte_size: file.byte_size,
    sha256: file.sha256,
    confidential: file.confidential ?? false,
    // What the broker's people file has no author at the customer; its version says who it was.
    author_account_id: visit.actor.kind === 'customer' ? visit.actor.id : null,
  }
}

/** Files what was uploaded, one document each; gives their ids, made of the form's id, so that sending it twice files once. */
export async function fileDocuments(visit: Visit, formId: string, filing: Filing, files: UploadedFile[]): Promise<string[]> {
  const ids: string[] = []
  const mayFile = filesDocuments(visit.actor) || filesForCompanies(visit.actor)
  if (!filing.claimId && !filing.premiumInvoiceId && !mayFile) throw forbidden()
  for (const file of files) {
    const id = idOf(formId, file)
    const category = filing.category === 'auto' ? guessCategory(file.name) : filing.category
    ids.push(id)
    await keepUpload(visit, file, { kind: 'document', id })
    const filed = await visit.db
      .insertInto('document')
      .values(
        fileRow(visit, {
          ...filing,
          id,
          category,
          name: file.name,
          media_type: file.mediaType,
          byte_size: file.size,
          sha256: file.sha256,
          // A title is for one file; several keep their own names.
          title: files.length === 1 ? filing.title : '',
        }),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning(['id', 'company_id'])
      .executeTakeFirst()
    if (!filed) continue
    await recordEvent(visit.db, visit.brokerage, visit.actor, {
      verb: 'document.uploaded',
      subjectKind: 'document',
      subjectId: filed.id,
      companyId: filed.company_id,
      details: {
        category,
        ...(filing.claimId && { claim: filing.claimId }),
        ...(filing.premiumInvoiceId && { premium_invoice: filing.premiumInvoiceId }),
      },
    })
    await tellAbout(visit, {
      kind: filing.claimId ? 'claim_document' : 'document_new',
      about: { kind: 'document', id: filed.id },
    })
  }
  return ids
}

// UUID version 8 (RFC 9562): made of the form's id and the bytes.
function idOf(formId: string, file: UploadedFile): string {
  const hash = createHash('sha256').update(formId).update(file.sha256).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
