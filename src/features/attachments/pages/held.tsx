import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { heldNotice } from '../../documents/held.tsx'
import { portalPage } from '../../house/page.tsx'
import { attachmentPhrases } from '../phrases.ts'
import type { Attachment } from '../queries.ts'

/** The file is known, but stays in the house: the virus scanner says so, or its bytes cannot be read. `back` leads to where it stands. */
export function heldPage(visit: Omit<Visit, 'db'>, file: Attachment, back: string) {
  const t = attachmentPhrases(visit.language)
  const action = <LinkButton href={href(visit, back)}>{t.back}</LinkButton>
  return portalPage(visit, {
    title: file.file_name,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.back, href: href(visit, back) }, { label: file.file_name }],
    children: heldNotice(visit, file.scan_state, action) ?? (
      <EmptyState icon="file" title={t.missing_title} text={t.missing_text} action={action} />
    ),
  })
}
