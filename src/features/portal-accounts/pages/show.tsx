import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge, type BadgeKind } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { looksAfterPeople } from '../../contacts/access.ts'
import type { AccountState, Contact } from '../../contacts/queries.ts'
import { portalPage } from '../../house/page.tsx'
import { ResetCard } from '../../second-factor/reset-card.tsx'
import type { ResetFacts } from '../../second-factor/reset-facts.ts'
import { OpenRequests } from '../open-requests.tsx'
import { accountPhrases } from '../phrases.ts'
import type { Account, Happened, Invitation } from '../queries.ts'
import { AccountCard } from './account-card.tsx'
import { ContactFacts } from './contact-card.tsx'
import { History } from './history.tsx'
import type { RoleFacts, RoleFields } from './role-form.tsx'

export interface ShowProps {
  contact: Contact
  account: Account | null
  facts: RoleFacts
  fields: RoleFields
  invitation: Invitation
  happened: Happened[]
  /** The id that opening the account will use. */
  id: string
  done: string | null
  /** Why what was asked for was not done. */
  refused: string | null
  /** Of those who look after the person: what to do about a lost second factor. */
  second: ResetFacts | null
  /** The form for suspending as it came back. */
  suspension: { reason: string; error: string } | null
}

export const stateKinds: Record<AccountState, BadgeKind | undefined> = {
  none: undefined,
  invited: 'info',
  active: 'ok',
  suspended: 'bad',
}

/** One contact with its portal account (manual, chapter 3; interface W8). */
export function showPage(visit: Omit<Visit, 'db'>, props: ShowProps) {
  const t = accountPhrases(visit.language)
  const { contact, account, facts } = props
  const errors = [
    ...Object.entries(props.fields.errors).map(([field, message]) => ({ field, message })),
    ...(props.suspension ? [{ field: 'suspend_reason', message: props.suspension.error }] : []),
  ]
  return portalPage(visit, {
    title: contact.full_name,
    area: 'contacts',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.contacts, href: href(visit, '/contacts') },
      ...(visit.actor.kind === 'staff'
        ? [{ label: contact.company, href: href(visit, `/companies/${contact.company_id}`) }]
        : []),
      { label: contact.full_name },
    ],
    badge: <Badge kind={stateKinds[contact.account_state]}>{t[`state_${contact.account_state}`]}</Badge>,
    lead: signInLine(visit, contact, account),
    actions: looksAfterPeople(visit.actor) && (
      <LinkButton href={href(visit, `/contacts/${contact.id}/edit`)} icon="pencil" shortcut="e">
        {t.edit}
      </LinkButton>
    ),
    done: props.done,
    error: errors.length > 0 || props.refused !== null,
    children: (
      <div class="stack">
        {props.refused && (
          <Note kind="bad">
            <p>{props.refused}</p>
          </Note>
        )}
        <ErrorSummary errors={errors} />
        {facts.requests.length > 0 && (
          <Card title={t.requests} id="requests">
            <OpenRequests visit={visit} requests={facts.requests} />
          </Card>
        )}
        <div class="split">
          <ContactFacts visit={visit} contact={contact} account={account} />
          <AccountCard visit={visit} {...props} />
        </div>
        {props.second && <ResetCard visit={visit} contactId={contact.id} facts={props.second} />}
        <History visit={visit} happened={props.happened} />
      </div>
    ),
  })
}

function signInLine(visit: Omit<Visit, 'db'>, contact: Contact, account: Account | null) {
  const t = accountPhrases(visit.language)
  if (!account || (contact.account_state !== 'active' && contact.account_state !== 'suspended')) return undefined
  return account.last_sign_in_at ? t.last_sign_in(dateTime(account.last_sign_in_at)) : t.never_signed_in
}
