import { around, find } from './dom.ts'

// `[data-insert]` puts its text into the field `data-into` where the caret stands. In a `textarea[data-slash]` a «/» that begins a
// word opens the details of that id and goes to its first text; Escape closes them and goes back.

document.addEventListener('click', (event) => {
  const button = around<HTMLButtonElement>(event, '[data-insert]')
  const field = button && find<HTMLTextAreaElement>(`#${button.dataset.into}`)
  if (!button || !field) return
  event.preventDefault()
  const before = field.value.slice(0, field.selectionStart)
  // The sign that opened the list goes.
  const from = before.length - (field.dataset.slash && /(^|\s)\/$/.test(before) ? 1 : 0)
  field.setRangeText(button.dataset.insert!, from, field.selectionEnd, 'end')
  button.closest('details')?.removeAttribute('open')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
})

document.addEventListener('input', (event) => {
  const field = around<HTMLTextAreaElement>(event, 'textarea[data-slash]')
  const list = field && find<HTMLDetailsElement>(`#${field.dataset.slash}`)
  if (!field || !list || (event as InputEvent).data !== '/' || !/(^|\s)\/$/.test(field.value.slice(0, field.selectionStart)))
    return
  list.open = true
  find<HTMLElement>('[data-insert]', list)?.focus()
})

document.addEventListener('keydown', (event) => {
  const list = around<HTMLDetailsElement>(event, 'details:has([data-insert])')
  if (!list) return
  if (event.key === 'Escape') {
    list.open = false
    find<HTMLElement>(`#${find('[data-insert]', list)!.dataset.into}`)?.focus()
  }
  const next = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const all = [...list.querySelectorAll<HTMLElement>('[data-insert]')]
  const now = all.indexOf(document.activeElement as HTMLElement)
  if (!next || now < 0) return
  event.preventDefault()
  all[Math.min(all.length - 1, Math.max(0, now + next))]!.focus()
})
