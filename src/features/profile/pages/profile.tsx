import type { Customer, Staff } from '../../../platform/actor.ts'
import { dateTime, shortDate } from '../../../platform/format.ts'
import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type Role, rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { profilePhrases } from '../phrases.ts'
import type { OwnGrant, OwnSession } from '../queries.ts'

/** What the page says was just done. */
export const results = ['saved', 'ended', 'password'] as const
export type Result = (typeof results)[number]

interface Profile {
  person: Customer | Staff
  grants: OwnGrant[]
  sessions: OwnSession[]
  done?: Result | null
  errors?: { field: string; code: string }[]
}
type Part = Profile & { visit: Omit<Visit, 'db'> }

/** The person's own page: who I am here, how it looks, which rights I have, where I am signed in. */
export function profilePage(visit: Omit<Visit, 'db'>, profile: Profile) {
  const t = profilePhrases(visit.language)
  const part = { visit, ...profile }
  return portalPage(visit, {
    title: t.title,
    area: 'profile',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    done: profile.done && { saved: t.saved, ended: t.ended, password: t.password_changed }[profile.done],
    error: Boolean(profile.errors),
    children: (
      <div class="split">
        <div class="stack">
          {profile.errors && <ErrorSummary errors={profile.errors.map(({ field }) => ({ field, message: t.choose }))} />}
          <SettingsCard {...part} />
          <SessionsCard {...part} />
        </div>
        <div class="stack">
          <PersonCard {...part} />
          <PasswordCard visit={visit} />
          {profile.person.kind === 'customer' && <RightsCard {...part} />}
        </div>
      </div>
    ),
  })
}

function SettingsCard({ visit, person, errors }: Part) {
  const t = profilePhrases(visit.language)
  const wrong = (field: string) => (errors?.some((error) => error.field === field) ? t.choose : undefined)
  return (
    <Card id="settings" title={t.settings}>
      <PostForm visit={visit as Visit} path="/profile" class="form">
        <SelectField
          name="language"
          label={t.language}
          value={person.language}
          error={wrong('language')}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        />
        <SelectField
          name="theme"
          label={t.theme}
          value={person.theme}
          error={wrong('theme')}
          options={(['system', 'light', 'dark'] as const).map((theme) => ({ value: theme, label: t[theme] }))}
        />
        <SelectField
          name="density"
          label={t.density}
          value={person.density}
          error={wrong('density')}
          options={(['comfortable', 'compact'] as const).map((density) => ({ value: density, label: t[density] }))}
        />
        <Checkbox name="shortcuts" label={t.shortcuts} hint={t.shortcuts_hint} checked={person.shortcuts} />
        <Button kind="primary">{t.save}</Button>
      </PostForm>
    </Card>
  )
}

function PasswordCard({ visit }: Pick<Part, 'visit'>) {
  const t = profilePhrases(visit.language)
  const change = <LinkButton href={href(visit, '/profile/password')}>{t.change_password}</LinkButton>
  return (
    <Card id="password" title={t.password} action={change}>
      <p>{t.password_text}</p>
    </Card>
  )
}

function SessionsCard({ visit, person, sessions }: Part) {
  const t = profilePhrases(visit.language)
  return (
    <Card id="sessions" title={t.sessions}>
      <ul class="plain-list stack">
        {sessions.map((session) => (
          <li key={session.id}>
            <strong>{deviceName(session.user_agent)}</strong>
            {session.id === person.sessionId && ` · ${t.this_device}`}
            <p class="small muted">{t.last_seen(dateTime(session.last_seen_at))}</p>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <PostForm visit={visit as Visit} path="/profile/other-sessions/end" class="form">
          <Button>{t.end_others}</Button>
        </PostForm>
      )}
    </Card>
  )
}

/** «Firefox, Linux» out of a browser's long self-description; enough to recognise one's own device. */
function deviceName(userAgent: string | null): string {
  const browser = /Edg\//.test(userAgent ?? '') ? 'Edge' : (/(Firefox|Chrome|Safari)\//.exec(userAgent ?? '')?.[1] ?? 'Browser')
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(userAgent ?? '')?.[1]
  return system ? `${browser}, ${system}` : browser
}

function PersonCard({ visit, person }: Part) {
  const t = profilePhrases(visit.language)
  return (
    <Card id="person" title={t.person}>
      <Facts
        rows={[
          [t.name, `${person.firstName} ${person.lastName}`],
          [t.user_name, person.email],
          person.kind === 'customer' ? [t.company, person.companyName] : [t.function, t[person.function]],
        ]}
      />
    </Card>
  )
}

function RightsCard({ visit, grants }: Part) {
  const t = profilePhrases(visit.language)
  const roles = rolePhrases(visit.language)
  return (
    <Card id="rights" title={t.rights}>
      <ul class="plain-list stack">
        {grants.map((grant) => (
          <li key={grant.id}>
            <strong>{roles[grant.role as Role]}</strong>
            <p class="small">{roles[`${grant.role as Role}_hint`]}</p>
            <p class="small muted">
              {t.since(shortDate(grant.valid_from.toISOString()), grant.granted_by)}
              {grant.valid_until && ` · ${t.until(shortDate(grant.valid_until.toISOString()))}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
