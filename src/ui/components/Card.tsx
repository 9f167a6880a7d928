import type { ComponentChildren } from 'preact'

type CardProps = {
  title: string
  id: string
  badge?: ComponentChildren
  action?: ComponentChildren
  /** Level of the heading (2 unless the card stands below another heading). */
  level?: 2 | 3 | undefined
  /** No padding inside: for a table that fills the card. */
  flush?: boolean | undefined
  children: ComponentChildren
}

/** A section with a heading on a surface of its own. */
export function Card({ title, id, badge, action, level = 2, flush, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class={`card${flush ? ' flush' : ''}`} aria-labelledby={`${id}-title`} id={id}>
      <header class="card-head">
        <Heading id={`${id}-title`}>{title}</Heading>
        {badge}
        {action && <div class="card-action">{action}</div>}
      </header>
      {children}
    </section>
  )
}
