import { announce } from './announce.ts'
import { around } from './dom.ts'

document.addEventListener('click', async (event) => {
  const button = around(event, '[data-copy]')
  if (!button) return
  await navigator.clipboard.writeText(button.dataset.copy!)
  announce(button.dataset.done!)
  say(button, button.dataset.done!)
})

// The word stands in the button for a moment.
function say(button: HTMLElement, text: string): void {
  const label = button.querySelector('span')
  if (!label || label.dataset.before !== undefined) return
  label.dataset.before = label.textContent ?? ''
  label.textContent = text
  setTimeout(() => {
    label.textContent = label.dataset.before!
    delete label.dataset.before
  }, 1600)
}
