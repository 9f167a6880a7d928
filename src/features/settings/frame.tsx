import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../platform/visit.ts'
import type { Crumb } from '../../ui/components/PageHeader.tsx'
import { portalPage } from '../house/page.tsx'
import { settingsPhrases } from './phrases.ts'
import type { SettingsSection } from './sections.ts'

interface Frame {
  /** Which section it belongs to: `{ key, path }` of a line in `sections.ts`. */
  section: Pick<SettingsSection, 'key' | 'path'>
  /** Where the page is one step below its section; `crumbs` are the steps between the two. */
  title?: string
  crumbs?: Crumb[]
  lead?: ComponentChildren
  badge?: ComponentChildren
  actions?: ComponentChildren
  done?: string | null | undefined
  error?: boolean
  children: ComponentChildren
}

/** A page of the settings: «6323 / Einstellungen / Mitarbeitende / …». */
export function settingsFrame(visit: Omit<Visit, 'db'>, { section, title, crumbs = [], ...content }: Frame) {
  const t = settingsPhrases(visit.language)
  const name = t[section.key]
  return portalPage(visit, {
    ...content,
    title: title ?? name,
    area: 'settings',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/settings') },
      ...(title ? [{ label: name, href: href(visit, section.path) }] : []),
      ...crumbs,
      { label: title ?? name },
    ],
  })
}
