import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import type { UserManagerField } from '../input.ts'
import { companyPhrases } from '../phrases.ts'
import type { Company, Person } from '../queries.ts'

export interface UserManagerForm {
  company: Pick<Company, 'id' | 'name'>
  people: Pick<Person, 'id' | 'full_name' | 'email'>[]
  /** The ids the contact and the account will have, so that sending twice registers once. */
  ids: { contact: string; account: string }
  values: Record<UserManagerField, string>
  errors: Record<string, string>
  refused: string | null
}

/** Registering a User Manager: somebody of the list, or somebody new. */
export function userManagerPage(visit: Omit<Visit, 'db'>, form: UserManagerForm) {
  const t = companyPhrases(visit.language)
  const { company, values, errors } = form
  const field = (name: UserManagerField, label: string) => ({ name, label, value: values[name], error: errors[name] })
  const people = form.people.map(({ id, full_name, email }) => ({
    value: id,
    label: email ? `${full_name} (${email})` : full_name,
  }))
  const salutations = [
    { value: '', label: t.no_salutation },
    { value: 'mrs', label: t.mrs },
    { value: 'mr', label: t.mr },
  ]
  return portalPage(visit, {
    title: t.register,
    area: 'companies',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/companies') },
      { label: company.name, href: href(visit, `/companies/${company.id}`) },
      { label: t.register },
    ],
    lead: t.register_lead(company.name),
    error: form.refused !== null || Object.keys(errors).length > 0,
    children: (
      <div class="stack">
        {form.refused && (
          <Note kind="bad">
            <p>{form.refused}</p>
          </Note>
        )}
        <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ field: name, message }))} />
        <PostForm visit={visit as Visit} path={`/companies/${company.id}/user-manager`} class="form">
          <input type="hidden" name="_id" value={form.ids.contact} />
          <input type="hidden" name="account_id" value={form.ids.account} />
          <SelectField {...field('person', t.who)} options={[{ value: '', label: t.somebody_new }, ...people]} />
          <fieldset class="stack">
            <legend>{t.new_person}</legend>
            <p class="hint">{t.new_person_hint}</p>
            <SelectField {...field('salutation', t.salutation)} options={salutations} size="medium" />
            <TextField {...field('first_name', t.first_name)} maxlength={80} autocomplete="off" optional />
            <TextField {...field('last_name', t.last_name)} maxlength={80} autocomplete="off" />
            <TextField {...field('email', t.email)} type="email" inputmode="email" maxlength={254} autocomplete="off" />
            <SelectField
              {...field('language', t.language)}
              options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
              size="medium"
            />
          </fieldset>
          <div class="row">
            <Button kind="primary" icon="user-plus">
              {t.submit}
            </Button>
            <LinkButton href={href(visit, `/companies/${company.id}`)}>{t.cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}
