import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../frame.tsx'
import { kindIcons } from '../kinds.ts'
import { reportPhrases } from '../phrases.ts'
import type { Draft, KindOffer } from '../queries.ts'
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
        <Note kind="info" announce={false}>
          <p>{t.emergency}</p>
        </Note>
        {open.length > 0 && <Kinds visit={visit} state={state} offers={open} />}
        <Closed visit={visit} offers={state.offers.filter((offer) => !offer.open)} />
        {state.drafts.length > 0 && <Drafts visit={visit} drafts={state.drafts} />}
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

function Closed({ visit, offers }: { visit: View; offers: KindOffer[] }) {
  const t = reportPhrases(visit.language)
  const names = rolePhrases(visit.language)
  if (offers.length === 0) return null
  return (
    <Card id="closed" title={t.closed}>
      <ul>
        {offers.map(({ kind, roles }) => (
          <li key={kind}>{t.closed_roles(t[kind], [...roles, 'full_access' as const].map((role) => names[role]).join(t.or))}</li>
        ))}
      </ul>
      <p>{t.whom}</p>
      <LinkButton href={href(visit, '/requests/new?category=access_question')} icon="key-round">
        {t.ask_access}
      </LinkButton>
    </Card>
  )
}

function Drafts({ visit, drafts }: { visit: View; drafts: Draft[] }) {
  const t = reportPhrases(visit.language)
  return (
    <Card id="drafts" title={t.drafts}>
      <ul class="plain-list stack">
        {drafts.map((draft) => (
          <li key={draft.id} class="draft">
            <div>
              <a href={href(visit, stepPath(draft.id, draft.step))}>
                {t.resume}: {[t[draft.kind], draft.data.date, draft.data.place].filter(Boolean).join(', ')}
              </a>
              <p class="small muted">{t.draft_saved(dateTime(draft.saved_at))}</p>
            </div>
            <PostForm visit={visit as Visit} path={`/claims/new/${draft.id}/discard`}>
              <Button kind="quiet" icon="trash-2">
                {t.discard}
                <span class="vh">
                  {' '}
                  {t[draft.kind]}, {dateTime(draft.saved_at)}
                </span>
              </Button>
            </PostForm>
          </li>
        ))}
      </ul>
    </Card>
  )
}
