import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { AttachmentField } from '../../attachments/field.tsx'
import type { Files } from '../../attachments/received.ts'
import { UploadForm } from '../../documents/upload-form.tsx'
import { portalPage } from '../../house/page.tsx'
import { type About, aboutPath } from '../../messages/about.ts'
import { type CategoryKey, categories, type DetailKey, detailsOf } from '../categories.ts'
import { labelOf } from '../errors.ts'
import { NoCover } from '../no-cover.tsx'
import { requestPhrases } from '../phrases.ts'
import type { PolicyToChoose } from '../queries.ts'

type View = Omit<Visit, 'db'>

export interface NewState {
  id: string
  category: CategoryKey
  /** The record whose page the form was opened from. */
  about: About | null
  /** Where there is none: policies to choose from. */
  policies: PolicyToChoose[]
  values: Record<string, string>
  errors: Record<string, string>
  files: Files
}

/** The second step of «Anfrage eröffnen»: the form of the category. */
export function newPage(visit: View, state: NewState) {
  const t = requestPhrases(visit.language)
  const { category, about, errors, files } = state
  const spec = categories[category]
  return portalPage(visit, {
    title: t[category],
    area: 'requests',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/requests') },
      { label: t.open_request, href: href(visit, `/requests/new${about ? `?about=${about.kind}:${about.id}` : ''}`) },
      { label: t[category] },
    ],
    lead: t[`${category}_hint`],
    error: Object.keys(errors).length + files.errors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary
          errors={[
            ...Object.entries(errors).map(([field, message]) => ({ field, message })),
            ...files.errors.map((message) => ({ field: 'files', message })),
          ]}
        />
        {spec.noCover && <NoCover language={visit.language} />}
        <UploadForm visit={visit} path="/requests/new" dirty>
          <input type="hidden" name="_id" value={state.id} />
          <input type="hidden" name="category" value={category} />
          <Fields visit={visit} state={state} />
          <AttachmentField visit={visit} files={files} />
          <p class="hint">{t.who_reads}</p>
          <div class="row">
            <Button kind="primary" icon="send">
              {t.send}
            </Button>
            <LinkButton href={href(visit, about ? aboutPath(about) : '/requests')}>{t.cancel}</LinkButton>
          </div>
        </UploadForm>
      </div>
    ),
  })
}

function Fields({ visit, state }: { visit: View; state: NewState }) {
  const t = requestPhrases(visit.language)
  const { category, values, errors } = state
  const spec = categories[category]
  const field = (name: string) => ({
    name,
    label: labelOf(visit.language, category, name),
    value: values[name] ?? '',
    error: errors[name],
  })
  return (
    <>
      <AboutField visit={visit} state={state} />
      {detailsOf(category).map(({ key, required }) => (
        <Detail key={key} name={key} field={field(key)} required={required} anyLanguage={t.any_language} />
      ))}
      {spec.date !== 'none' && (
        <DateField {...field('wished_on')} required={spec.date === 'required'} optional={spec.date === 'optional'} />
      )}
      <TextArea
        {...field('body')}
        rows={spec.body === 'required' ? 6 : 3}
        maxlength={8000}
        required={spec.body === 'required'}
        optional={spec.body === 'optional'}
      />
      <TextField {...field('subject')} hint={t.subject_hint} maxlength={160} optional />
      <Checkbox name="urgent" label={t.urgent} hint={t.urgent_hint} checked={values.urgent === 'on'} />
    </>
  )
}

function AboutField({ visit, state: { category, about, policies, values, errors } }: { visit: View; state: NewState }) {
  const t = requestPhrases(visit.language)
  if (about) {
    return (
      <>
        <input type="hidden" name="about" value={`${about.kind}:${about.id}`} />
        <Facts rows={[[t.about, <a href={href(visit, aboutPath(about))}>{about.label}</a>]]} />
      </>
    )
  }
  if (!categories[category].offersPolicies || policies.length === 0) return null
  const options = policies.map((policy) => ({ value: `policy:${policy.id}`, label: `${policy.name} · ${policy.number}` }))
  return (
    <SelectField
      name="about"
      label={t.about}
      hint={t.about_hint}
      options={[{ value: '', label: t.about_none }, ...options]}
      value={values.about ?? ''}
      error={errors.about}
      optional
    />
  )
}

interface DetailProps {
  name: DetailKey
  field: { name: string; label: string; value: string; error: string | undefined }
  required: boolean
  anyLanguage: string
}

function Detail({ name, field, required, anyLanguage }: DetailProps) {
  if (name === 'first_registered_on') return <DateField {...field} required={required} optional={!required} />
  if (name === 'certificate_language') {
    const options = languages.map((language) => ({ value: language as string, label: languageNames[language] }))
    return <SelectField {...field} options={[{ value: '', label: anyLanguage }, ...options]} size="medium" />
  }
  const long = name === 'recipient' || name === 'purpose'
  return <TextField {...field} maxlength={long ? 200 : 60} autocomplete="off" required={required} optional={!required} />
}
