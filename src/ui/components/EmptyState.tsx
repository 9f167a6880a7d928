import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

type EmptyStateProps = {
  icon: string
  title: string
  text?: ComponentChildren
  action?: ComponentChildren
  level?: 2 | 3 | undefined
}

/** Nothing here: why, and what to do next. Announced when a region empties. */
export function EmptyState({ icon, title, text, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div class="empty">
      <span class="empty-icon">
        <Icon name={icon} />
      </span>
      <Heading data-say>{title}</Heading>
      {text && <p>{text}</p>}
      {action && <div class="row">{action}</div>}
    </div>
  )
}
