import { languageNames } from '../../../platform/language.ts'
import { languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { ConflictNote } from '../../house/conflict.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { mayArchiveCompany } from '../access.ts'
import { type CompanyField, companyFields } from '../company-input.ts'
import { mergePhrases } from '../merge-phrases.ts'
import { companyPhrases } from '../phrases.ts'
import type { Company } from '../queries.ts'
import { tabPhrases } from '../tab-phrases.ts'

type View = Omit<Visit, 'db'>
type Choice = { value: string; label: string }

export interface CompanyForm {
  /** Null for a new one, which has `id` already. */
  company: Company | null
  id: string
  version: number
  values: Record<CompanyField, string>
  managers: Choice[]
  teams: Choice[]
  errors: Record<string, string>
  /** Somebody saved in between; `company` is what stands there now. */
  conflict: boolean
}

/** What the form shows of a company. */
export function typedCompany(company: Company): CompanyForm['values'] {
  const text = (value: string | null) => value ?? ''
  const need = company.sensitive_roles_need_approval
  return {
    ...{ name: company.name, street: text(company.street), postal_code: text(company.postal_code), town: text(company.town) },
    ...{ canton: text(company.canton), uid: text(company.uid), noga: text(company.noga), language: company.language },
    ...{ account_manager_id: text(company.account_manager_id), team_id: text(company.team_id), remark: text(company.remark) },
    manages_subsidiaries: company.manages_subsidiaries ? 'on' : '',
    approval: need === null ? 'house' : need ? 'yes' : 'no',
  }
}

/** Entering or changing a customer. */
export function companyFormPage(visit: View, form: CompanyForm) {
  const t = tabPhrases(visit.language)
  const { company, errors, conflict } = form
  const title = company ? t.edit_title : t.new_title
  return portalPage(visit, {
    title,
    area: 'companies',
    crumbs: [
      { label: visit.brokerage.number },
      { label: companyPhrases(visit.language).title, href: href(visit, '/companies') },
      ...(company ? [{ label: company.name, href: href(visit, `/companies/${company.id}`) }] : []),
      { label: title },
    ],
    error: conflict || Object.keys(errors).length > 0,
    children: (
      <div class="stack">
        {conflict && company && <ConflictNote visit={visit} differences={differences(visit, form, company)} />}
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <Fields visit={visit} form={form} />
        {company?.state === 'active' && mayArchiveCompany(visit.actor) && (
          <p>
            <LinkButton href={href(visit, `/companies/${company.id}/archive`)} icon="archive">
              {t.archive}
            </LinkButton>{' '}
            <LinkButton href={href(visit, `/companies/${company.id}/merge`)} icon="git-merge">
              {mergePhrases(visit.language).begin}
            </LinkButton>
          </p>
        )}
      </div>
    ),
  })
}

function differences(visit: View, form: CompanyForm, company: Company) {
  const t = tabPhrases(visit.language)
  const now = typedCompany(company)
  const shown = (field: CompanyField, value: string) => {
    if (field === 'account_manager_id') return form.managers.find((one) => one.value === value)?.label ?? ''
    if (field === 'team_id') return form.teams.find((one) => one.value === value)?.label ?? ''
    if (field === 'approval') return t[`approval_${value as 'house' | 'yes' | 'no'}`]
    return field === 'manages_subsidiaries' ? t[value ? 'approval_yes' : 'approval_no'] : value
  }
  return companyFields
    .filter((field) => form.values[field] !== now[field])
    .map((field) => ({ field: t[field], yours: shown(field, form.values[field]), theirs: shown(field, now[field]) }))
}

function Fields({ visit, form }: { visit: View; form: CompanyForm }) {
  const t = tabPhrases(visit.language)
  const { company, id, version, values, errors } = form
  const field = (name: CompanyField) => ({ name, label: t[name], value: values[name], error: errors[name] })
  const back = href(visit, company ? `/companies/${id}` : '/companies')
  return (
    <PostForm visit={visit as Visit} path={company ? `/companies/${id}/edit` : '/companies/new'} class="form">
      {company ? <input type="hidden" name="version" value={version} /> : <input type="hidden" name="_id" value={id} />}
      <TextField {...field('name')} maxlength={160} autocomplete="off" />
      <TextField {...field('street')} maxlength={160} autocomplete="off" optional />
      <TextField {...field('postal_code')} maxlength={12} size="short" autocomplete="off" optional />
      <TextField {...field('town')} maxlength={80} autocomplete="off" optional />
      <TextField {...field('canton')} maxlength={2} size="short" autocomplete="off" optional />
      <TextField {...field('uid')} maxlength={20} size="medium" autocomplete="off" optional />
      <TextField {...field('noga')} maxlength={12} size="medium" autocomplete="off" optional />
      <SelectField
        {...field('language')}
        size="medium"
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <SelectField {...field('account_manager_id')} options={[{ value: '', label: t.nobody }, ...form.managers]} />
      <SelectField {...field('team_id')} options={[{ value: '', label: t.team_of_manager }, ...form.teams]} />
      <SelectField
        {...field('approval')}
        size="medium"
        options={(['house', 'yes', 'no'] as const).map((value) => ({ value, label: t[`approval_${value}`] }))}
      />
      <Checkbox name="manages_subsidiaries" label={t.manages_subsidiaries} checked={values.manages_subsidiaries !== ''} />
      <TextArea {...field('remark')} hint={t.remark_hint} rows={4} maxlength={4000} optional />
      <div class="row">
        <Button kind="primary">{t.save}</Button>
        <LinkButton href={back}>{t.cancel}</LinkButton>
      </div>
    </PostForm>
  )
}
