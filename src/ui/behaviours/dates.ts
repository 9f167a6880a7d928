import { around } from './dom.ts'

// A button with `data-picks="id"` opens the browser's own calendar for a date that is typed as text.

document.addEventListener('click', (event) => {
  const button = around(event, '[data-picks]')
  const field = button && (document.getElementById(button.dataset.picks!) as HTMLInputElement | null)
  if (!button || !field) return
  const picker = document.createElement('input')
  picker.type = 'date'
  picker.className = 'picker'
  picker.tabIndex = -1
  picker.ariaHidden = 'true'
  // Belongs to no form: nothing of it is sent, and it is no change.
  picker.setAttribute('form', '')
  const typed = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$/.exec(field.value)
  if (typed) picker.value = `${typed[3]}-${typed[2]!.padStart(2, '0')}-${typed[1]!.padStart(2, '0')}`
  picker.addEventListener('change', () => {
    if (!picker.value) return
    field.value = picker.value.split('-').reverse().join('.')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  })
  button.parentElement!.querySelector('.picker')?.remove()
  button.after(picker)
  picker.showPicker()
})
