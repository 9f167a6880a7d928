import type { ComponentChildren, VNode } from 'preact'
import { actorName } from '../../platform/actor.ts'
import { pathPrefixes } from '../../platform/language.ts'
import { type Language, languages } from '../../platform/phrases.ts'
import { formToken, href, type Visit } from '../../platform/visit.ts'
import { LinkButton } from '../../ui/components/Button.tsx'
import { Note } from '../../ui/components/Note.tsx'
import { type Crumb, PageHeader } from '../../ui/components/PageHeader.tsx'
import { AuthLayout } from '../../ui/layouts/AuthLayout.tsx'
import { Document } from '../../ui/layouts/Document.tsx'
import { Shell } from '../../ui/layouts/Shell.tsx'
import { brandHref } from './brand.ts'
import { ContactCard } from './contact-card.tsx'
import { type Area, navigation } from './navigation.ts'
import { housePhrases } from './phrases.ts'

type View = Omit<Visit, 'db'>

interface PortalPage {
  title: string
  /** Which entry at the side is the current one. */
  area: Area
  crumbs?: Crumb[]
  lead?: ComponentChildren
  badge?: ComponentChildren
  actions?: ComponentChildren
  /** The result of what was just done. */
  done?: string | null | undefined
  /** A form on the page was refused. */
  error?: boolean
  /** In how many conversations something is unread, where the page knows it anyway. */
  unread?: number
  children: ComponentChildren
}

/** A page behind the sign-in: the shell, the header, the result banner, the content. */
export function portalPage(visit: View, content: PortalPage): VNode {
  const { title, area, crumbs, lead, badge, actions, done, error, unread, children } = content
  const { actor } = visit
  if (actor.kind === 'visitor') throw new Error('portalPage is for people who are signed in')
  const t = housePhrases(visit.language)
  return (
    <Document
      {...documentProps(visit, title, error)}
      theme={actor.theme}
      density={actor.density}
      shortcuts={actor.shortcuts}
      staff={actor.kind === 'staff'}
    >
      <Shell
        language={visit.language}
        brokerage={mark(visit)}
        user={{ name: actorName(actor), detail: actor.kind === 'staff' ? t.back_office : actor.companyName }}
        homeHref={href(visit, '/')}
        nav={navigation(visit, area)}
        tabbar={actor.kind === 'staff' ? [0, 1, 5, 7] : undefined}
        top={{
          search: { href: href(visit, '/search'), source: href(visit, '/search/palette') },
          messagesHref: href(visit, '/messages'),
          unread,
          profileHref: href(visit, '/profile'),
          signOutAction: href(visit, '/sign-out'),
          csrf: formToken(visit, '/sign-out'),
        }}
        companies={companySwitch(visit)}
        languageHrefs={languageHrefs(visit)}
        contact={visit.accountManager && <ContactCard visit={visit} person={visit.accountManager} compact />}
      >
        <PageHeader title={title} crumbs={crumbs} lead={lead} badge={badge} actions={actions} />
        {done && (
          <Note kind="ok">
            <p>{done}</p>
          </Note>
        )}
        {children}
      </Shell>
    </Document>
  )
}

/** A page in front of the sign-in: one card in the middle. */
export function signInPage(
  visit: View,
  { title, error, children }: { title: string; error?: boolean; children: ComponentChildren },
): VNode {
  return (
    <Document {...documentProps(visit, title, error)}>
      <AuthLayout
        language={visit.language}
        brokerage={mark(visit)}
        homeHref={href(visit, '/')}
        languageHrefs={languageHrefs(visit)}
      >
        <h1>{title}</h1>
        {children}
      </AuthLayout>
    </Document>
  )
}

/** The page of a refusal, in the reader's language and the brokerage's colours. */
export function errorPage(visit: View, status: number): VNode {
  const t = housePhrases(visit.language)
  const known = ([400, 403, 404, 409, 413, 429, 503] as const).find((code) => code === status) ?? (status >= 500 ? 500 : 400)
  return signInPage(visit, {
    title: t[`title_${known}`],
    children: (
      <>
        <p>{t[`text_${known}`]}</p>
        <div class="row">
          <LinkButton href={href(visit, '/')} kind="primary">
            {t.to_start}
          </LinkButton>
        </div>
      </>
    ),
  })
}

function documentProps(visit: View, title: string, error?: boolean) {
  const t = housePhrases(visit.language)
  return {
    language: visit.language,
    title: `${error ? t.error_prefix : ''}${title} – ${visit.brokerage.name}`,
    description: `${t.portal} – ${visit.brokerage.name}`,
    brandHref: brandHref(visit.brokerage.brandColour),
    nonce: visit.nonce,
  }
}

function mark(visit: View) {
  return { number: visit.brokerage.number, name: visit.brokerage.name, initial: visit.brokerage.name.slice(0, 1).toUpperCase() }
}

function companySwitch(visit: View) {
  const { actor } = visit
  if (actor.kind !== 'customer' || actor.elsewhere.length === 0) return undefined
  return {
    current: actor.companyName,
    others: actor.elsewhere.map(({ accountId, companyName, unread }) => ({ id: accountId, name: companyName, unread })),
    action: href(visit, '/profile/company'),
    csrf: formToken(visit, '/profile/company'),
  }
}

function languageHrefs(visit: View): Record<Language, string> {
  return Object.fromEntries(languages.map((language) => [language, `/${pathPrefixes[language]}${visit.address}`])) as Record<
    Language,
    string
  >
}
