import { dateTime } from '../../platform/format.ts'
import { showPhone } from '../../platform/phone.ts'
import type { Visit } from '../../platform/visit.ts'
import { openPaper } from '../../ui/paper/paper.ts'
import { sizeShown } from '../documents/file-size.ts'
import { nextSteps } from './next-steps.ts'
import { reportPhrases } from './phrases.ts'
import type { ReportedClaim } from './report-queries.ts'
import { saidRows } from './said.ts'

type View = Pick<Visit, 'language' | 'brokerage' | 'accountManager'>

/** What was reported, word for word, with the list of files, as a paper that one can file. */
export async function confirmationPdf(visit: View, claim: ReportedClaim, address: string[]): Promise<Buffer> {
  const t = reportPhrases(visit.language)
  const { brokerage, language } = visit
  const paper = await openPaper({
    title: t.done_title(claim.number),
    language,
    colour: brokerage.brandColour,
    sender: [brokerage.name, ...address],
  })
  paper.heading(t.done_title(claim.number), 1)
  if (claim.published_at) paper.paragraph(t.confirmation_lead(claim.number, dateTime(claim.published_at)))
  const said = saidRows(claim, language)
  paper.facts(
    filled([
      [t.kind, t[claim.kind]],
      [t.company, claim.company],
      [t.policy, policyShown(claim) ?? t.policy_is_open],
    ]),
  )
  if (claim.whole) {
    paper.heading(t.step_event)
    paper.facts(filled(said.event))
    if (filled(said.people).length > 0) paper.heading(t.step_people)
    paper.facts(filled([...said.people, [t.consent_given, claim.details.consent ? t.yes : null]]))
  } else paper.paragraph(t.not_for_you)
  paper.heading(t.step_files)
  if (claim.files.length === 0) paper.paragraph(t.files_none)
  else paper.list(claim.files.map((file) => `${file.file_name} (${sizeShown(file.byte_size)})`))
  paper.heading(t.what_next)
  paper.list(nextSteps(claim, language))
  const contact = visit.accountManager
  if (contact)
    paper.paragraph([contact.name, contact.phone && showPhone(contact.phone), contact.email].filter(Boolean).join(', '))
  if (claim.details.reporter) paper.paragraph(t.confirmation_foot(claim.details.reporter), { size: 8 })
  return paper.finish()
}

function policyShown({ policy_name: name, policy_number: number }: ReportedClaim): string | null {
  return number && `${name} · ${number}`
}

// What was left empty is not printed.
function filled(rows: [string, string | null][]): [string, string][] {
  return rows.filter((row): row is [string, string] => Boolean(row[1]))
}
