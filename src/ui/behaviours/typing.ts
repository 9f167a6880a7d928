import { around } from './dom.ts'

// `form[data-typing]` says to that address, with its `data-token`, that somebody is writing in it: at most every 20 seconds.

const said = new WeakMap<HTMLFormElement, number>()

document.addEventListener('input', (event) => {
  const form = around(event, 'textarea')?.closest<HTMLFormElement>('form[data-typing]')
  if (!form || Date.now() - (said.get(form) ?? 0) < 20_000) return
  said.set(form, Date.now())
  const body = new URLSearchParams({ _token: form.dataset.token! })
  void fetch(form.dataset.typing!, { method: 'POST', body }).catch(() => {})
})
