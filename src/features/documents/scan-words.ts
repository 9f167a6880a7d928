import { scanState } from '../../platform/kept-files.ts'
import type { Visit } from '../../platform/visit.ts'
import { uploadPhrases } from './upload-phrases.ts'

/** What the virus scanner said of a file, in words; `kept` is what `keptState` selected. */
export function scanWord(visit: Pick<Visit, 'language' | 'services'>, kept: string | null): string {
  return uploadPhrases(visit.language)[scanState(visit.services, kept)]
}
