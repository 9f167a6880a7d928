import { previewKind } from '../../platform/previews.ts'

/** Whether a file of this type can be shown as a small picture: photos but HEIC, and PDFs by their first page. */
export function isDrawn(mediaType: string): boolean {
  const kind = previewKind(mediaType)
  return kind === 'picture' || kind === 'pages'
}
