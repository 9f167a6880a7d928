import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { inboxPhrases } from '../phrases.ts'

export interface PromiseForm {
  values: Record<string, string>
  days: number[]
  version: number
  errors: Record<string, string>
  conflict: boolean
}

/** Within how many hours of office time somebody answers. */
export function promisePage(visit: Omit<Visit, 'db'>, { values, days, version, errors, conflict }: PromiseForm) {
  const t = inboxPhrases(visit.language)
  const field = (name: 'hours' | 'from' | 'to', label: string) => (
    <TextField
      name={name}
      label={label}
      value={values[name] ?? ''}
      error={errors[name]}
      size="short"
      maxlength={5}
      inputmode={name === 'hours' ? 'numeric' : 'text'}
      autocomplete="off"
    />
  )
  return portalPage(visit, {
    title: t.promise,
    area: 'inbox',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/inbox') }, { label: t.promise }],
    lead: t.promise_lead,
    error: Object.keys(errors).length > 0 || conflict,
    children: (
      <div class="stack">
        <ErrorSummary
          errors={Object.entries(errors).map(([name, message]) => ({ field: name === 'days' ? 'days-1' : name, message }))}
        />
        {conflict && (
          <Note kind="warn">
            <p>{t.conflict}</p>
          </Note>
        )}
        <PostForm visit={visit as Visit} path="/inbox/promise" class="form" dirty>
          <input type="hidden" name="version" value={String(version)} />
          {field('hours', t.promise_hours)}
          {field('from', t.promise_from)}
          {field('to', t.promise_to)}
          <fieldset class="field">
            <legend>{t.promise_days}</legend>
            {([1, 2, 3, 4, 5, 6, 7] as const).map((day) => (
              <Checkbox key={day} name="days" value={String(day)} label={t[`day_${day}`]} checked={days.includes(day)} />
            ))}
          </fieldset>
          <div class="row">
            <Button kind="primary">{t.save}</Button>
            <LinkButton href={href(visit, '/inbox')}>{t.cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}
