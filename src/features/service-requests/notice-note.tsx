import { shortDate } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Note } from '../../ui/components/Note.tsx'
import type { Deadline } from '../deadlines/queries.ts'
import { ruleInWords } from '../deadlines/words.ts'
import { requestPhrases } from './phrases.ts'

interface Props {
  visit: Pick<Visit, 'language'>
  /** null where no deadline is known for the policy. */
  notice: Deadline | null
}

/** The computed deadline of a policy whose termination is asked about, with its rule; the contract decides. */
export function NoticeNote({ visit, notice }: Props) {
  const t = requestPhrases(visit.language)
  if (notice?.kind !== 'notice') {
    return (
      <Note kind="info" announce={false}>
        <p>{t.notice_unknown}</p>
      </Note>
    )
  }
  return (
    <Note kind="info" title={t.notice_title(shortDate(notice.day), shortDate(notice.rule.endsOn))} announce={false}>
      <p>
        {ruleInWords(notice, visit.language)}. {t.notice_hint}{' '}
        <a href={href(visit, `/policies/${notice.id}`)}>{notice.policyNumber}</a>
      </p>
    </Note>
  )
}
