import { around, find } from './dom.ts'
import { openPalette } from './palette.ts'

// Single keys press the link or button that carries them (`data-key="n"`, `data-key="g p"`); people may switch them off.

let leader = 0

addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') return submitAround(event)
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isOff() || isTyping(event)) return
  if (event.key === '/') return focusSearch(event)
  if (event.key === '?') return find<HTMLDialogElement>('#shortcuts')?.showModal()
  if (event.key === 'x') return around(event, 'tr')?.querySelector<HTMLInputElement>('[data-one]')?.click()
  if (event.key === 'j' || event.key === 'k') return moveRow(event.key === 'j' ? 1 : -1)
  if (event.key === 'g') {
    leader = event.timeStamp
    return
  }
  const afterLeader = leader > 0 && event.timeStamp - leader < 1200
  leader = 0
  find(`[data-key="${afterLeader ? 'g ' : ''}${CSS.escape(event.key)}"]`)?.click()
})

function isOff(): boolean {
  return document.documentElement.dataset.keys === 'off' || find('dialog[open], :popover-open') !== null
}

function isTyping(event: Event): boolean {
  return around(event, 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null
}

function submitAround(event: Event): void {
  const form = around<HTMLElement>(event, 'textarea, input')?.closest('form')
  // As Enter does: by the first button, whose name and address may belong to what is sent.
  form?.requestSubmit(find('button:not([type=button], [type=reset])', form))
}

function focusSearch(event: Event): void {
  const field = find<HTMLInputElement>('main [type=search]')
  event.preventDefault()
  if (!field) openPalette()
  field?.focus()
  field?.select()
}

function moveRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-row] :is(th, h3) a')]
  const now = links.indexOf(document.activeElement as HTMLElement)
  links[Math.min(links.length - 1, Math.max(0, now + step))]?.focus()
}
