import { uuid } from '../../platform/forms.ts'

interface Chosen {
  id: string
  /** Who had it when the list was drawn. */
  seen: string | null
}

/** What the box of a row sends: the item, and who had it when it was drawn. */
export function rowValue({ id, assigned_staff_id: staff }: { id: string; assigned_staff_id: string | null }): string {
  return `${id}:${staff ?? ''}`
}

const mostChosen = 100

/** Reads the boxes that were ticked; what is none of ours is left out. */
export function readChosen(body: Record<string, unknown>): Chosen[] {
  const found = new Map<string, Chosen>()
  for (const value of [body.row].flat().slice(0, mostChosen)) {
    const [id, staff = ''] = typeof value === 'string' ? value.split(':') : []
    if (!uuid.safeParse(id).success || (staff !== '' && !uuid.safeParse(staff).success)) continue
    found.set(id!, { id: id!, seen: staff || null })
  }
  return [...found.values()]
}
