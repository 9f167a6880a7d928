import { announce } from './announce.ts'
import { findAll, onContent } from './dom.ts'
import { parsed, swap } from './regions.ts'
import { isChanged } from './unsaved.ts'

// `data-live="topic"` follows a topic; `data-mark` says how it stood when the page was drawn. When it stands otherwise, a number
// (`data-other`) is written anew, and a region is drawn anew from the page at `data-from`. The focus and what is typed stay.

// A page that is left at once asks for nothing; one that nobody looks at, or sits before, does not hold a line open.
const wait = { settled: 1500, hidden: 20_000, away: 15 * 60_000, numbers: 600, again: 10_000 }

let source: EventSource | undefined
let names = ''
let refusals = 0
let isAway = false
let lastTouch = Date.now()
let opening: ReturnType<typeof setTimeout> | undefined
let closing: ReturnType<typeof setTimeout> | undefined

const places = () => findAll('[data-live]')
const isVisible = () => document.visibilityState === 'visible'
const namesNow = () =>
  places()
    .map(({ dataset }) => dataset.live)
    .join(' ')

addEventListener('load', () => openIn(wait.settled))
addEventListener('focus', () => openIn(0))
addEventListener('pagehide', close)
document.addEventListener('visibilitychange', () => {
  clearTimeout(closing)
  if (!isVisible()) closing = setTimeout(close, wait.hidden)
  else {
    touch()
    openIn(0)
    void draw()
  }
})
for (const sign of ['pointerdown', 'keydown', 'scroll']) addEventListener(sign, touch, { passive: true })
setInterval(() => {
  if (!source || Date.now() - lastTouch < wait.away) return
  close()
  isAway = true
}, 60_000)
onContent(() => {
  if (source && namesNow() !== names) openIn(0)
})

function touch(): void {
  lastTouch = Date.now()
  if (isAway) openIn(0)
  isAway = false
}

function openIn(milliseconds: number): void {
  clearTimeout(opening)
  opening = setTimeout(open, milliseconds)
}

function open(): void {
  const now = namesNow()
  if (!isVisible() || now === '' || (source && now === names)) return
  close()
  names = now
  const asked = places().map(({ dataset }) => `t=${dataset.live}@${dataset.mark}`)
  source = new EventSource(`/${location.pathname.split('/')[1]}/live?${asked.join('&')}`)
  source.addEventListener('open', () => {
    refusals = 0
  })
  source.addEventListener('change', ({ data }) => changed(JSON.parse(data)))
  source.addEventListener('rest', close)
  source.addEventListener('error', () => {
    // A broken line comes back by itself; a refusal does not.
    if (source?.readyState !== EventSource.CLOSED) return
    close()
    if (++refusals < 6) openIn(wait.again * 2 ** refusals)
  })
}

function close(): void {
  source?.close()
  source = undefined
}

const numbers = new Map<string, string>()
const stale = new Set<string>()
let counting: ReturnType<typeof setTimeout> | undefined
let isDrawing = false

function changed({ topic, mark }: { topic: string; mark: string }): void {
  stale.add(topic)
  numbers.set(topic, mark)
  void draw()
  // What is drawn has been read: the number that says so comes right after.
  clearTimeout(counting)
  counting = setTimeout(count, wait.numbers)
}

function count(): void {
  for (const place of places()) {
    const mark = numbers.get(place.dataset.live!)
    if (mark === undefined || place.dataset.other === undefined || mark === place.dataset.mark) continue
    const words = (mark === '1' ? place.dataset.one! : place.dataset.other).replace('#', mark)
    // A page that did not know the number tells nothing new.
    if (place.dataset.mark && Number(mark) > Number(place.dataset.mark)) announce(`${place.dataset.say}: ${words}`)
    place.dataset.mark = mark
    place.replaceChildren(...(mark === '0' ? [] : [span('count', mark), span('vh', ` (${words})`)]))
    place.firstElementChild?.setAttribute('aria-hidden', 'true')
  }
  numbers.clear()
}

function span(kind: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = kind
  element.textContent = text
  return element
}

// Having a conversation in sight is having read it: nothing is drawn that is not in sight.
async function draw(): Promise<void> {
  if (isDrawing || !isVisible() || stale.size === 0) return
  isDrawing = true
  const regions = places().filter(({ dataset }) => dataset.from && stale.has(dataset.live!))
  stale.clear()
  for (const from of new Set(regions.map(({ dataset }) => dataset.from!)))
    await drawFrom(
      from,
      regions.filter(({ dataset }) => dataset.from === from),
    )
  isDrawing = false
  void draw()
}

async function drawFrom(from: string, regions: HTMLElement[]): Promise<void> {
  const answer = await fetch(from, { headers: { 'x-region': regions[0]!.id } }).catch(() => null)
  if (!answer || answer.status >= 500) {
    setTimeout(() => {
      for (const { dataset } of regions) stale.add(dataset.live!)
      void draw()
    }, wait.again)
    return
  }
  const page = parsed(await answer.text())
  for (const region of regions) {
    const fresh = page.getElementById(region.id)
    if (!fresh || findAll('input, select, textarea', region).some(isChanged)) continue
    swap(region, fresh, true)
    region.dataset.mark = fresh.dataset.mark
    if (fresh.dataset.say) announce(fresh.dataset.say)
  }
}
