import { around, find, findAll } from './dom.ts'

// Ctrl K: one field for going, finding and doing (ARIA combobox with a listbox). Rows are built from texts, never from HTML.

interface Row {
  title: string[]
  note: string
  icon: string
  href: string | null
  keys?: string
}

interface Answer {
  note: string
  said: string
  groups: { label: string; rows: Row[] }[]
}

const palette = find<HTMLDialogElement>('#palette')
const input = palette && find<HTMLInputElement>('input', palette)!
const list = palette && find('#palette-rows', palette)!
let options: HTMLAnchorElement[] = []
let chosen = 0
let running: AbortController | undefined
// Keys that are pressed while a query runs wait for its rows: whoever types fast never opens a stale one.
let ready: Promise<void> = Promise.resolve()

/** Opens the palette with what was typed last selected; where there is none, nothing happens. */
export function openPalette(): void {
  if (!palette || palette.open) return
  palette.showModal()
  input!.select()
  ready = ask()
}

if (/Mac|iP/.test(navigator.platform)) {
  for (const key of findAll('[data-modifier]')) key.textContent = key.textContent!.replace(/Ctrl ?/, '⌘')
}

document.addEventListener('click', (event) => {
  if (!palette || event.ctrlKey || event.metaKey || event.shiftKey || !around(event, '[data-palette]')) return
  event.preventDefault()
  openPalette()
})

addEventListener('keydown', (event) => {
  if (!palette || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
  event.preventDefault()
  if (palette.open) palette.close()
  else openPalette()
})

// A page that comes back from the browser's memory shows itself, not what was open above it.
addEventListener('pagehide', () => palette?.close())

input?.addEventListener('input', () => {
  ready = ask()
})

input?.addEventListener('keydown', async (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (event.isComposing || (!step && event.key !== 'Enter')) return
  event.preventDefault()
  await ready
  if (step) choose(chosen + step)
  else if (options.length > 0) options[chosen]!.click()
  else if (input.value.trim()) input.form!.submit()
})

list?.addEventListener('pointermove', (event) => {
  const at = options.indexOf(around<HTMLAnchorElement>(event, '[role=option]')!)
  if (at >= 0 && at !== chosen) choose(at, false)
})

list?.addEventListener('click', (event) => {
  const option = around<HTMLAnchorElement>(event, '[role=option]')
  if (!option) return
  if (!event.ctrlKey && !event.metaKey) palette!.close()
  if (!option.href) find<HTMLFormElement>('form#sign-out')?.requestSubmit()
})

async function ask(): Promise<void> {
  running?.abort()
  const mine = new AbortController()
  running = mine
  await new Promise((resolve) => setTimeout(resolve, options.length > 0 ? 80 : 0))
  if (mine.signal.aborted) return ready
  try {
    const address = `${palette!.dataset.source}?q=${encodeURIComponent(input!.value)}`
    const answer = await fetch(address, { headers: { accept: 'application/json' }, signal: mine.signal })
    show((await answer.json()) as Answer)
  } catch {
    // A newer question is on its way; or there is no answer (signed out, offline): Enter then sends the form.
    if (mine.signal.aborted) return ready
    show({ note: '', said: '', groups: [] })
  }
}

function show({ note, said, groups }: Answer): void {
  options = []
  list!.replaceChildren(...groups.map(({ label, rows }, n) => group(label, rows, n)))
  input!.ariaExpanded = String(options.length > 0)
  list!.hidden = options.length === 0
  const place = find('.palette-note', palette!)!
  place.hidden = !note
  place.textContent = note
  find('[role=status]', palette!)!.textContent = note || said
  choose(0)
}

function group(label: string, rows: Row[], n: number): HTMLElement {
  const heading = element('p', 'palette-label', label)
  heading.id = `palette-group-${n}`
  heading.role = 'presentation'
  const box = element('div', '')
  box.role = 'group'
  box.setAttribute('aria-labelledby', heading.id)
  box.append(heading, ...rows.map(option))
  return box
}

function option(row: Row): HTMLElement {
  const link = element('a', 'palette-row') as HTMLAnchorElement
  link.id = `palette-row-${options.length}`
  link.role = 'option'
  link.tabIndex = -1
  if (row.href) link.href = row.href
  const title = element('span', 'palette-title')
  title.append(...row.title.map((piece, at) => (at % 2 ? element('mark', '', piece) : piece)))
  link.append(icon(row.icon), title)
  if (row.note) link.append(element('span', 'palette-fact', row.note))
  if (row.keys) link.append(element('kbd', '', row.keys))
  options.push(link)
  return link
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = text
  return made
}

function icon(name: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  use.setAttribute('href', `${palette!.dataset.icons}#${name}`)
  svg.append(use)
  return svg
}

function choose(at: number, scroll = true): void {
  chosen = options.length ? (at + options.length) % options.length : 0
  for (const [place, one] of options.entries()) one.ariaSelected = String(place === chosen)
  const one = options[chosen]
  if (one) input!.setAttribute('aria-activedescendant', one.id)
  else input!.removeAttribute('aria-activedescendant')
  if (one && scroll) one.scrollIntoView({ block: 'nearest' })
}
