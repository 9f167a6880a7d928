import { announce } from './announce.ts'
import { around, contentArrived, find, findAll } from './dom.ts'

// A GET form or a link with `data-in` inside `[data-region]` replaces only that region, a link with `data-in="id"` the region of
// that id beside it; the address follows. A part of a form that
// posts, `[data-lookup]` with a region in it, asks an address of its own for what fits; the page's address stays.

type Policy = { createHTML(html: string): string }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

// Only parsed into an inert document, never written into this one; the policy is what the page's CSP allows by name.
const rules: Policy = { createHTML: (html) => html }
const policy = (window as { trustedTypes?: Factory }).trustedTypes?.createPolicy('portal', rules) ?? rules

/** An answer of ours as an inert document. */
export function parsed(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html) as string, 'text/html')
}

let running: AbortController | undefined
let typing: ReturnType<typeof setTimeout> | undefined

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const region = form.closest<HTMLElement>('[data-region]')
  if (!region || form.method !== 'get') return
  event.preventDefault()
  clearTimeout(typing)
  void replace(region, addressOf(form))
})

document.addEventListener('click', (event) => {
  const link = around<HTMLAnchorElement>(event, 'a[data-in]')
  const beside = link && document.getElementById(link.dataset.in!)
  const region = beside ?? link?.closest<HTMLElement>('[data-region]')
  if (!link || !region || event.defaultPrevented || !isPlainClick(event)) return
  // What is typed there and not sent yet: the browser goes, and asks first.
  if (beside && findAll<HTMLTextAreaElement>('textarea', beside).some(({ value, defaultValue }) => value !== defaultValue)) return
  event.preventDefault()
  void replace(region, link.href)
})

document.addEventListener('input', (event) => {
  const input = around<HTMLInputElement>(event, '[data-search]')
  const part = around(event, '[data-lookup]')
  if (!input && (!part || event.target instanceof HTMLSelectElement)) return
  clearTimeout(typing)
  typing = setTimeout(() => (input ? input.form?.requestSubmit() : look(part!)), 220)
})

function look(part: HTMLElement): void {
  const region = find('[data-region]', part)
  const form = part.closest('form')
  if (!region || !form) return
  const names = new Set(findAll<HTMLInputElement>('[name]', part).map(({ name }) => name))
  const typed = [...new FormData(form)].filter(
    (pair): pair is [string, string] => names.has(pair[0]) && typeof pair[1] === 'string',
  )
  void replace(region, `${part.dataset.lookup}?${new URLSearchParams(typed)}`, { remember: false, leave: false })
}

document.addEventListener('change', (event) => around<HTMLSelectElement>(event, 'select[data-auto]')?.form?.requestSubmit())

let shown = location.pathname + location.search

addEventListener('popstate', () => {
  // A jump within the page (`#main`) also lands here.
  if (shown === location.pathname + location.search) return
  const region = find('[data-region]')
  if (region) void replace(region, location.href, { remember: false })
  else location.reload()
})

function addressOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '')
  const query = new URLSearchParams(filled).toString()
  return form.action.split('?')[0] + (query && `?${query}`)
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

async function replace(region: HTMLElement, address: string, { remember = true, leave = true } = {}): Promise<void> {
  running?.abort()
  const mine = new AbortController()
  running = mine
  region.ariaBusy = 'true'
  try {
    const answer = await fetch(address, { headers: { 'x-region': region.id }, signal: mine.signal })
    const page = parsed(await answer.text())
    const fresh = page.getElementById(region.id)
    // No such region there: signed out, an error page, another address. Let the browser go and see.
    if (!fresh) return leave ? location.assign(answer.redirected ? answer.url : address) : undefined
    swap(region, fresh, remember)
    if (leave) document.title = page.title
    if (remember) history.pushState(null, '', answer.url)
    shown = location.pathname + location.search
    markCurrent(region)
    announce(find('[data-say]', region)?.textContent ?? page.title)
  } catch {
    if (!mine.signal.aborted && leave) failed(region, address)
  } finally {
    if (running === mine) region.ariaBusy = null
  }
}

// Links beside a region say which of them is open in it; what it shows comes into sight.
function markCurrent(region: HTMLElement): void {
  const links = findAll<HTMLAnchorElement>(`a[data-in="${region.id}"]`)
  for (const link of links) link.ariaCurrent = link.href === location.href ? 'true' : null
  if (links.length > 0 && region.getBoundingClientRect().top < 0) region.scrollIntoView()
}

// The network is gone: what stands there stays, with a note and a way to try again. Without one, the browser says it.
function failed(region: HTMLElement, address: string): void {
  const note = find('[data-failed]', region)
  const again = note && find<HTMLAnchorElement>('a', note)
  if (!note || !again) {
    location.assign(address)
    return
  }
  again.href = address
  note.hidden = false
  announce(note.textContent ?? '')
}

/** Puts new content into a region; focus, caret and what is typed in the focused field stay where they can. */
export function swap(region: HTMLElement, fresh: HTMLElement, keepTyped: boolean): void {
  const restore = keepFocus(region, keepTyped)
  region.replaceChildren(...fresh.childNodes)
  contentArrived(region)
  restore()
}

/** Remembers the focused element, what is typed in it and where the caret stands; returns how to put it back. */
function keepFocus(region: HTMLElement, keepTyped: boolean): () => void {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !region.contains(active)) return () => {}
  const label = active.textContent?.trim()
  // Back shows what was searched then, not what was typed since.
  const input = keepTyped && active instanceof HTMLInputElement ? active : null
  const caret = input && ([input.selectionStart, input.selectionEnd, input.value] as const)
  return () => {
    const sameLink = () => [...region.querySelectorAll('a')].find((link) => link.textContent?.trim() === label)
    const again = (active.id && document.getElementById(active.id)) || (active.matches('a') && sameLink())
    if (!again) return focusQuietly(region)
    if (caret && again instanceof HTMLInputElement) again.value = caret[2]
    again.focus({ preventScroll: true })
    // Not every kind of input has a caret to set.
    if (caret?.[0] != null && again instanceof HTMLInputElement) again.setSelectionRange(caret[0], caret[1])
  }
}

function focusQuietly(region: HTMLElement): void {
  region.tabIndex = -1
  region.focus({ preventScroll: true })
}
