import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import type { Attachment } from '../../attachments/queries.ts'
import { portalPage } from '../../house/page.tsx'
import { messagePhrases } from '../../messages/phrases.ts'
import type { WholeTalk } from '../../messages/talk.ts'
import { Entries } from '../../messages/thread.tsx'
import { Cover } from '../no-cover.tsx'
import { requestPhrases } from '../phrases.ts'
import { ProgressCard } from '../progress.tsx'
import type { ServiceRequest } from '../queries.ts'
import { StateBadge } from '../state-badge.tsx'
import { WantedCard } from '../wanted.tsx'

/** A request for paper: everything about it and all that was said, without a form. Who and when stand in the head of every page. */
export function printPage(visit: Omit<Visit, 'db'>, request: ServiceRequest, talk: WholeTalk, files: Attachment[]) {
  const t = requestPhrases(visit.language)
  const back = href(visit, `/requests/${request.id}`)
  return portalPage(visit, {
    title: request.subject,
    area: 'requests',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/requests') },
      { label: request.number, href: back },
      { label: t.print },
    ],
    badge: <StateBadge state={request.state} language={visit.language} />,
    lead: `${t[request.category]} · ${request.number}`,
    children: (
      <div class="stack">
        <div class="print-hint row">
          <LinkButton href={back} icon="chevron-left">
            {t.back_to_request}
          </LinkButton>
          <button type="button" class="button primary js-only" data-print>
            <Icon name="printer" />
            <span>{t.print}</span>
          </button>
          <p class="muted small">{t.print_hint}</p>
        </div>
        <Cover language={visit.language} request={request} />
        <WantedCard visit={visit} request={request} files={files} />
        <ProgressCard visit={visit} request={request} />
        {talk.messages.length > 0 && (
          <Card id="conversation" title={messagePhrases(visit.language).conversation}>
            {talk.cut && <p>{t.print_cut(talk.messages.length)}</p>}
            <Entries visit={visit} messages={talk.messages} files={talk.files} firstNew={null} />
          </Card>
        )}
      </div>
    ),
  })
}
