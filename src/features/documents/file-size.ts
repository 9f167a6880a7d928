/** `812 B`, `12 kB`, `1.4 MB`: how large a file is, in the units people know from their computer. */
export function sizeShown(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

const office = 'application/vnd.openxmlformats-officedocument'
const kinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/heic': 'HEIC',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'message/rfc822': 'EML',
  'application/vnd.ms-outlook': 'Outlook',
  'application/zip': 'ZIP',
  [`${office}.wordprocessingml.document`]: 'Word',
  [`${office}.spreadsheetml.sheet`]: 'Excel',
  [`${office}.presentationml.presentation`]: 'PowerPoint',
}

/** `PDF`, or '' for what has no name that everybody knows. */
export function typeShown(mediaType: string): string {
  return kinds[mediaType] ?? ''
}

/** `PDF, 12 kB`. */
export function fileShown(document: { media_type: string; byte_size: number }): string {
  return [typeShown(document.media_type), sizeShown(document.byte_size)].filter(Boolean).join(', ')
}
