import type { ComponentChildren } from 'preact'
import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import type { ContactField } from '../input.ts'
import { contactPhrases } from '../phrases.ts'
import type { Contact, ManagedCompany } from '../queries.ts'
import { Conflict } from './conflict.tsx'

type View = Omit<Visit, 'db'>

export interface FormState {
  values: Record<ContactField, string>
  /** By field, as sentences. */
  errors: Record<string, string>
  /** Somebody else at the company has the address: the box that says it is another person. */
  sameEmail: boolean
}

interface NewProps extends FormState {
  id: string
  /** One: nothing to choose. */
  companies: ManagedCompany[]
  companyId: string
}

/** «+ Erstelle Neu» (manual, chapter 3). */
export function newPage(visit: View, { id, companies, companyId, ...form }: NewProps) {
  const t = contactPhrases(visit.language)
  return formPage(visit, t.new_title, form, {
    path: '/contacts/new',
    back: '/contacts',
    head: (
      <>
        <input type="hidden" name="_id" value={id} />
        {companies.length === 1 ? (
          <input type="hidden" name="company_id" value={companies[0]!.id} />
        ) : (
          <SelectField
            name="company_id"
            label={t.company}
            options={[
              { value: '', label: t.choose },
              ...companies.map((company) => ({ value: company.id, label: company.name })),
            ]}
            value={companyId}
            error={form.errors.company_id}
            required
          />
        )}
      </>
    ),
    emailHint: t.email_hint,
    lead: t.after_saving,
  })
}

interface EditProps extends FormState {
  contact: Contact
  /** The version the person has seen; sent again with the form. */
  version: number
  /** What somebody else saved in between, where this form comes back because of it. */
  conflict: Contact | null
}

/** The form with what the contact has now, or with what was typed and refused. */
export function editPage(visit: View, { contact, version, conflict, ...form }: EditProps) {
  const t = contactPhrases(visit.language)
  const hints = { none: t.email_hint, invited: t.email_hint_invited, active: t.email_hint_active, suspended: t.email_hint_active }
  return formPage(visit, t.edit_title(contact.full_name), form, {
    path: `/contacts/${contact.id}/edit`,
    back: `/contacts/${contact.id}`,
    head: (
      <>
        <input type="hidden" name="version" value={version} />
        <Facts rows={[[t.company, contact.company]]} />
      </>
    ),
    emailHint: hints[contact.account_state],
    above: conflict && <Conflict visit={visit} values={form.values} current={conflict} />,
  })
}

interface Frame {
  path: string
  back: string
  head: ComponentChildren
  emailHint: string
  lead?: string
  above?: ComponentChildren
}

function formPage(visit: View, title: string, form: FormState, frame: Frame) {
  const t = contactPhrases(visit.language)
  const errors = Object.entries(form.errors).map(([field, message]) => ({ field, message }))
  return portalPage(visit, {
    title,
    area: 'contacts',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/contacts') }, { label: title }],
    lead: frame.lead,
    error: errors.length > 0 || Boolean(frame.above),
    children: (
      <div class="stack">
        <ErrorSummary errors={errors} />
        {frame.above}
        <PostForm visit={visit as Visit} path={frame.path} class="form">
          {frame.head}
          <Fields visit={visit} form={form} emailHint={frame.emailHint} />
          <div class="row">
            <Button kind="primary">{t.save}</Button>
            <LinkButton href={href(visit, frame.back)}>{t.cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}

function Fields({ visit, form, emailHint }: { visit: View; form: FormState; emailHint: string }) {
  const t = contactPhrases(visit.language)
  const field = (name: ContactField) => ({ name, label: t[name], value: form.values[name], error: form.errors[name] })
  const salutations = [
    { value: '', label: t.no_salutation },
    { value: 'mrs', label: t.mrs },
    { value: 'mr', label: t.mr },
  ]
  return (
    <>
      <SelectField {...field('salutation')} options={salutations} size="medium" />
      <TextField {...field('first_name')} maxlength={80} autocomplete="off" optional />
      <TextField {...field('last_name')} maxlength={80} autocomplete="off" required />
      <TextField
        {...field('email')}
        type="email"
        inputmode="email"
        hint={emailHint}
        maxlength={254}
        autocomplete="off"
        optional
      />
      {form.sameEmail && <Checkbox name="same_email" label={t.same_email} checked={false} />}
      <TextField {...field('position')} maxlength={120} autocomplete="off" optional />
      <TextField {...field('phone')} type="tel" inputmode="tel" hint={t.phone_hint} maxlength={40} autocomplete="off" optional />
      <TextField {...field('mobile')} type="tel" inputmode="tel" maxlength={40} autocomplete="off" optional />
      <SelectField
        {...field('language')}
        hint={t.language_hint}
        options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        size="medium"
      />
    </>
  )
}
