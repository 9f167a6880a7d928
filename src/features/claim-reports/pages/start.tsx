import { href, type Visit } from '../../../platform/visit.ts'
import { rolePhrases } from '../../../records/roles.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import type { Draft } from '../drafts.ts'
import { DraftsCard } from '../drafts-card.tsx'
import { crumbs } from '../frame.tsx'
import { kindIcons } from '../kinds.ts'
import type { KindOffer } from '../offers.ts'
import { reportPhrases } from '../phrases.ts'
import { Stepper, stepPath } from '../stepper.tsx'

type View = Omit<Visit, 'db'>

export interface Start {
  /** The id of the draft that a choice begins, or of the one whose kind is chosen anew. */
  id: string
  draft: Draft | null
  /** The policy whose page one came from. */
  policy?: string
  offers: KindOffer[]
  drafts: Draft[]
  /** Who gives roles in the own company, by name. */
  userManagers: string[]
  done?: string | null
  closed?: boolean
}

/** Step 1: what is reported; what was begun before stands below. */
export function startPage(visit: View, state: Start) {
  const t = reportPhrases(visit.language)
  const open = state.offers.filter((offer) => offer.open)
  return portalPage(visit, {
    title: t.title,
    area: 'claims',
    crumbs: crumbs(visit),
    lead: t.lead,
    done: state.done,
    children: (
      <div class="stack">
        <Stepper visit={visit} at="kind" {...(state.draft && { id: state.draft.id, reached: state.draft.step })} />
        {state.closed && (
          <Note kind="warn">
            <p>{t.kind_closed}</p>
          </Note>
        )}
        <Emergency visit={visit} />
        {open.length > 0 && <Kinds visit={visit} state={state} offers={open} />}
        {state.drafts.length > 0 && <DraftsCard visit={visit} drafts={state.drafts} />}
        <Closed visit={visit} state={state} offers={state.offers.filter((offer) => !offer.open)} />
      </div>
    ),
  })
}

function Kinds({ visit, state, offers }: { visit: View; state: Start; offers: KindOffer[] }) {
  const t = reportPhrases(visit.language)
  return (
    <PostForm visit={visit as Visit} path={state.draft ? stepPath(state.id, 'kind') : '/claims/new'}>
      <input type="hidden" name="_id" value={state.id} />
      {state.policy && <input type="hidden" name="policy" value={state.policy} />}
      <h2>{t.choose}</h2>
      <ul class="kinds plain-list">
        {offers.map(({ kind }) => (
          <li key={kind}>
            <button
              type="submit"
              class="kind"
              name="kind"
              value={kind}
              aria-pressed={state.draft ? state.draft.kind === kind : undefined}
            >
              <Icon name={kindIcons[kind]} />
              <span>
                <span class="kind-name">{t[kind]}</span>
                <span class="small muted">{t[`${kind}_hint`]}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </PostForm>
  )
}

const numbers = [
  ['ambulance', '144'],
  ['fire_brigade', '118'],
  ['police_call', '117'],
  ['poisoning', '145'],
  ['rega', '1414'],
] as const

function Emergency({ visit }: { visit: View }) {
  const t = reportPhrases(visit.language)
  return (
    <Note kind="info" title={t.emergency} announce={false}>
      <ul class="plain-list emergency">
        {numbers.map(([name, number]) => (
          <li key={number}>
            <a href={`tel:${number}`}>
              {t[name]} <strong>{number}</strong>
            </a>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function Closed({ visit, state, offers }: { visit: View; state: Start; offers: KindOffer[] }) {
  const t = reportPhrases(visit.language)
  const names = rolePhrases(visit.language)
  if (offers.length === 0) return null
  return (
    <Card id="closed" title={t.closed}>
      <div class="prose">
        <ul>
          {offers.map(({ kind, roles }) => (
            <li key={kind}>
              {t.closed_roles(t[kind], [...roles, 'full_access' as const].map((role) => names[role]).join(t.or))}
            </li>
          ))}
        </ul>
        <p>{state.userManagers.length > 0 ? t.whom(state.userManagers.join(', ')) : t.whom_broker}</p>
        <LinkButton href={href(visit, '/requests/new?category=access_question')} icon="key-round">
          {t.ask_access}
        </LinkButton>
      </div>
    </Card>
  )
}
