import type { Visit } from '../../../platform/visit.ts'
import { Note } from '../../../ui/components/Note.tsx'
import { type ContactField, contactFields } from '../input.ts'
import { contactPhrases } from '../phrases.ts'
import type { Contact } from '../queries.ts'
import { languageNames } from '../../../platform/language.ts'
import { normalisePhone } from '../../../platform/phone.ts'
import type { Language } from '../../../platform/phrases.ts'
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
        <div class="tablewrap">
          <table class="table">
            <caption class="vh">{t.conflict_title}</caption>
            <thead>
              <tr>
                <th scope="col">{t.conflict_field}</th>
                <th scope="col">{t.conflict_yours}</th>
                <th scope="col">{t.conflict_theirs}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map((field) => (
                <tr key={field}>
                  <th scope="row">{t[field]}</th>
                  <td>{shown(field, values[field])}</td>
                  <td>{shown(field, now[field])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
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
