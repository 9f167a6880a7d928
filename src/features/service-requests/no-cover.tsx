import type { Language } from '../../platform/phrases.ts'
import { Note } from '../../ui/components/Note.tsx'
import { requestPhrases } from './phrases.ts'

/** A vehicle that was only reported is not insured: nobody may take the form for the confirmation. */
export function NoCover({ language }: { language: Language }) {
  const t = requestPhrases(language)
  return (
    <Note kind="warn" title={t.no_cover_title} announce={false}>
      <p>{t.no_cover_text}</p>
    </Note>
  )
}
