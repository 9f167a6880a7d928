import { cleanName } from '../../platform/upload-check.ts'

const mostSigns = 120
// Names that Windows keeps for itself.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A document as it is named in the ZIP. */
export interface Named {
  title: string
  company: string
  /** The name that is sent with its type: its ending counts. */
  fileName: string
}

/**
 * A name in the ZIP for each document: its title with the ending of its file, no two the same (whatever the case), safe to unpack
 * anywhere; in a folder per company where there are several.
 */
export function namesInZip(documents: Named[]): string[] {
  const several = new Set(documents.map(({ company }) => company)).size > 1
  const taken = new Set<string>()
  return documents.map((document) => {
    const folder = several ? `${safe(document.company, 'Firma')}/` : ''
    const ending = /\.[a-z0-9]{1,8}$/i.exec(document.fileName)?.[0].toLowerCase() ?? ''
    const title = safe(
      document.title.toLowerCase().endsWith(ending) ? document.title.slice(0, -ending.length || undefined) : document.title,
      'Dokument',
    )
    for (let n = 1; ; n++) {
      const name = `${folder}${title}${n > 1 ? ` (${n})` : ''}${ending}`
      const key = name.normalize('NFC').toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return name
    }
  })
}

function safe(text: string, otherwise: string): string {
  const name = [...cleanName(text.replace(/[/\\]/g, '-'))]
    .slice(0, mostSigns)
    .join('')
    .replace(/[.\s]+$/, '')
  if (name === '' || name === 'document') return otherwise
  return reserved.test(name) ? `_${name}` : name
}
