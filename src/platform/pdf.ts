import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

export type PdfTask = { kind: 'text'; most: number } | { kind: 'page'; page: number; width: number }

export interface PdfText {
  pages: number
  text: string
}

export interface PdfPage {
  pages: number
  png: Uint8Array
  width: number
  height: number
  /** What stands on the page, at most some thousand characters. */
  text: string
}

// The thread beside this file: in the sources as it is, in the build as a file of its own.
const thread = new URL(`./pdf-thread${extname(import.meta.filename)}`, import.meta.url)
const seconds = 10
const megabytes = 256

/**
 * The words of a PDF, at most `most` characters, in reading order; an image without text has none. Null where the file is no
 * readable PDF, is encrypted, or takes more than ten seconds or 256 MB to read (security.md F2).
 */
export function pdfText(path: string, most: number): Promise<PdfText | null> {
  return inThread<PdfText>(path, { kind: 'text', most })
}

/**
 * One page of a PDF (counted from 0) as a PNG of this width in pixels: nothing of the file itself reaches a browser
 * (security.md F4). Null where there is no such page, or as for `pdfText`.
 */
export function pdfPage(path: string, page: number, width: number): Promise<PdfPage | null> {
  return inThread<PdfPage>(path, { kind: 'page', page, width })
}

function inThread<T>(path: string, task: PdfTask): Promise<T | null> {
  return new Promise((resolve) => {
    const limits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }
    const worker = new Worker(thread, { workerData: { path, task }, resourceLimits: limits, stdout: true, stderr: true, env: {} })
    const end = (result: T | null) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(null), seconds * 1000)
    worker.once('message', (result: T) => end(result))
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}
