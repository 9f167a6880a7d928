import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Radios } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { settingsFrame } from '../../settings/frame.tsx'
import { functions, type MemberField } from '../input.ts'
import { staffPhrases } from '../phrases.ts'
import { staffSection } from './list.tsx'

export interface NewMemberForm {
  id: string
  values: Record<MemberField, string>
  errors: Record<string, string>
  refused: string | null
}

/** Inviting somebody to the house. */
export function newMemberPage(visit: Omit<Visit, 'db'>, { id, values, errors, refused }: NewMemberForm) {
  const t = staffPhrases(visit.language)
  const field = (name: MemberField) => ({ name, label: t[name], value: values[name], error: errors[name] })
  return settingsFrame(visit, {
    section: staffSection,
    title: t.invite_title,
    lead: t.invite_lead,
    error: refused !== null || Object.keys(errors).length > 0,
    children: (
      <div class="stack">
        {refused && (
          <Note kind="bad">
            <p>{refused}</p>
          </Note>
        )}
        <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ field: name, message }))} />
        <PostForm visit={visit as Visit} path="/settings/staff/new" class="form">
          <input type="hidden" name="_id" value={id} />
          <TextField {...field('first_name')} maxlength={80} autocomplete="off" optional />
          <TextField {...field('last_name')} maxlength={80} autocomplete="off" />
          <TextField {...field('email')} type="email" inputmode="email" maxlength={254} autocomplete="off" />
          <TextField {...field('phone')} type="tel" inputmode="tel" maxlength={40} autocomplete="off" optional />
          <FunctionField visit={visit} value={values.function} error={errors.function} />
          <SelectField
            {...field('language')}
            options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
            size="medium"
          />
          <div class="row">
            <Button kind="primary" icon="send">
              {t.send_invitation}
            </Button>
            <LinkButton href={href(visit, '/settings/staff')}>{t.cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}

/** The four functions, each with what it means. */
export function FunctionField({ visit, value, error }: { visit: Omit<Visit, 'db'>; value: string; error?: string | undefined }) {
  const t = staffPhrases(visit.language)
  return (
    <Radios
      name="function"
      legend={t.function}
      value={value}
      error={error}
      options={functions.map((fn) => ({ value: fn, label: t[fn], hint: t[`about_${fn}`] }))}
    />
  )
}
