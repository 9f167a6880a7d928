import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../../platform/visit.ts'
import type { Crumb } from '../../../ui/components/PageHeader.tsx'
import { companyPhrases } from '../../companies/phrases.ts'
import { portalPage } from '../../house/page.tsx'
import { settingsFrame } from '../../settings/frame.tsx'
import type { Scope } from '../items.ts'
import { sharedKind } from '../kinds.ts'
import { sharingPhrases } from '../phrases.ts'

/** What a page of sharing is about: it stands below the settings, a company, or the list of its records. */
export interface Subject {
  scope: Scope
  company: { id: string; name: string } | null
}

interface Frame {
  title: string
  lead?: string | undefined
  actions?: ComponentChildren
  done?: string | null | undefined
  error?: boolean
  /** One step below the page of the subject. */
  below?: boolean
  children: ComponentChildren
}

/** A page of sharing, in the place where staff came from. */
export function sharingFrame(visit: Omit<Visit, 'db'>, { scope, company }: Subject, { below, ...content }: Frame) {
  const t = sharingPhrases(visit.language)
  const kind = sharedKind(scope)
  if (kind) {
    const crumbs = [{ label: kind.list.words(visit.language).title, href: href(visit, kind.list.path) }]
    return portalPage(visit, { ...content, area: kind.area, crumbs: between(visit, crumbs, content.title) })
  }
  if (company) {
    const page = `/companies/${company.id}`
    const crumbs = [
      { label: companyPhrases(visit.language).title, href: href(visit, '/companies') },
      { label: company.name, href: href(visit, page) },
      ...(below ? [{ label: t.title, href: href(visit, `${page}/sharing`) }] : []),
    ]
    return portalPage(visit, { ...content, area: 'companies', crumbs: between(visit, crumbs, content.title) })
  }
  const { title, ...rest } = content
  return settingsFrame(visit, { ...rest, section: { key: 'sharing', path: '/settings/sharing' }, ...(below && { title }) })
}

function between(visit: Omit<Visit, 'db'>, crumbs: Crumb[], title: string): Crumb[] {
  return [{ label: visit.brokerage.number }, ...crumbs, { label: title }]
}
