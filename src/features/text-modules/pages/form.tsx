import type { ComponentChildren } from 'preact'
import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { inboxPhrases } from '../../inbox/phrases.ts'
import { requestPhrases } from '../../service-requests/phrases.ts'
import { settableStates } from '../../service-requests/states.ts'
import { textsPhrases } from '../phrases.ts'
import { placeholders } from '../placeholders.ts'
import type { TextModule } from '../queries.ts'

type View = Omit<Visit, 'db'>

export interface Form {
  id: string
  /** 0 for a new one. */
  version: number
  values: Record<string, string>
  errors: Record<string, string>
  conflict: boolean
}

/** A text module, new or to be changed. */
export function modulePage(visit: View, form: Form) {
  const t = textsPhrases(visit.language)
  const { values, errors } = form
  return frame(
    visit,
    form,
    'texts',
    form.version ? t.module : t.new_module,
    <>
      <SelectField
        name="language"
        label={t.language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={values.language ?? ''}
        error={errors.language}
        size="medium"
      />
      <TextField name="name" label={t.name} value={values.name ?? ''} error={errors.name} maxlength={80} required />
      <TextField
        name="shortcut"
        label={t.shortcut}
        hint={t.shortcut_hint}
        value={values.shortcut ?? ''}
        error={errors.shortcut}
        maxlength={30}
        size="medium"
        required
        spellcheck={false}
        autocomplete="off"
      />
      <TextArea name="body" label={t.body} value={values.body ?? ''} error={errors.body} rows={8} maxlength={4000} required />
      <fieldset class="field">
        <legend>{t.placeholders}</legend>
        <p class="hint">{t.placeholders_hint}</p>
        <div class="row">
          {placeholders.map((name) => (
            <button key={name} type="button" class="button plain" data-insert={`{{${name}}}`} data-into="f-body">
              {`{{${name}}}`} <span class="muted small">{t[`ph_${name}`]}</span>
            </button>
          ))}
        </div>
      </fieldset>
    </>,
  )
}

/** A macro, new or to be changed. */
export function macroPage(visit: View, form: Form, modules: TextModule[]) {
  const t = textsPhrases(visit.language)
  const r = requestPhrases(visit.language)
  const { values, errors } = form
  const known = new Map(modules.map(({ shortcut, name }) => [shortcut, `/${shortcut} · ${name}`]))
  return frame(
    visit,
    form,
    'macros',
    form.version ? t.macro : t.new_macro,
    <>
      <TextField name="name" label={t.name} value={values.name ?? ''} error={errors.name} maxlength={80} required />
      <SelectField
        name="shortcut"
        label={t.sends}
        hint={t.sends_hint}
        options={[{ value: '', label: t.sends_nothing }, ...[...known].map(([value, label]) => ({ value, label }))]}
        value={values.shortcut ?? ''}
        error={errors.shortcut}
      />
      <SelectField
        name="state"
        label={t.sets}
        options={[
          { value: '', label: t.as_it_is },
          ...settableStates.map((state) => ({ value: state as string, label: r[state] })),
        ]}
        value={values.state ?? ''}
        size="medium"
      />
      <SelectField
        name="assign"
        label={t.assigns}
        options={[
          { value: 'keep', label: t.as_it_is },
          { value: 'me', label: t.to_me },
          { value: 'team', label: t.to_team },
        ]}
        value={values.assign ?? 'keep'}
        size="medium"
      />
      <TextField
        name="snooze_days"
        label={t.snoozes}
        hint={t.snoozes_hint}
        value={values.snooze_days ?? ''}
        error={errors.snooze_days}
        maxlength={2}
        size="short"
        inputmode="numeric"
        optional
      />
      <Checkbox name="finishes" label={t.finishes} checked={values.finishes === 'on'} />
    </>,
  )
}

function frame(visit: View, form: Form, what: 'texts' | 'macros', title: string, children: ComponentChildren) {
  const t = textsPhrases(visit.language)
  const i = inboxPhrases(visit.language)
  const { errors, conflict } = form
  return portalPage(visit, {
    title,
    area: 'inbox',
    crumbs: [
      { label: visit.brokerage.number },
      { label: i.title, href: href(visit, '/inbox') },
      { label: t.title, href: href(visit, '/inbox/texts') },
      { label: title },
    ],
    error: Object.keys(errors).length > 0 || conflict,
    children: (
      <div class="stack">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {conflict && (
          <Note kind="warn">
            <p>{i.conflict}</p>
          </Note>
        )}
        <PostForm visit={visit as Visit} path={`/inbox/${what}`} class="form" dirty>
          <input type="hidden" name="_id" value={form.id} />
          <input type="hidden" name="version" value={String(form.version)} />
          {children}
          <div class="row">
            <Button kind="primary">{i.save}</Button>
            <LinkButton href={href(visit, '/inbox/texts')}>{i.cancel}</LinkButton>
          </div>
        </PostForm>
        {form.version > 0 && (
          <PostForm visit={visit as Visit} path={`/inbox/${what}/${form.id}/removal`}>
            <Button kind="danger" icon="trash-2">
              {t.remove}
            </Button>
          </PostForm>
        )}
      </div>
    ),
  })
}
