import type { ComponentChildren } from 'preact'
import { Card } from '../ui/components/Card.tsx'
import { Facts } from '../ui/components/Facts.tsx'
import type { FactGroup } from './record-description.ts'

/** The facts of a record, a card for each group; what is not known is not there. */
export function FactCards({ groups }: { groups: FactGroup[] }) {
  const known = groups
    .map((group) => ({ ...group, rows: group.rows.filter(([, value]) => !isEmpty(value)) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <div class="record-facts">
      {known.map(({ key, title, rows, hint }) => (
        <Card key={key} id={key} title={title}>
          <Facts rows={rows} />
          {hint && <p class="hint">{hint}</p>}
        </Card>
      ))}
    </div>
  )
}

function isEmpty(value: ComponentChildren): boolean {
  return value === null || value === undefined || value === '' || value === false
}
