import { href, type Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { HitState, hitFacts, hitPath, hitTitle } from './describe.tsx'
import { type Marked, marked } from './marks.ts'
import { searchPhrases } from './phrases.ts'
import type { Hit } from './results.ts'

type View = Omit<Visit, 'db'>

/** Results one below the other: what it is called, what there is to know at a glance, and where in its text the words stand. */
export function Hits({ visit, hits, words, level }: { visit: View; hits: Hit[]; words: string[]; level: 2 | 3 }) {
  return (
    <ol class="hits plain-list">
      {hits.map((hit) => (
        <HitItem key={`${hit.kind}${hit.id}`} visit={visit} hit={hit} words={words} level={level} />
      ))}
    </ol>
  )
}

function HitItem({ visit, hit, words, level }: { visit: View; hit: Hit; words: string[]; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const facts = hitFacts(visit, hit)
  return (
    <li data-row>
      <Heading>
        <a href={href(visit, hitPath(visit, hit))}>
          <Marks text={marked(hitTitle(hit, visit.language), words)} />
        </a>{' '}
        <HitState hit={hit} language={visit.language} />
        {hit.confidential && <Badge kind="warn">{searchPhrases(visit.language).confidential}</Badge>}
      </Heading>
      {facts.length > 0 && (
        <p class="small muted">
          <Marks text={marked(facts.join(' · '), words)} />
        </p>
      )}
      {hit.extract && (
        <p class="extract">
          <Marks text={marked(oneLine(hit.extract), words)} />
        </p>
      )}
    </li>
  )
}

function Marks({ text }: { text: Marked }) {
  return <>{text.map((piece, at) => (at % 2 === 1 ? <mark key={at}>{piece}</mark> : piece))}</>
}

// The last word may have been cut.
function oneLine(extract: string): string {
  const line = extract.replace(/\s+/g, ' ').trim()
  return line.length < 240 ? line : `${line.replace(/\S*$/, '').trimEnd()} …`
}
