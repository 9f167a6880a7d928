import { around, find } from './dom.ts'

// A click anywhere on a row opens it, unless one selects text or means something else in it.

document.addEventListener('click', (event) => {
  const row = around(event, 'tr[data-row]')
  if (!row || event.defaultPrevented || around(event, 'a, button, input, label, select, summary')) return
  if (String(getSelection()) !== '') return
  const link = find<HTMLAnchorElement>('th a', row)
  if (event.metaKey || event.ctrlKey) open(link?.href, '_blank', 'noopener')
  else link?.click()
})
