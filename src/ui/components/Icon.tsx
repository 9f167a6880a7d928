import { asset } from '../assets.ts'

/** An icon of the sprite (names in `icons.json`); always decoration, the text stands beside it. */
export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" aria-hidden="true" focusable="false">
      <use href={`${asset('icons.svg')}#${name}`} />
    </svg>
  )
}
