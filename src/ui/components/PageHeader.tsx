import type { ComponentChildren } from 'preact'
import { useUi } from './language-context.ts'

export type Crumb = { label: string; href?: string | undefined }

type PageHeaderProps = {
  title: string
  lead?: ComponentChildren
  badge?: ComponentChildren
  actions?: ComponentChildren
  crumbs?: Crumb[] | undefined
}

/** Where one is, what this page is, what one can do here. */
export function PageHeader({ title, lead, badge, actions, crumbs }: PageHeaderProps) {
  return (
    <div class="page-head">
      {crumbs && <Breadcrumbs items={crumbs} />}
      <div class="page-title">
        <h1>{title}</h1>
        {badge}
      </div>
      {actions && <div class="page-actions">{actions}</div>}
      {lead && <div class="lead">{lead}</div>}
    </div>
  )
}

/** The way here; the last one is this page. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const t = useUi()
  return (
    <nav class="crumbs" aria-label={t.breadcrumbs}>
      <ol class="plain-list">
        {items.map(({ label, href }, index) => (
          <li key={label}>
            {href ? (
              <a href={href}>{label}</a>
            ) : (
              <span aria-current={index === items.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
