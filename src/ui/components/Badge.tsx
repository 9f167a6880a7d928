import type { ComponentChildren } from 'preact'

export type BadgeKind = 'ok' | 'info' | 'warn' | 'bad'

/** A state in one or two words; the colour only repeats what the word says. */
export function Badge({ kind, children }: { kind?: BadgeKind | undefined; children: ComponentChildren }) {
  return <span class={`badge${kind ? ` ${kind}` : ''}`}>{children}</span>
}
