import { announce } from './announce.ts'
import { contentArrived, find } from './dom.ts'
import { parsed } from './regions.ts'

// `form[data-upload]` sends its files with a bar that shows how far they are. What comes back is the next page, or the form again.

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (!form.matches('[data-upload]') || event.defaultPrevented) return
  const files = [...form.elements].some((one) => one instanceof HTMLInputElement && one.type === 'file' && one.files?.length)
  if (!files) return
  event.preventDefault()
  if (form.ariaBusy === 'true') return
  send(form, (event as SubmitEvent).submitter)
})

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const place = find('[data-upload-progress]', form)
  const bar = place && find<HTMLProgressElement>('progress', place)
  const request = new XMLHttpRequest()
  form.ariaBusy = 'true'
  if (place) place.hidden = false
  announce(form.dataset.progress ?? '')
  request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
    if (bar && lengthComputable) bar.value = Math.round((loaded / total) * 100)
  })
  request.addEventListener('load', () => {
    // A redirect was followed: the page that shows the result is there under its own address.
    if (request.status === 200) location.assign(request.responseURL)
    else show(form, request.responseText)
  })
  // The network is gone: the plain form gets the browser's own page about that.
  request.addEventListener('error', () => form.submit())
  request.addEventListener('loadend', () => {
    form.ariaBusy = null
    if (place) place.hidden = true
  })
  request.open('POST', form.action)
  request.send(new FormData(form, submitter))
}

function show(form: HTMLFormElement, html: string): void {
  const page = parsed(html)
  const [fresh, old] = [find('main', page), find('main')]
  if (!fresh || !old) {
    form.submit()
    return
  }
  old.replaceChildren(...fresh.childNodes)
  document.title = page.title
  contentArrived(old)
  find('#errors')?.focus()
}
