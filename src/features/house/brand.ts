import { createHash } from 'node:crypto'
import { notFound } from '../../platform/errors.ts'
import { anyone, get } from '../../platform/routes.ts'
import { brandCss } from '../../ui/brand.ts'

/** The address of a brokerage's colours; it changes with the colour, so browsers may keep it for ever. */
export function brandHref(colour: string): string {
  return `/brand-${colour.slice(1)}-${version}.css`
}

// Part of the address, so that a better derivation of the tokens reaches everybody at once.
const version = createHash('sha256').update(brandCss('#0b5cad')).digest('hex').slice(0, 8)

export const routes = [
  get(
    '/brand-:colour-:version.css',
    anyone,
    async (_visit, { params }) => {
      if (!/^[0-9a-f]{6}$/.test(params.colour ?? '')) throw notFound()
      return {
        kind: 'text',
        type: 'text/css; charset=utf-8',
        body: brandCss(`#${params.colour}`),
        headers: { 'cache-control': 'public, max-age=31536000, immutable' },
      }
    },
    { bare: true },
  ),
]
