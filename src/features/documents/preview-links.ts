import type { PreviewWidth } from '../../platform/previews.ts'
import { href, type Visit } from '../../platform/visit.ts'

type Of = { id: string }

/** What of a document an address means; its newest version and first page unless said otherwise. */
interface Place {
  page?: number
  zoomed?: boolean
  version?: number | undefined
}

/** The preview page, without language prefix. */
export function previewHref({ id }: Of, { page = 1, zoomed = false, version }: Place = {}): string {
  return `/documents/${id}/preview${query({
    version: version && String(version),
    page: page > 1 && String(page),
    zoom: zoomed && '1',
  })}`
}

/** The picture of a page, as `src` of an image. */
export function pictureHref(
  visit: Pick<Visit, 'language'>,
  { id }: Of,
  page: number,
  width: PreviewWidth,
  version?: number,
): string {
  return href(visit, `/documents/${id}/preview/${page}${query({ w: String(width), version: version && String(version) })}`)
}

/** The download. */
export function fileHref(visit: Pick<Visit, 'language'>, { id }: Of, version?: number): string {
  return href(visit, `/documents/${id}/file${query({ version: version && String(version) })}`)
}

function query(values: Record<string, string | false | 0 | undefined>): string {
  const given = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
