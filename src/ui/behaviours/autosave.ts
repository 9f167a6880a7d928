import { around, find } from './dom.ts'

// `form[data-autosave]` sends what is typed to its own address with `autosave=1`: ten seconds after the first letter, on leaving a
// field and on leaving the page. The answer is a sentence for `[data-autosaved]`, and what the form now stands on (`seen`).

type Answer = { said: string; seen?: string }
type State = {
  timer?: ReturnType<typeof setTimeout> | undefined
  last: string
  running?: Promise<void> | undefined
  stopped?: boolean
}

const states = new WeakMap<HTMLFormElement, State>()

document.addEventListener('focusin', (event) => stateOf(event))
document.addEventListener('input', (event) => plan(event, 10_000))
document.addEventListener('change', (event) => plan(event, 300))

addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'hidden') return
  for (const form of document.forms) if (states.has(form)) void save(form)
})

// What is on its way must arrive first: otherwise the form would stand on what it has just changed itself.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const state = states.get(form)
  if (!state) return
  clearTimeout(state.timer)
  if (!state.running) {
    state.stopped = true
    return
  }
  event.preventDefault()
  event.stopImmediatePropagation()
  const { submitter } = event as SubmitEvent
  void state.running.then(() => {
    state.stopped = true
    form.requestSubmit(submitter)
  })
})

function stateOf(event: Event): [HTMLFormElement, State] | null {
  const form = around<HTMLFormElement>(event, 'form[data-autosave]')
  if (!form) return null
  const state = states.get(form) ?? { last: typedIn(form) }
  states.set(form, state)
  return [form, state]
}

function plan(event: Event, wait: number): void {
  const [form, state] = stateOf(event) ?? []
  if (!form || !state || state.stopped || (state.timer && wait > 1000)) return
  clearTimeout(state.timer)
  state.timer = setTimeout(() => void save(form), wait)
}

function typedIn(form: HTMLFormElement): string {
  const pairs = [...new FormData(form)].filter(([name]) => name !== 'seen') as [string, string][]
  return new URLSearchParams(pairs).toString()
}

async function save(form: HTMLFormElement): Promise<void> {
  const state = states.get(form)!
  clearTimeout(state.timer)
  state.timer = undefined
  await state.running
  const typed = typedIn(form)
  if (state.stopped || typed === state.last) return
  const running = send(form, state, typed)
  state.running = running
  await running
  if (state.running === running) state.running = undefined
}

async function send(form: HTMLFormElement, state: State, typed: string): Promise<void> {
  const seen = find<HTMLInputElement>('[name=seen]', form)
  const body = new URLSearchParams(typed)
  body.set('seen', seen?.value ?? '')
  body.set('autosave', '1')
  try {
    const response = await fetch(form.action, { method: 'POST', body, keepalive: typed.length < 50_000 })
    const answer = (await response.json()) as Answer
    say(form, answer.said, !response.ok)
    // Somebody else changed it, or it is gone: from here on only a person decides.
    state.stopped = !response.ok
    if (!response.ok) return
    state.last = typed
    if (seen && answer.seen) seen.value = answer.seen
  } catch {
    // No network, or signed out: what is typed stays in the form, and leaving it is asked about again.
    say(form, undefined, true)
    form.toggleAttribute('data-dirty', true)
  }
}

function say(form: HTMLFormElement, text: string | undefined, wrong: boolean): void {
  const place = find('[data-autosaved]', form)
  if (!place) return
  place.textContent = text ?? place.dataset.failed ?? ''
  place.classList.toggle('wrong', wrong)
}
