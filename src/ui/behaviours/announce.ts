import { find } from './dom.ts'

/** Says something to screen readers without moving the focus. */
export function announce(text: string): void {
  const live = find('#live')
  if (!live) return
  // The same words twice are only read again when the place was empty in between.
  live.textContent = ''
  requestAnimationFrame(() => {
    live.textContent = text
  })
}
