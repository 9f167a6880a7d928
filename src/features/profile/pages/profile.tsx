import type { Customer, Staff } from '../../../platform/actor.ts'
import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { PostForm } from '../../house/form.tsx'
import { profileFrame } from '../frame.tsx'
import type { OwnContactField } from '../input.ts'
import { profilePhrases } from '../phrases.ts'
import { OwnContactForm } from './own-contact.tsx'

/** What the page says was just done. */
export const results = ['saved', 'contact'] as const
export type Result = (typeof results)[number]

export interface OwnContactState {
  values: Record<OwnContactField, string>
  version: number
  /** By field, as sentences. */
  errors: Partial<Record<OwnContactField, string>>
  /** What somebody else saved in between, where the form comes back because of it. */
  conflict: Record<OwnContactField, string> | null
}

export interface Profile {
  person: Customer | Staff
  /** null for staff: what they are stands with the brokerage. */
  contact: OwnContactState | null
  /** Who changes the rest: the company's User Managers by name. */
  userManagers: string[]
  done?: Result | null
  errors?: { field: string; code: string }[]
}
type Part = Profile & { visit: Omit<Visit, 'db'> }

/** The person's own page: who I am here, how to reach me, how the portal looks for me. */
export function profilePage(visit: Omit<Visit, 'db'>, profile: Profile) {
  const t = profilePhrases(visit.language)
  const part = { visit, ...profile }
  const refused = Boolean(profile.errors)
  return profileFrame(visit, {
    section: 'person',
    lead: t.lead,
    done: profile.done && { saved: t.saved, contact: t.contact_saved }[profile.done],
    error: refused || Object.keys(profile.contact?.errors ?? {}).length > 0 || Boolean(profile.contact?.conflict),
    children: (
      <div class="columns">
        <div class="stack">
          <PersonCard {...part} />
        </div>
        <div class="stack">
          {profile.errors && <ErrorSummary errors={profile.errors.map(({ field }) => ({ field, message: t.choose }))} />}
          <SettingsCard {...part} />
        </div>
      </div>
    ),
  })
}

function PersonCard({ visit, person, contact, userManagers }: Part) {
  const t = profilePhrases(visit.language)
  const nameBy = userManagers.length > 0 ? t.name_by(userManagers.join(', ')) : t.name_by_broker
  const mayChangeAll = person.kind === 'customer' && person.roles.has('user_manager')
  return (
    <Card
      id="person"
      title={t.person}
      action={mayChangeAll && <a href={href(visit, `/contacts/${person.contactId}/edit`)}>{t.change_all}</a>}
    >
      <div class="stack">
        <Facts
          rows={[
            [t.name, `${person.firstName} ${person.lastName}`],
            [t.user_name, person.email],
            person.kind === 'customer' ? [t.company, person.companyName] : [t.function, t[person.function]],
          ]}
        />
        {!mayChangeAll && <p class="small muted">{person.kind === 'staff' ? t.name_staff : nameBy}</p>}
        {contact && <OwnContactForm visit={visit} contact={contact} />}
      </div>
    </Card>
  )
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
