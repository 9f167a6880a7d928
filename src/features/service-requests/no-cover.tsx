import { dateTime } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { Note } from '../../ui/components/Note.tsx'
import { categories } from './categories.ts'
import { requestPhrases } from './phrases.ts'
import type { ServiceRequest } from './queries.ts'

/** A vehicle that was only reported is not insured: nobody may take the form for the confirmation. */
export function NoCover({ language }: { language: Language }) {
  const t = requestPhrases(language)
  return (
    <Note kind="warn" title={t.no_cover_title} announce={false}>
      <p>{t.no_cover_text}</p>
    </Note>
  )
}

/** On the page of a request: whether its change is covered by now. Done is not confirmed; withdrawn, there is nothing to cover. */
export function Cover({ language, request }: { language: Language; request: ServiceRequest }) {
  const t = requestPhrases(language)
  const { category, state, cover_confirmed_at: at, cover_confirmed_by: by } = request
  if (!categories[category].noCover || state === 'withdrawn') return null
  if (!at) return <NoCover language={language} />
  return (
    <Note kind="ok" title={t.cover_title} announce={false}>
      <p>{t.cover_text(dateTime(at), by ?? '')}</p>
    </Note>
  )
}
