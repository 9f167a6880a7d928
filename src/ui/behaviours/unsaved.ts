import { find } from './dom.ts'

// `form[data-dirty]` counts its changes in `[data-count]`, shows its save bar with the first one, and warns before leaving.

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const changed = new Set<HTMLFormElement>()

document.addEventListener('input', (event) => count((event.target as Control).form))
document.addEventListener('change', (event) => count((event.target as Control).form))
document.addEventListener('reset', (event) => setTimeout(() => count(event.target as HTMLFormElement)))
document.addEventListener('submit', (event) => changed.delete(event.target as HTMLFormElement))

addEventListener('beforeunload', (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault()
})

// The browser may have filled the fields again (Back, reload) before this script ran.
addEventListener('pageshow', () => {
  for (const form of document.forms) count(form)
})

function count(form: HTMLFormElement | null | undefined): void {
  if (!form?.matches('[data-dirty]')) return
  const amount = [...form.elements].filter(isChanged).length
  form.toggleAttribute('data-changed', amount > 0)
  if (amount > 0) changed.add(form)
  else changed.delete(form)
  const place = find('[data-count]', form)
  const pattern = (amount === 1 ? place?.dataset.one : place?.dataset.other) ?? ''
  const text = amount > 0 ? pattern.replace('#', String(amount)) : ''
  if (place && place.textContent !== text) place.textContent = text
}

/** Whether a control holds something else than the page came with. */
export function isChanged(control: Element): boolean {
  if (control instanceof HTMLInputElement) {
    if (control.type === 'radio') return control.checked && !control.defaultChecked
    return control.type === 'checkbox' ? control.checked !== control.defaultChecked : control.value !== control.defaultValue
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control instanceof HTMLSelectElement) return control.selectedIndex !== initialIndex(control)
  return false
}

function initialIndex(select: HTMLSelectElement): number {
  const index = [...select.options].findIndex((option) => option.defaultSelected)
  return index < 0 && !select.multiple ? 0 : index
}
