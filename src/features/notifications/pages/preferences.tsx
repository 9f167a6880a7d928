import type { Customer, Staff } from '../../../platform/actor.ts'
import { languageNames } from '../../../platform/language.ts'
import type { Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ChoiceTable } from '../../../ui/components/ChoiceTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SaveBar } from '../../../ui/components/SaveBar.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { profileFrame } from '../../profile/frame.tsx'
import { type Choices, channels, choosable, offered, type Preferences } from '../preferences.ts'
import { preferencePhrases } from '../preferences-phrases.ts'

export interface PreferencesForm {
  person: Customer | Staff
  choices: Choices
  quiet_from: string
  quiet_until: string
  weekends: boolean
  version: number
  errors?: { field: string; code: string }[]
  /** What is stored, where it was changed elsewhere since the form was opened. */
  stored?: Preferences | null
  done?: string | null
}

type Part = { visit: Omit<Visit, 'db'>; form: PreferencesForm }

/** What somebody wants to be told about, and how. */
export function preferencesPage(visit: Omit<Visit, 'db'>, form: PreferencesForm) {
  const t = preferencePhrases(visit.language)
  const errors = (form.errors ?? []).map(({ field, code }) => ({ field: fieldOf(field), message: messageOf(code, visit) }))
  return profileFrame(visit, {
    section: 'notifications',
    lead: t.lead,
    done: form.done,
    error: errors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={errors} />
        {form.stored && <Conflict visit={visit} form={form} stored={form.stored} />}
        <PostForm visit={visit as Visit} path="/profile/notifications" class="stack" dirty>
          <input type="hidden" name="version" value={String(form.version)} />
          <ChannelsCard visit={visit} form={form} />
          <QuietCard visit={visit} form={form} errors={errors} />
          <SaveBar />
        </PostForm>
        <FixedCard visit={visit} form={form} />
      </div>
    ),
  })
}

function ChannelsCard({ visit, form }: Part) {
  const t = preferencePhrases(visit.language)
  return (
    <Card id="channels" title={t.channels}>
      <p class="hint">{t.channels_hint}</p>
      <ChoiceTable
        caption={t.channels}
        columns={channels.map((key) => ({ key, label: t[key] }))}
        rows={offered(form.person).map((name) => ({
          name,
          label: t[name],
          hint: name === 'message' ? undefined : t[`${name}_hint`],
          checked: channels.filter((channel) => form.choices[name][channel]),
        }))}
      />
    </Card>
  )
}

function QuietCard({ visit, form, errors }: Part & { errors: { field: string; message: string }[] }) {
  const t = preferencePhrases(visit.language)
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  return (
    <Card id="quiet" title={t.quiet}>
      <div class="form">
        <p class="hint">{t.quiet_text}</p>
        <div class="row quiet-times">
          {(['quiet_from', 'quiet_until'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t[name]}
              hint={t.time_example(name === 'quiet_from' ? '20:00' : '07:00')}
              inputmode="numeric"
              maxlength={8}
              value={form[name]}
              error={errorOf(name)}
              autocomplete="off"
              size="short"
            />
          ))}
        </div>
        <Checkbox name="quiet_weekends" label={t.quiet_weekends} hint={t.quiet_weekends_hint} checked={form.weekends} />
      </div>
    </Card>
  )
}

function FixedCard({ visit, form: { person } }: Part) {
  const t = preferencePhrases(visit.language)
  return (
    <Card id="fixed" title={t.fixed}>
      <div class="prose">
        <p>{t.fixed_text}</p>
        <ul>
          <li>{t.fixed_password}</li>
          <li>{t.fixed_device}</li>
          {person.kind === 'customer' && <li>{t.fixed_access}</li>}
        </ul>
        <p class="muted">{t.language_text(languageNames[person.language])}</p>
      </div>
    </Card>
  )
}

// Both values, so that nothing is lost without anybody having seen it.
function Conflict({ visit, form, stored }: Part & { stored: Preferences }) {
  const t = preferencePhrases(visit.language)
  const differing = offered(form.person).flatMap((occasion) =>
    channels
      .filter((channel) => stored.choices[occasion][channel] !== form.choices[occasion][channel])
      .map((channel) => `${t[occasion]}, ${t[channel]}: ${stored.choices[occasion][channel] ? t.on : t.off}`),
  )
  const { from, until, weekends } = stored.quiet
  if (`${from ?? ''} ${until ?? ''}` !== `${form.quiet_from} ${form.quiet_until}`)
    differing.push(`${t.quiet}: ${from && until ? `${from}–${until}` : t.off}`)
  if (weekends !== form.weekends) differing.push(`${t.quiet_weekends}: ${weekends ? t.on : t.off}`)
  return (
    <Note kind="warn" title={t.conflict_title}>
      <p>{differing.length > 0 ? t.conflict_text : t.conflict_same}</p>
      <ul>
        {differing.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Note>
  )
}

// The first box of a row stands for the row.
const fieldOf = (field: string) => (choosable.some((name) => name === field) ? `${field}-portal` : field)

function messageOf(code: string, visit: Omit<Visit, 'db'>): string {
  const t = preferencePhrases(visit.language)
  return code === 'both' ? t.error_both : code === 'same' ? t.error_same : code === 'choose' ? t.error_choose : t.error_time
}
