import type { Customer, Staff } from '../../../platform/actor.ts'
import { dateTime } from '../../../platform/format.ts'
import { htmlLanguages, isLanguage, languageNames } from '../../../platform/language.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { RowList } from '../../../ui/components/RowList.tsx'
import { dataPhrases } from '../data-phrases.ts'
import { profileFrame } from '../frame.tsx'
import { myDataPhrases } from '../my-data-phrases.ts'
import type { AcceptedTerms, AcceptedText } from '../queries.ts'

type View = Omit<Visit, 'db'>

export interface DataPage {
  person: Customer | Staff
  terms: AcceptedTerms[]
  /** The download was asked for too often today. */
  tooOften?: boolean
}

/** «Meine Daten»: accepted terms, the calendar address, and everything there is as a download. */
export function dataPage(visit: View, { person, terms, tooOften = false }: DataPage) {
  const t = dataPhrases(visit.language)
  const m = myDataPhrases(visit.language)
  return profileFrame(visit, {
    section: 'data',
    lead: t.lead,
    error: tooOften,
    children: (
      <div class="stack">
        {tooOften && (
          <Note kind="bad">
            <p>{m.too_often}</p>
          </Note>
        )}
        <Card id="my-data" title={m.card}>
          <div class="prose">
            <p>{m.card_text}</p>
            <p class="small muted">{m.card_limits}</p>
            <div class="row">
              <LinkButton href={href(visit, '/profile/data/my-data.zip')} icon="download" download>
                {m.download}
              </LinkButton>
            </div>
          </div>
        </Card>
        {person.kind === 'customer' && <TermsCard visit={visit} terms={terms} />}
        {person.kind === 'customer' && (
          <Card
            id="calendar"
            title={t.calendar}
            action={<LinkButton href={href(visit, '/deadlines/calendar')}>{t.calendar_open}</LinkButton>}
          >
            <p>{t.calendar_text}</p>
          </Card>
        )}
      </div>
    ),
  })
}

function TermsCard({ visit, terms }: { visit: View; terms: AcceptedTerms[] }) {
  const t = dataPhrases(visit.language)
  return (
    <Card id="terms" title={t.terms}>
      {terms.length > 0 ? (
        <RowList
          rows={terms.map((one) => ({
            key: String(one.version),
            href: href(visit, `/profile/terms/${one.version}`),
            title: `${one.title}, ${t.version(one.version)}`,
            detail: t.accepted(dateTime(one.accepted_at), nameOf(one.language)),
            end: one.current && <Badge kind="ok">{t.current}</Badge>,
          }))}
        />
      ) : (
        <p class="muted">{t.no_terms}</p>
      )}
    </Card>
  )
}

/** Terms as they were accepted, to read again. */
export function acceptedTermsPage(visit: View, text: AcceptedText) {
  const t = dataPhrases(visit.language)
  const paragraphs = text.body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')
  return profileFrame(visit, {
    section: 'data',
    title: t.terms_of(text.version),
    lead: t.accepted(dateTime(text.accepted_at), nameOf(text.language)),
    children: (
      <div class="stack">
        <Note kind={text.unchanged ? 'ok' : 'warn'} announce={false}>
          <p>{text.unchanged ? t.unchanged : t.changed}</p>
        </Note>
        <Card id="text" title={text.title}>
          <div class="prose" lang={isLanguage(text.language) ? htmlLanguages[text.language] : undefined}>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Card>
      </div>
    ),
  })
}

const nameOf = (language: string) => (isLanguage(language) ? languageNames[language] : language)
