import type { Visit } from '../../platform/visit.ts'
import { type Role, rolePhrases } from '../../records/roles.ts'
import { groupPhrases } from './phrases.ts'
import type { MatrixColumn } from './queries.ts'

/** What stands over a column: a line's name, or the role that opens its lines. */
export function columnName({ language }: Pick<Visit, 'language'>, { key, name }: MatrixColumn): string {
  if (name !== null) return name
  return key === 'full_access' ? groupPhrases(language).full_access : rolePhrases(language)[key as Role]
}
