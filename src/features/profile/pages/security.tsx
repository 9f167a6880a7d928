import type { Customer, Staff } from '../../../platform/actor.ts'
import { dateTime, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { FactorsCard } from '../../second-factor/card.tsx'
import type { OwnFactors } from '../../second-factor/own.ts'
import { secondFactorPhrases } from '../../second-factor/phrases.ts'
import { browserName } from '../../sign-in/browser-name.ts'
import type { Way } from '../../sign-in/sessions.ts'
import { profileFrame } from '../frame.tsx'
import { profilePhrases } from '../phrases.ts'
import type { OwnSession, RememberedBrowser } from '../queries.ts'
import { securityPhrases } from '../security-phrases.ts'

/** What was just done. */
export const securityResults = [
  'ended',
  'session',
  'forgotten',
  'password',
  'app',
  'passkey',
  'codes',
  'factor_removed',
  'last_factor',
] as const
export type SecurityResult = (typeof securityResults)[number]

interface Security {
  person: Customer | Staff
  sessions: OwnSession[]
  remembered: RememberedBrowser[]
  second: OwnFactors
  done?: SecurityResult | null
}
type Part = Security & { visit: Omit<Visit, 'db'> }

/** Password, and every device that is signed in or may come back. */
export function securityPage(visit: Omit<Visit, 'db'>, security: Security) {
  const t = securityPhrases(visit.language)
  const p = profilePhrases(visit.language)
  const f = secondFactorPhrases(visit.language)
  const results = {
    ended: p.ended,
    session: t.done_session,
    forgotten: t.done_forgotten,
    password: p.password_changed,
    app: f.done_app,
    passkey: f.done_passkey,
    codes: f.done_codes,
    factor_removed: f.done_removed,
    last_factor: null,
  }
  const part = { visit, ...security }
  return profileFrame(visit, {
    section: 'security',
    lead: t.lead,
    done: security.done && results[security.done],
    children: (
      <div class="stack">
        {security.done === 'last_factor' && (
          <Note kind="warn">
            <p>{f.done_last}</p>
          </Note>
        )}
        <FactorsCard visit={visit} second={security.second} />
        <SessionsCard {...part} />
        {security.person.kind === 'customer' && visit.brokerage.rememberAllowed && <RememberedCard {...part} />}
        <Card
          id="password"
          title={p.password}
          action={<LinkButton href={href(visit, '/profile/password')}>{p.change_password}</LinkButton>}
        >
          <p>{p.password_text}</p>
        </Card>
      </div>
    ),
  })
}

function SessionsCard({ visit, person, sessions }: Part) {
  const t = securityPhrases(visit.language)
  const p = profilePhrases(visit.language)
  const f = secondFactorPhrases(visit.language)
  return (
    <Card id="sessions" title={p.sessions}>
      <ul class="plain-list devices">
        {sessions.map((session) => {
          const current = session.id === person.sessionId
          return (
            <li key={session.id}>
              <div>
                <p class="row">
                  <strong>{deviceName(visit, session.user_agent)}</strong>
                  {current && <Badge kind="ok">{p.this_device}</Badge>}
                  {session.remember_id && <Badge>{t.stays}</Badge>}
                </p>
                <p class="small muted">
                  {[
                    companyOf(visit, person, session.account_id),
                    p.last_seen(dateTime(session.last_seen_at)),
                    t.signed_in(dateTime(session.created_at)),
                    f[`way_${session.way as Way}`],
                    session.source && t.from(session.source),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </p>
              </div>
              {!current && (
                <PostForm visit={visit as Visit} path={`/profile/sessions/${session.id}/end`}>
                  <Button>
                    {t.end}
                    <span class="vh">: {deviceName(visit, session.user_agent)}</span>
                  </Button>
                </PostForm>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <PostForm visit={visit as Visit} path="/profile/other-sessions/end" class="top-gap">
          <Button>{p.end_others}</Button>
        </PostForm>
      )}
    </Card>
  )
}

function RememberedCard({ visit, person, remembered }: Part) {
  const t = securityPhrases(visit.language)
  return (
    <Card id="remembered" title={t.remembered}>
      <p>{remembered.length > 0 ? t.remembered_text : t.none_remembered}</p>
      {remembered.length > 0 && (
        <ul class="plain-list devices">
          {remembered.map((browser) => (
            <li key={browser.id}>
              <div>
                <p>
                  <strong>{deviceName(visit, browser.user_agent)}</strong>
                </p>
                <p class="small muted">
                  {[
                    companyOf(visit, person, browser.account_id),
                    t.used(dateTime(browser.rotated_at), shortDate(browser.expires_at.toISOString())),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </p>
              </div>
              <PostForm visit={visit as Visit} path={`/profile/remembered/${browser.id}/revocation`}>
                <Button>
                  {t.forget}
                  <span class="vh">: {deviceName(visit, browser.user_agent)}</span>
                </Button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function deviceName(visit: Pick<Visit, 'language'>, userAgent: string | null): string {
  const name = browserName(userAgent ?? '')
  return name === '–' ? securityPhrases(visit.language).unknown_device : name
}

// Only who has accounts at several companies needs to be told where.
function companyOf(visit: Pick<Visit, 'language'>, person: Customer | Staff, accountId: string | null): string | null {
  if (person.kind === 'staff' || person.elsewhere.length === 0) return null
  const company =
    accountId === person.id ? person.companyName : person.elsewhere.find((other) => other.accountId === accountId)?.companyName
  return company ? securityPhrases(visit.language).at(company) : null
}
