import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

export type NoteKind = 'ok' | 'info' | 'warn' | 'bad'

const icons: Record<NoteKind, string> = { ok: 'circle-check', info: 'info', warn: 'triangle-alert', bad: 'circle-alert' }

type NoteProps = {
  kind: NoteKind
  title?: string | undefined
  children?: ComponentChildren
  /** A button or link at the end, e.g. the form that takes a change back. */
  action?: ComponentChildren
  /** False for notes that stand on the page for good; results of an action are announced. */
  announce?: boolean | undefined
}

/** A coloured banner: the result of an action, a warning, something worth knowing. */
export function Note({ kind, title, children, action, announce = true }: NoteProps) {
  return (
    <div class={`note ${kind}`} role={announce ? 'status' : undefined}>
      <Icon name={icons[kind]} />
      <div class="note-text">
        {title && <p class="note-title">{title}</p>}
        {children}
      </div>
      {action && <div class="note-action">{action}</div>}
    </div>
  )
}
