import { notFound } from '../../platform/errors.ts'
import { uuid } from '../../platform/forms.ts'
import type { Reply } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { confirmationPdf } from './confirmation-pdf.ts'
import { brokerAddress, reportedClaim } from './report-queries.ts'

/** The confirmation as a PDF, for whoever sees the claim, in the reader's language. */
export async function confirmationReply(visit: Visit, id: string | undefined): Promise<Reply> {
  if (!uuid.safeParse(id).success) throw notFound()
  const claim = await reportedClaim(visit.db, id!)
  const body = await confirmationPdf(visit, claim, await brokerAddress(visit.db))
  const name = claim.number.replace(/[^\w.-]/g, '_')
  const headers = { 'content-disposition': `attachment; filename="${name}.pdf"`, 'cache-control': 'private, no-store' }
  return { kind: 'text', type: 'application/pdf', body, headers }
}
