import { dateTime, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type Role, rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SaidCard } from '../../claim-reports/said-card.tsx'
import { claimWorkPhrases } from '../../claim-work/phrases.ts'
import { movesClaims } from '../../claims/access.ts'
import { PostForm } from '../../house/form.tsx'
import { mayDecide } from '../../portal-accounts/access.ts'
import { setsState } from '../../service-requests/access.ts'
import { Cover } from '../../service-requests/no-cover.tsx'
import type { ServiceRequest } from '../../service-requests/queries.ts'
import { isOpen } from '../../service-requests/states.ts'
import { WantedCard } from '../../service-requests/wanted.tsx'
import { isChangeKind } from '../../vehicle-changes/kinds.ts'
import type { ItemState } from '../item-state.ts'
import { inboxPhrases } from '../phrases.ts'

type View = Omit<Visit, 'db'>

/** What an item is about, drawn as on its own page. */
export function SubjectCard({ visit, state }: { visit: View; state: ItemState }) {
  const t = inboxPhrases(visit.language)
  const { subject } = state
  switch (subject.kind) {
    case 'conversation':
      return null
    case 'service_request':
      return (
        <>
          <Cover language={visit.language} request={subject.request} />
          <WantedCard visit={visit} request={subject.request} files={subject.files} />
          <Mutation visit={visit} request={subject.request} />
        </>
      )
    case 'claim':
      return (
        <>
          <SaidCard visit={visit} claim={subject.report} />
          {movesClaims(visit.actor) && (
            <div class="row">
              <LinkButton href={href(visit, `/claims/${subject.claim.id}/state`)} icon="pencil">
                {t.move_claim}
              </LinkButton>
              <LinkButton href={href(visit, `/claims/${subject.claim.id}/work`)} icon="wallet">
                {claimWorkPhrases(visit.language).title}
              </LinkButton>
            </div>
          )}
        </>
      )
    case 'role_request':
      return <Approval visit={visit} state={state} />
    case 'mail':
      return <FailedMail visit={visit} state={state} />
  }
}

// A vehicle mutation is carried out here, once; afterwards this leads to what became of it.
function Mutation({ visit, request }: { visit: View; request: ServiceRequest }) {
  const t = inboxPhrases(visit.language)
  if (!isChangeKind(request.category)) return null
  if (request.outcome_id) {
    return (
      <Note kind="ok" title={t.carried_out} announce={false}>
        <p>
          <a href={href(visit, `/insured-objects/${request.outcome_id}`)}>{t.to_vehicle}</a>
        </p>
      </Note>
    )
  }
  if (!setsState(visit.actor, request) || !isOpen(request.state)) return null
  return (
    <div class="row">
      <LinkButton href={href(visit, `/inbox/${request.id}/vehicle`)} kind="primary" icon="car">
        {t.carry_out}
      </LinkButton>
    </div>
  )
}

function Approval({ visit, state: { subject } }: { visit: View; state: ItemState }) {
  const t = inboxPhrases(visit.language)
  if (subject.kind !== 'role_request') return null
  const { request } = subject
  if (!request) return <p class="muted">{t.decided}</p>
  const decides = mayDecide(visit.actor, request)
  return (
    <Card id="approval" title={t.kind_role_request} level={3}>
      <Facts
        rows={[
          [t.role, rolePhrases(visit.language)[request.role as Role]],
          [t.for_person, <a href={href(visit, `/contacts/${request.contact_id}`)}>{request.person}</a>],
          [t.asked_by, request.requested_by],
          [t.reason, request.reason],
          [t.until, request.valid_until && shortDate(request.valid_until.toISOString())],
          [t.expires, dateTime(request.expires_at)],
        ]}
      />
      {decides ? (
        <div class="row">
          <PostForm visit={visit as Visit} path={`/role-requests/${request.id}/approval`}>
            <Button kind="primary" icon="check">
              {t.approve}
            </Button>
          </PostForm>
          <PostForm visit={visit as Visit} path={`/role-requests/${request.id}/rejection`}>
            <Button icon="x">{t.reject}</Button>
          </PostForm>
        </div>
      ) : (
        <p class="hint">{t.not_yours}</p>
      )}
    </Card>
  )
}

function FailedMail({ visit, state: { item, aside } }: { visit: View; state: ItemState }) {
  const t = inboxPhrases(visit.language)
  return (
    <Card id="mail" title={t.kind_mail} level={3}>
      <Facts
        rows={[
          [t.recipient, item.mail_recipient],
          [t.mail_what, item.mail_event],
          [t.mail_error, item.mail_error],
          [t.mail_sent, item.mail_at && dateTime(item.mail_at)],
        ]}
      />
      <p class="hint">{t.mail_hint}</p>
      {aside.contact && (
        <div class="row">
          <LinkButton href={href(visit, `/contacts/${aside.contact.id}`)} icon="users">
            {t.to_contact}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}
