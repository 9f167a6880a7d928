import { href, type Visit } from '../../../platform/visit.ts'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Time } from '../../../ui/components/Time.tsx'
import { signInPage } from '../../house/page.tsx'
import { mailboxPhrases } from '../phrases.ts'
import type { StoredMail } from '../queries.ts'

/** What the portal would have sent, newest first. */
export function mailboxPage(visit: Visit, mails: StoredMail[]) {
  const t = mailboxPhrases(visit.language)
  return signInPage(visit, {
    title: t.title,
    children: (
      <>
        <p class="hint">{t.lead}</p>
        {mails.length === 0 && <EmptyState icon="mail" title={t.empty} />}
        <ol class="mailbox plain-list">
          {mails.map((mail) => (
            <li key={mail.name}>
              <a href={href(visit, `/mailbox/${mail.name}`)}>{mail.subject}</a>
              <p class="hint">
                {mail.to}
                {mail.at && (
                  <>
                    {' · '}
                    <Time at={mail.at} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ol>
      </>
    ),
  })
}

/** One mail as text, its links to the portal clickable. */
export function mailPage(visit: Visit, mail: StoredMail) {
  const t = mailboxPhrases(visit.language)
  return signInPage(visit, {
    title: mail.subject,
    children: (
      <>
        <Facts
          rows={[
            [t.from, mail.from],
            [t.to, mail.to],
            [t.at, mail.at && <Time at={mail.at} />],
          ]}
        />
        <div class="mail-text">{linked(mail.text)}</div>
        {mail.attachments.length > 0 && (
          <>
            <h2>{t.attachments}</h2>
            <ul>
              {mail.attachments.map((attachment, index) => (
                <li key={attachment.name}>
                  <a href={href(visit, `/mailbox/${mail.name}/${index}`)} download={attachment.name}>
                    {attachment.name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={href(visit, '/mailbox')}>{t.all}</a>
        </p>
      </>
    ),
  })
}

// Only whole http addresses become links; everything else of a mail stays the text it is.
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
