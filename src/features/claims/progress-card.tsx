import { href, type Visit } from '../../platform/visit.ts'
import { LinkButton } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { addsPapers, movesClaims } from './access.ts'
import { nextOf, stageOf, stages } from './progress.ts'
import { progressPhrases } from './progress-phrases.ts'
import type { Claim } from './queries.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  claim: Claim
  /** Where an answer is written. */
  answerHref: string
}

/** How far a claim is, what comes next, and what one can do about it. */
export function ProgressCard({ visit, claim, answerHref }: Props) {
  const t = progressPhrases(visit.language)
  const at = stages.indexOf(stageOf(claim.state))
  const asked = claim.state === 'query' && visit.actor.kind === 'customer'
  const adds = addsPapers(visit.actor, claim)
  const moves = movesClaims(visit.actor)
  return (
    <Card id="progress" title={t.title}>
      <div class="stack">
        <ol class="steps stages" aria-label={t.steps}>
          {stages.map((stage, index) => (
            <li key={stage} class={index < at ? 'past' : undefined}>
              <span aria-current={index === at ? 'step' : undefined}>{t[stage]}</span>
            </li>
          ))}
        </ol>
        <p>{nextOf(claim, visit.language)}</p>
        {(asked || adds || moves) && (
          <div class="row no-print">
            {asked && (
              <LinkButton href={answerHref} kind="primary" icon="message-square">
                {t.answer}
              </LinkButton>
            )}
            {adds && (
              <LinkButton href={href(visit, `/claims/${claim.id}/documents/new`)} icon="paperclip">
                {t.add_papers}
              </LinkButton>
            )}
            {moves && (
              <LinkButton href={href(visit, `/claims/${claim.id}/state`)} icon="pencil">
                {t.set_state}
              </LinkButton>
            )}
          </div>
        )}
      </div>
    </Card>
  )
}
