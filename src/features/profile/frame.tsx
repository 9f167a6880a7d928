import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../platform/visit.ts'
import { Tabs } from '../../ui/components/Tabs.tsx'
import { portalPage } from '../house/page.tsx'
import { profilePhrases } from './phrases.ts'

/** The sections of the profile, each with an address of its own. */
export const sections = [
  { key: 'person', path: '/profile' },
  { key: 'notifications', path: '/profile/notifications' },
  { key: 'security', path: '/profile/security' },
  { key: 'rights', path: '/profile/rights', customers: true },
  { key: 'data', path: '/profile/data' },
] as const
export type Section = (typeof sections)[number]['key']

interface Frame {
  section: Section
  /** Where the page is one step below its section. */
  title?: string
  lead?: string
  done?: string | null | undefined
  error?: boolean
  children: ComponentChildren
}

/** A page of the profile: its sections as tabs, which are links. */
export function profileFrame(visit: Omit<Visit, 'db'>, { section, title, lead, done, error, children }: Frame) {
  const t = profilePhrases(visit.language)
  const shown = sections.filter((one) => !('customers' in one) || visit.actor.kind === 'customer')
  const here = shown.find(({ key }) => key === section)!
  const name = section === 'person' ? t.title : t[`section_${section}`]
  return portalPage(visit, {
    title: title ?? name,
    area: 'profile',
    crumbs: [
      { label: visit.brokerage.number },
      ...(section === 'person' && !title ? [] : [{ label: t.title, href: href(visit, '/profile') }]),
      ...(title && section !== 'person' ? [{ label: name, href: href(visit, here.path) }] : []),
      { label: title ?? name },
    ],
    lead,
    done,
    error: error ?? false,
    children: (
      <>
        <Tabs
          label={t.sections}
          items={shown.map(({ key, path }) => ({
            label: t[`section_${key}`],
            href: href(visit, path),
            current: key === section,
          }))}
        />
        {children}
      </>
    ),
  })
}
