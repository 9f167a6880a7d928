import type { Language } from '../platform/phrases.ts'
import { href, type Visit } from '../platform/visit.ts'
import { Badge } from '../ui/components/Badge.tsx'
import { Card } from '../ui/components/Card.tsx'
import type { Standing } from './record-around.ts'
import { recordPagePhrases } from './record-page-phrases.ts'
import { rolePhrases } from './roles.ts'
import type { Seer } from './who-sees.ts'

type View = Pick<Visit, 'language'>

const atOnce = 10

/** «Wer sieht das?»: the roles a record is shared with and the persons who hold one, for those who look after them. */
export function WhoSeesCard({ visit, standing, seers }: { visit: View; standing: Standing; seers: Seer[] }) {
  const t = recordPagePhrases(visit.language)
  return (
    <Card id="who-sees" title={t.who_sees}>
      <div class="stack tight">
        <Roles visit={visit} standing={standing} />
        {standing.published ? <Persons visit={visit} seers={seers} /> : <p class="small">{t.unpublished}</p>}
        <p class="small muted">{t.broker_too}</p>
      </div>
    </Card>
  )
}

function Roles({ visit, standing }: { visit: View; standing: Standing }) {
  const t = recordPagePhrases(visit.language)
  const names = rolePhrases(visit.language)
  return (
    <>
      <p class="small muted">{standing.audience.length === 0 && standing.confidential ? t.confidential_hint : t.roles_lead}</p>
      <ul class="plain-list row">
        {[...standing.audience, 'full_access' as const].map((role) => (
          <li key={role}>
            <Badge kind="info">{names[role]}</Badge>
          </li>
        ))}
      </ul>
    </>
  )
}

function Persons({ visit, seers }: { visit: View; seers: Seer[] }) {
  const t = recordPagePhrases(visit.language)
  const named = seers.filter(({ contactId }) => contactId !== null)
  const unnamed = seers.length - named.length
  if (seers.length === 0) return <p class="small">{t.nobody}</p>
  return (
    <>
      <h3>{t.persons(seers.length)}</h3>
      <PersonList visit={visit} seers={named.slice(0, atOnce)} />
      {named.length > atOnce && (
        <details class="earlier">
          <summary>{t.more}</summary>
          <PersonList visit={visit} seers={named.slice(atOnce)} />
        </details>
      )}
      {unnamed > 0 && <p class="small">{t.from_above(unnamed)}</p>}
    </>
  )
}

function PersonList({ visit, seers }: { visit: View; seers: Seer[] }) {
  return (
    <ul class="plain-list people">
      {seers.map((seer) => (
        <li key={seer.contactId}>
          <a href={href(visit, `/contacts/${seer.contactId}`)}>{seer.name}</a>
          <div class="small muted">{reason(seer, visit.language)}</div>
        </li>
      ))}
    </ul>
  )
}

/** «Flottenmanager», «Kompletter Zugriff · Konzernmanager, Muster Holding AG», «hat es erfasst». */
function reason(seer: Seer, language: Language): string {
  const names = rolePhrases(language)
  return [
    ...seer.roles.map((role) => names[role]),
    seer.asAuthor && recordPagePhrases(language).as_author,
    seer.fromAbove && `${names.group_manager}, ${seer.company}`,
  ]
    .filter(Boolean)
    .join(' · ')
}
