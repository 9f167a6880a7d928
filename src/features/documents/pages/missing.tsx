import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { ContactCard } from '../../house/contact-card.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../crumbs.ts'
import { documentPhrases } from '../phrases.ts'
import type { DocumentRecord } from '../queries.ts'

/** The document is known, its bytes are not there: said plainly, with the person who can help. */
export function missingPage(visit: Omit<Visit, 'db'>, document: DocumentRecord) {
  const t = documentPhrases(visit.language)
  return portalPage(visit, {
    title: document.title,
    area: 'documents',
    crumbs: crumbs(visit, document),
    children: (
      <>
        <EmptyState
          icon="file"
          title={t.missing_title}
          text={t.missing_text}
          action={<LinkButton href={href(visit, `/documents/${document.id}`)}>{t.back_to_document}</LinkButton>}
        />
        {visit.accountManager && <ContactCard visit={visit} person={visit.accountManager} />}
      </>
    ),
  })
}
