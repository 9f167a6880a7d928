// The types that browsers may learn; everything else leaves as bytes without a meaning (security.md F4).
const extensions: Partial<Record<string, string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
}

// What may be kept in the portal at all (security.md F1); a name may end only in one of these.
const harmless = ['pdf', 'jpg', 'jpeg', 'png', 'heic', 'txt', 'csv', 'docx', 'xlsx', 'pptx', 'eml', 'msg', 'zip']

/** The type a file is sent with. */
export function typeToSend(mediaType: string): string {
  return Object.hasOwn(extensions, mediaType) ? mediaType : 'application/octet-stream'
}

/**
 * The name a file is saved under: the original one without folders, control or direction characters and signs that file
 * systems refuse, at most 150 characters, and with an ending that agrees with the type (security.md F3).
 */
export function nameToSend(original: string, mediaType: string): string {
  const name = original
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/["<>:|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const allowed = extensions[mediaType] ?? harmless
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  const missing = ending && allowed.includes(ending) ? '' : `.${extensions[mediaType]?.[0] ?? 'bin'}`
  return shortened(name || 'document', 150 - missing.length) + missing
}

// A name that is too long gives way in front of its ending.
function shortened(name: string, most: number): string {
  const signs = [...name]
  if (signs.length <= most) return name
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? ''
  return signs.slice(0, most - ending.length).join('') + ending
}

/** The header that makes a browser save the file (RFC 6266): plain letters for old ones, UTF-8 for all others. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
