import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { LinkButton } from '../../ui/components/Button.tsx'
import { Tabs } from '../../ui/components/Tabs.tsx'
import { portalPage } from '../house/page.tsx'
import { sharingPhrases } from '../sharing/phrases.ts'
import { mayEditCompany, mayRegisterUserManager } from './access.ts'
import { companyPhrases } from './phrases.ts'
import type { Company } from './queries.ts'
import { recordTabs } from './record-tabs.ts'
import { tabPhrases } from './tab-phrases.ts'

type View = Omit<Visit, 'db'>

interface Frame {
  company: Company
  /** The part of the address behind the company's own: '' for the overview. */
  tab: string
  done?: string | null | undefined
  error?: boolean
  children: ComponentChildren
}

/** A page of one customer: the head, and its parts as tabs with addresses of their own (interface B3). Another part is a line here. */
export function companyFrame(visit: View, { company, tab, done, error, children }: Frame) {
  const [t, words] = [tabPhrases(visit.language), companyPhrases(visit.language)]
  const base = `/companies/${company.id}`
  const tabs = [
    { part: '', label: t.overview },
    { part: 'people', label: t.people },
    ...recordTabs.map(({ part, list }) => ({ part, label: list.words(visit.language).title })),
    { part: 'structure', label: t.structure },
    { part: 'sharing', label: sharingPhrases(visit.language).title },
    { part: 'history', label: t.history },
  ]
  return portalPage(visit, {
    title: company.name,
    area: 'companies',
    crumbs: [{ label: visit.brokerage.number }, { label: words.title, href: href(visit, '/companies') }, { label: company.name }],
    badge: company.state === 'archived' && <Badge>{words.archived}</Badge>,
    actions: company.state === 'active' && (
      <>
        {mayEditCompany(visit.actor) && (
          <LinkButton href={href(visit, `${base}/edit`)} icon="pencil" shortcut="e">
            {t.edit}
          </LinkButton>
        )}
        {mayRegisterUserManager(visit.actor) && (
          <LinkButton href={href(visit, `${base}/user-manager`)} icon="user-plus" kind="primary">
            {words.register}
          </LinkButton>
        )}
      </>
    ),
    done,
    error: error ?? false,
    children: (
      <>
        <Tabs
          label={t.parts}
          items={tabs.map(({ part, label }) => ({
            label,
            href: href(visit, part ? `${base}/${part}` : base),
            current: part === tab,
          }))}
        />
        {children}
      </>
    ),
  })
}
