import { around } from './dom.ts'

// A filled field is checked when it is left, never while one types; the words are the server's (`data-invalid`).

document.addEventListener('focusout', (event) => {
  const input = around<HTMLInputElement>(event, 'input, textarea, select')
  if (!input || !(input.value || input.ariaInvalid)) return
  const message = input.dataset.invalid
  if (message !== undefined && input.value && !input.validity.valid && !input.validity.valueMissing) mark(input, message)
  // What the server refused stays refused until it is changed.
  else if (input.value !== input.defaultValue && input.value && input.validity.valid) clear(input)
})

function mark(input: HTMLInputElement, message: string): void {
  const place = placeOf(input)
  if (!place) return
  place.querySelector('[data-message]')!.textContent = message
  place.hidden = false
  input.ariaInvalid = 'true'
  input.closest('.field')?.classList.add('wrong')
}

function clear(input: HTMLInputElement): void {
  const place = placeOf(input)
  if (!place) return
  place.querySelector('[data-message]')!.textContent = ''
  place.hidden = true
  input.ariaInvalid = null
  input.closest('.field')?.classList.remove('wrong')
}

function placeOf(input: HTMLInputElement): HTMLElement | null {
  return document.getElementById(`${input.id}-e`)
}
