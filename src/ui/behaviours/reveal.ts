import { around } from './dom.ts'

// Shows what was typed into a password field; hides it again before it is sent, so that the browser still offers to keep it.

document.addEventListener('click', (event) => {
  const button = around(event, '[data-reveal]')
  const input = button && inputOf(button)
  if (!button || !input) return
  const shown = input.type === 'password'
  input.type = shown ? 'text' : 'password'
  button.ariaPressed = String(shown)
})

document.addEventListener('submit', (event) => {
  for (const button of (event.target as HTMLElement).querySelectorAll<HTMLElement>('[data-reveal][aria-pressed="true"]')) {
    const input = inputOf(button)
    if (input) input.type = 'password'
    button.ariaPressed = 'false'
  }
})

function inputOf(button: HTMLElement): HTMLInputElement | null {
  return document.getElementById(button.getAttribute('aria-controls') ?? '') as HTMLInputElement | null
}
