import { languageNames } from '../../../platform/language.ts'
import { normalisePhone } from '../../../platform/phone.ts'
import type { Language } from '../../../platform/phrases.ts'
import type { Visit } from '../../../platform/visit.ts'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { type ContactField, contactFields } from '../input.ts'
import { contactPhrases } from '../phrases.ts'
import type { Contact } from '../queries.ts'
import { typedValues } from '../values.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  /** What the person typed. */
  values: Record<ContactField, string>
  current: Contact
}

/** Somebody saved in between: each differing value beside the one that stands there now (security.md R5). */
export function Conflict({ visit, values, current }: Props) {
  const t = contactPhrases(visit.language)
  const now = typedValues(current)
  const differing = contactFields.filter((field) => comparable(field, values[field]) !== comparable(field, now[field]))
  const shown = (field: ContactField, value: string) => {
    if (field === 'salutation') return value === 'mrs' ? t.mrs : value === 'mr' ? t.mr : t.no_salutation
    return field === 'language' ? languageNames[value as Language] : value
  }
  return (
    <>
      <Note kind="warn" title={t.conflict_title}>
        <p>{t.conflict_text}</p>
      </Note>
      {differing.length > 0 && (
        <DataTable
          caption={t.conflict_title}
          columns={[
            { key: 'field', label: t.conflict_field },
            { key: 'yours', label: t.conflict_yours },
            { key: 'theirs', label: t.conflict_theirs },
          ]}
          rows={differing.map((field) => ({
            key: field,
            cells: [t[field], shown(field, values[field]), shown(field, now[field])],
          }))}
        />
      )}
    </>
  )
}

// The same number in another spelling is no difference.
function comparable(field: ContactField, value: string): string | null {
  if (field !== 'phone' && field !== 'mobile') return value
  const number = normalisePhone(value)
  return number.ok ? number.value : value
}
