import { count } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { importPhrases } from './phrases.ts'
import type { FileReport } from './report.ts'

interface Out {
  isTTY?: boolean
  write(text: string): unknown
}

/** Says how far an import is: one line that is written anew on a terminal, a line every two seconds in a log. */
export function progressOn(out: Out, language: Language): { show: (file: FileReport) => void; end: () => void } {
  const every = out.isTTY ? 100 : 2000
  let last = Date.now()
  let written = false
  return {
    show(file) {
      if (Date.now() - last < every) return
      last = Date.now()
      written = true
      const text = importPhrases(language).progress(file.file, count(file.read))
      out.write(out.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
    },
    end() {
      if (written && out.isTTY) out.write('\r\u001b[K')
    },
  }
}
