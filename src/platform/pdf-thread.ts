import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import * as mupdf from 'mupdf'
import type { PdfTask } from './pdf.ts'

// A file that somebody sent is read here, away from the process that serves: what kills this thread is an answer, not an outage.
const { path, task } = workerData as { path: string; task: PdfTask }
const document = mupdf.Document.openDocument(readFileSync(path), 'application/pdf')
if (document.needsPassword()) throw new Error('the PDF is encrypted')

if (task.kind === 'text') {
  let text = ''
  for (let n = 0; n < document.countPages() && text.length < task.most; n++)
    text += `${document.loadPage(n).toStructuredText('preserve-whitespace').asText()}\n`
  parentPort!.postMessage({ pages: document.countPages(), text: text.slice(0, task.most) })
} else {
  const pages = document.countPages()
  if (task.page >= pages) throw new RangeError('there is no such page')
  const page = document.loadPage(task.page)
  const [left, top, right, bottom] = page.getBounds()
  const scale = task.width / Math.max(right - left, (bottom - top) / 4, 1)
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false)
  const png = Uint8Array.from(pixmap.asPNG())
  parentPort!.postMessage({ pages, png, width: pixmap.getWidth(), height: pixmap.getHeight() }, [png.buffer])
}
