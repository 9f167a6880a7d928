import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../platform/visit.ts'
import { portalPage, signInPage } from '../house/page.tsx'
import { secondFactorPhrases } from './phrases.ts'

interface Framed {
  title: string
  error?: boolean
  children: ComponentChildren
}

/** Below the profile; for somebody who has to set up a second factor first, one card without any way around it. */
export function factorFrame(visit: Omit<Visit, 'db'>, { title, error, children }: Framed) {
  if (visit.actor.kind === 'visitor' || visit.actor.factorDue)
    return signInPage(visit, { title, error: error ?? false, children })
  const t = secondFactorPhrases(visit.language)
  return portalPage(visit, {
    title,
    area: 'profile',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.profile, href: href(visit, '/profile') },
      { label: t.security, href: href(visit, '/profile/security') },
      { label: title },
    ],
    error: error ?? false,
    children: <div class="card">{children}</div>,
  })
}
