import type { PreviewWidth } from '../../platform/previews.ts'
import { href, type Visit } from '../../platform/visit.ts'

type Of = { id: string }

/** The preview page, without language prefix. */
export function previewHref({ id }: Of, { page = 1, zoomed = false }: { page?: number; zoomed?: boolean } = {}): string {
  const query = new URLSearchParams({ ...(page > 1 && { page: String(page) }), ...(zoomed && { zoom: '1' }) })
  return `/documents/${id}/preview${query.size > 0 ? `?${query}` : ''}`
}

/** The picture of a page, as `src` of an image. */
export function pictureHref(visit: Pick<Visit, 'language'>, { id }: Of, page: number, width: PreviewWidth): string {
  return href(visit, `/documents/${id}/preview/${page}?w=${width}`)
}
