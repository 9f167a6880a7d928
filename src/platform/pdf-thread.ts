import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { PdfTask } from './pdf.ts'

// A file that somebody sent is read here, away from the process that serves: what kills this thread is an answer, not an outage.
// The limits of a thread do not count the memory of WebAssembly; MuPDF takes a refused growth for a full memory and gives up.
const most = 384 * 1024 * 1024
const grow = WebAssembly.Memory.prototype.grow
WebAssembly.Memory.prototype.grow = function (pages: number) {
  if (this.buffer.byteLength + pages * 65_536 > most) throw new RangeError('no more memory for this file')
  return grow.call(this, pages)
}
const mupdf = await import('mupdf')

const { path, task } = workerData as { path: string; task: PdfTask }
const document = mupdf.Document.openDocument(readFileSync(path), 'application/pdf')
if (document.needsPassword()) throw new Error('the PDF is encrypted')
const pages = document.countPages()

if (task.kind === 'text') {
  let text = ''
  for (let n = 0; n < pages && text.length < task.most; n++)
    text += `${document.loadPage(n).toStructuredText('preserve-whitespace').asText()}\n`
  parentPort!.postMessage({ pages, text: text.slice(0, task.most) })
} else {
  if (task.page >= pages) throw new RangeError('there is no such page')
  const page = document.loadPage(task.page)
  const [left, top, right, bottom] = page.getBounds()
  const scale = task.width / Math.max(right - left, (bottom - top) / 4, 1)
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false)
  const png = Uint8Array.from(pixmap.asPNG())
  const text = page.toStructuredText('preserve-whitespace').asText().slice(0, 8000)
  parentPort!.postMessage({ pages, png, width: pixmap.getWidth(), height: pixmap.getHeight(), text }, [png.buffer])
}
