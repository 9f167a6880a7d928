import { announce } from './announce.ts'
import { around, find, findAll } from './dom.ts'

// `data-all` ticks every box `data-one` of its form, and shows whether some or all of them are ticked.

document.addEventListener('change', (event) => {
  const box = around<HTMLInputElement>(event, '[data-all], [data-one]')
  const form = box?.form
  if (!box || !form) return
  const boxes = findAll<HTMLInputElement>('[data-one]', form)
  if (box.matches('[data-all]')) for (const one of boxes) one.checked = box.checked
  const chosen = boxes.filter((one) => one.checked).length
  const all = find<HTMLInputElement>('[data-all]', form)
  if (all) {
    all.checked = chosen === boxes.length
    all.indeterminate = chosen > 0 && chosen < boxes.length
  }
  announce(`${find('[data-chosen]', form)?.textContent ?? ''} ${chosen}`)
})
