// A second press while the first is on its way sends nothing. Bound after `regions`, which takes the GET forms.

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (form.method !== 'post' || event.defaultPrevented) return
  if (form.ariaBusy === 'true') return event.preventDefault()
  form.ariaBusy = 'true'
  // Downloads answer a form and leave the page where it is.
  setTimeout(() => {
    form.ariaBusy = null
  }, 8000)
})

addEventListener('pageshow', () => {
  for (const form of document.forms) form.ariaBusy = null
})
