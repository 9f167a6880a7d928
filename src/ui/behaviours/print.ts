import { around } from './dom.ts'

// A button with `data-print` opens the browser's print dialogue; without script the page says which keys do.
document.addEventListener('click', (event) => {
  if (around(event, '[data-print]')) print()
})
