import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { labels } from '../../platform/phrases.ts'
import type { ListAction, ListFilter } from '../../records/list-description.ts'
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

const stands = ['line', 'roles', 'confidential', 'hidden'] as const

/** How records are shared, for staff: as the line says, by role, confidential, not published. */
export function sharingFilter(table: string): ListFilter {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return {
    key: 'sharing',
    label: label('title'),
    when: ({ kind }) => kind === 'staff',
    options: ({ language }) => stands.map((value) => ({ value, label: sharingPhrases(language)[`state_${value}`] })),
    where: (values) => sql<boolean>`case when ${column('published_at')} is null then 'hidden'
      when cardinality(${column('shared_with')}) > 0 then 'roles'
      when ${column('confidential')} or ${column('shared_with')} is not null then 'confidential' else 'line' end = any (${values}::text[])`,
  }
}
