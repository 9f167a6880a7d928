import type { ComponentChildren } from 'preact'
import { pathPrefixes } from '../../../platform/language.ts'
import { type Language, languages } from '../../../platform/phrases.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { PasswordRules } from '../../../ui/components/PasswordRules.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { AuthLayout } from '../../../ui/layouts/AuthLayout.tsx'
import { Document } from '../../../ui/layouts/Document.tsx'
import { brandHref } from '../../house/brand.ts'
import { housePhrases } from '../../house/phrases.ts'
import { setUpPhrases } from '../phrases.ts'

interface Frame {
  language: Language
  nonce: string
}

export type SetUpValues = Record<'number' | 'name' | 'host' | 'firstName' | 'lastName' | 'email', string>

interface FormProps extends Frame {
  token: string
  values: SetUpValues
  errors: { field: string; code: string }[]
}

/** The form that founds the first brokerage. There is no brokerage yet, so the page wears Dossier's own name. */
export function setUpPage(props: FormProps) {
  const t = setUpPhrases(props.language)
  const messages: Record<string, string> = {
    number: t.error_number,
    name: t.error_name,
    host: t.error_host,
    firstName: t.error_first_name,
    lastName: t.error_last_name,
    email: t.error_email,
    password: t.error_password,
  }
  const errors = props.errors.map(({ field }) => ({ field, message: messages[field] ?? t.error_name }))
  const field = (name: keyof FormProps['values'], label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      value={props.values[name]}
      error={errors.find((e) => e.field === name)?.message}
      autocomplete={name === 'email' ? 'username' : 'off'}
      required
    />
  )
  return frame(
    props,
    t.title,
    <>
      <p>{t.lead}</p>
      <ErrorSummary errors={errors} />
      <form method="post" action={`/${pathPrefixes[props.language]}/set-up`} class="form" novalidate>
        <input type="hidden" name="t" value={props.token} />
        <h2>{t.brokerage}</h2>
        {field('number', t.number, t.number_hint)}
        {field('name', t.name)}
        {field('host', t.host, t.host_hint)}
        <h2>{t.person}</h2>
        {field('firstName', t.first_name)}
        {field('lastName', t.last_name)}
        {field('email', t.email)}
        <TextField
          name="password"
          label={t.password}
          type="password"
          value=""
          autocomplete="new-password"
          error={errors.find((e) => e.field === 'password')?.message}
          passwordToggle
          required
        />
        <PasswordRules field="password" />
        <Button kind="primary" wide>
          {t.found}
        </Button>
      </form>
    </>,
    errors.length > 0,
  )
}

/** The brokerage exists now; `signInHref` leads to its own host. */
export function setUpDonePage(props: Frame & { signInHref: string }) {
  const t = setUpPhrases(props.language)
  return frame(
    props,
    t.done_title,
    <>
      <p>{t.done}</p>
      <LinkButton href={props.signInHref} kind="primary">
        {t.sign_in}
      </LinkButton>
    </>,
  )
}

/** The link was used, is too old, or never existed. */
export function setUpDeadPage(props: Frame) {
  const t = setUpPhrases(props.language)
  return frame(props, t.dead_title, <p>{t.dead}</p>)
}

function frame({ language, nonce }: Frame, title: string, children: ComponentChildren, error = false) {
  const hrefs = Object.fromEntries(languages.map((l) => [l, `/${pathPrefixes[l]}/set-up`])) as Record<Language, string>
  return (
    <Document
      language={language}
      title={`${error ? housePhrases(language).error_prefix : ''}${title} – Dossier`}
      brandHref={brandHref('#0b5cad')}
      nonce={nonce}
      noindex
    >
      <AuthLayout
        language={language}
        brokerage={{ number: '', name: 'Dossier', initial: 'D' }}
        homeHref={hrefs[language]}
        languageHrefs={hrefs}
      >
        <h1>{title}</h1>
        {children}
      </AuthLayout>
    </Document>
  )
}
