import type { Actor } from '../../platform/actor.ts'
import { labels } from '../../platform/phrases.ts'
import type { ListAction } from '../../records/list-description.ts'
import { shares } from './access.ts'
import { sharingPhrases } from './phrases.ts'

const label = labels(sharingPhrases)
const when = (actor: Actor) => shares(actor)

/** What staff do with several records of a list: `/policies` → publish for, show no longer, confidential. */
export function sharingActions(list: string): ListAction[] {
  return [
    { path: `/sharing${list}`, label: label('publish_for'), icon: 'eye', when },
    { path: `/sharing${list}/hidden`, label: label('hide'), icon: 'eye-off', when },
    { path: `/sharing${list}/confidential`, label: label('make_confidential'), icon: 'lock', when },
  ]
}
