import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { sizeShown } from '../../documents/file-size.ts'
import { scanWord } from '../../documents/scan-words.ts'
import { ContactCard } from '../../house/contact-card.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../frame.tsx'
import { nextSteps } from '../next-steps.ts'
import { reportPhrases } from '../phrases.ts'
import type { ReportedClaim } from '../report-queries.ts'
import { SaidCard } from '../said-card.tsx'
import { CallNow } from './asked.tsx'

type View = Omit<Visit, 'db'>
type Part = { visit: View; claim: ReportedClaim }

/** A report that was sent: for its author right after it with what happens next, and for everybody who sees the claim. */
export function reportPage(visit: View, claim: ReportedClaim, { sent, done }: { sent: boolean; done?: string | null }) {
  const t = reportPhrases(visit.language)
  const own = visit.actor.kind === 'customer' && visit.actor.id === claim.author_account_id
  return portalPage(visit, {
    title: t.done_title(claim.number),
    area: 'claims',
    crumbs: crumbs(visit, claim.number),
    done: sent ? t.done_sent(claim.number) : done,
    actions: (
      <LinkButton href={href(visit, `/claims/${claim.id}/report/pdf`)} icon="download" kind={sent ? 'primary' : 'plain'} download>
        {t.confirmation}
      </LinkButton>
    ),
    children: (
      <div class="split wide-first">
        <div class="stack">
          {sent && claim.details.ongoing === 'yes' && <CallNow visit={visit} always />}
          {sent && <Next visit={visit} claim={claim} />}
          <SaidCard visit={visit} claim={claim} />
        </div>
        <div class="stack">
          <FilesCard visit={visit} claim={claim} own={own} />
          {own && visit.accountManager && (
            <Card id="contact" title={t.contact}>
              <ContactCard visit={visit} person={visit.accountManager} />
            </Card>
          )}
          <div class="row no-print">
            <LinkButton href={href(visit, `/claims/${claim.id}`)}>{t.to_claim}</LinkButton>
            {own && <LinkButton href={href(visit, '/claims/new')}>{t.another}</LinkButton>}
          </div>
        </div>
      </div>
    ),
  })
}

function Next({ visit, claim }: Part) {
  const t = reportPhrases(visit.language)
  return (
    <Card id="next" title={t.what_next}>
      <ol class="next">
        {nextSteps(claim, visit.language).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Card>
  )
}

function FilesCard({ visit, claim, own }: Part & { own: boolean }) {
  const t = reportPhrases(visit.language)
  return (
    <Card id="files" title={t.step_files}>
      {claim.files.length === 0 ? (
        <p class="muted">{t.files_none}</p>
      ) : (
        <ul class="files plain-list">
          {claim.files.map((file) => (
            <li key={file.id}>
              <div>
                <a href={href(visit, `/documents/${file.id}`)}>{file.title}</a>
                <p class="small muted">
                  {sizeShown(file.byte_size)}, {scanWord(visit, file.scan_state)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {own && (
        <div class="row top-gap no-print">
          <LinkButton href={href(visit, `/claims/${claim.id}/documents/new`)} icon="paperclip">
            {t.add_files}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}
