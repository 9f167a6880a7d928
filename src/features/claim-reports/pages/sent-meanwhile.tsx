import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { portalPage } from '../../house/page.tsx'
import type { Draft } from '../drafts.ts'
import { type Conflict, ConflictTable, crumbs } from '../frame.tsx'
import { reportPhrases } from '../phrases.ts'

/** The report was sent from another tab while this one was still typing: what did not go along is shown, to be written as a message. */
export function sentMeanwhilePage(visit: Omit<Visit, 'db'>, draft: Draft, rows: Conflict) {
  const t = reportPhrases(visit.language)
  return portalPage(visit, {
    title: t.conflict_sent_title,
    area: 'claims',
    crumbs: crumbs(visit, t[draft.kind]),
    children: (
      <div class="stack">
        <ConflictTable visit={visit} title={t.conflict_sent_title} text={t.conflict_sent_text} rows={rows} />
        <div class="row">
          <LinkButton href={href(visit, `/messages/new?about=claim:${draft.claim_id}`)} kind="primary" icon="message-square">
            {t.write_message}
          </LinkButton>
          <LinkButton href={href(visit, `/claims/${draft.claim_id}`)}>{t.to_claim}</LinkButton>
        </div>
      </div>
    ),
  })
}
