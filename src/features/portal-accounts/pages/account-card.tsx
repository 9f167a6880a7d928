import { dateTime } from '../../../platform/format.ts'
import { languageNames } from '../../../platform/language.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SaveBar } from '../../../ui/components/SaveBar.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { mayChangeRoles, mayInvite, maySuspend } from '../access.ts'
import { accountPhrases } from '../phrases.ts'
import type { Account } from '../queries.ts'
import { RoleList, RoleMatrix } from './role-form.tsx'
import type { ShowProps } from './show.tsx'

type View = Omit<Visit, 'db'>

/** The manual's right card, by the state of the account. */
export function AccountCard({ visit, ...props }: ShowProps & { visit: View }) {
  const t = accountPhrases(visit.language)
  const state = props.contact.account_state
  return (
    <Card title={t[`account_${state}`]} id="account">
      <div class="stack">
        {state === 'none' ? (
          <Inactive visit={visit} {...props} />
        ) : (
          <>
            {state === 'invited' && <Invited visit={visit} {...props} account={props.account!} />}
            {state === 'suspended' && <Suspended visit={visit} {...props} account={props.account!} />}
            <Roles visit={visit} {...props} account={props.account!} />
            {state === 'active' && <Suspend visit={visit} {...props} account={props.account!} />}
          </>
        )}
      </div>
    </Card>
  )
}

type Props = ShowProps & { visit: View }
type WithAccount = Props & { account: Account }

function Inactive({ visit, contact, facts, fields, id }: Props) {
  const t = accountPhrases(visit.language)
  if (!mayInvite(visit.actor)) return <p>{t.no_account_readonly}</p>
  if (!contact.email)
    return (
      <>
        <p>{t.needs_email}</p>
        <div class="row">
          <LinkButton href={href(visit, `/contacts/${contact.id}/edit`)} kind="primary">
            {t.add_email}
          </LinkButton>
        </div>
      </>
    )
  return (
    <PostForm visit={visit as Visit} path={`/contacts/${contact.id}/account`} class="form">
      <input type="hidden" name="_id" value={id} />
      <p>{t.what_opening_does}</p>
      <p>{t.mail_goes_to(contact.email, languageNames[contact.language as Language])}</p>
      <RoleMatrix visit={visit} facts={facts} fields={fields} />
      <div class="row">
        <Button kind="primary" icon="user-plus" name="check" value="1">
          {t.open}
        </Button>
      </div>
    </PostForm>
  )
}

function Invited({ visit, contact, account, invitation }: WithAccount) {
  const t = accountPhrases(visit.language)
  const { link, mail } = invitation
  const dead = !link || link.revoked_at !== null || link.used_at !== null || link.expires_at.getTime() <= Date.now()
  if (!mayInvite(visit.actor) && !mail) return null
  return (
    <>
      <Facts
        rows={[
          [t.invited_on, dateTime(account.invited_at)],
          [t.invited_by, account.invited_by],
          [t.valid_until, dead ? '' : dateTime(link.expires_at)],
          [t.mail_state, mail && t.mail_to(t[`mail_${mail.state as 'queued'}`], mail.recipient)],
        ]}
      />
      {dead && (
        <Note kind="warn" announce={false}>
          <p>{t.link_dead}</p>
        </Note>
      )}
      {mayInvite(visit.actor) && (
        <div class="row">
          <PostForm visit={visit as Visit} path={`/contacts/${contact.id}/account/invitation`}>
            <Button kind={dead ? 'primary' : 'plain'} icon="send">
              {t.resend}
            </Button>
          </PostForm>
          <PostForm visit={visit as Visit} path={`/contacts/${contact.id}/account/withdrawal`}>
            <Button icon="undo-2">{t.withdraw}</Button>
          </PostForm>
        </div>
      )}
    </>
  )
}

function Suspended({ visit, contact, account }: WithAccount) {
  const t = accountPhrases(visit.language)
  return (
    <>
      <Facts rows={[[t.suspended_because, account.state_reason]]} />
      <p>{t.roles_rest}</p>
      {maySuspend(visit.actor, account) && (
        <PostForm visit={visit as Visit} path={`/contacts/${contact.id}/account/reopening`}>
          <Button kind="primary">{t.reopen}</Button>
        </PostForm>
      )}
    </>
  )
}

function Roles({ visit, contact, facts, fields, account, refused }: WithAccount) {
  const t = accountPhrases(visit.language)
  if (!mayChangeRoles(visit.actor))
    return (
      <>
        <h3>{t.roles}</h3>
        <RoleList visit={visit} grants={facts.grants} />
        {visit.actor.kind === 'customer' && <p class="hint">{t.read_only_roles}</p>}
      </>
    )
  // A form that came back holds unsaved ticks already, which the script would count as none: its button is always there.
  const returned = refused !== null || fields.returned || Object.keys(fields.errors).length > 0
  return (
    <PostForm visit={visit as Visit} path={`/contacts/${contact.id}/account/roles`} class="form" dirty={!returned}>
      <input type="hidden" name="version" value={account.version} />
      <RoleMatrix visit={visit} facts={facts} fields={fields} />
      {returned ? (
        <div class="row">
          <Button kind="primary" name="check" value="1">
            {t.apply}
          </Button>
        </div>
      ) : (
        <SaveBar submit={t.apply} name="check" />
      )}
    </PostForm>
  )
}

function Suspend({ visit, contact, account, suspension }: WithAccount) {
  const t = accountPhrases(visit.language)
  if (!maySuspend(visit.actor, account)) return null
  return (
    <details open={suspension !== null}>
      <summary>{t.suspend}</summary>
      <PostForm visit={visit as Visit} path={`/contacts/${contact.id}/account/suspension`} class="form">
        <p>{t.suspend_what}</p>
        <TextField
          name="suspend_reason"
          label={t.suspend_reason}
          value={suspension?.reason ?? ''}
          error={suspension?.error}
          maxlength={400}
          required
        />
        <div class="row">
          <Button kind="danger" icon="lock">
            {t.suspend}
          </Button>
        </div>
      </PostForm>
    </details>
  )
}
