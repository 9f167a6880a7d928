import type { PictureFacts } from '../../../platform/preview-cache.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { Region } from '../../../ui/components/Toolbar.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../crumbs.ts'
import { documentPhrases } from '../phrases.ts'
import { fileHref, pictureHref, previewHref } from '../preview-links.ts'
import { previewPhrases } from '../preview-phrases.ts'
import { versionPhrases } from '../version-phrases.ts'
import type { ShownDocument } from '../versions.ts'

type View = Omit<Visit, 'db'>

export type Preview =
  | { kind: 'pages' | 'picture'; page: number; facts: PictureFacts }
  | { kind: 'text'; text: string; whole: boolean }
  | { kind: 'none' | 'unreadable' | 'busy' }

// The gallery brings a picture of its own.
type State = Preview & { zoomed: boolean; picture?: string }
type Drawn = Extract<State, { facts: PictureFacts }>
type Part<S = State> = { visit: View; document: ShownDocument; state: S }

/** What is in a document, without its file ever reaching the browser. */
export function previewPage(visit: View, document: ShownDocument, state: State) {
  const t = previewPhrases(visit.language)
  const [house, list, own] = crumbs(visit, document)
  return portalPage(visit, {
    title: document.title,
    area: 'documents',
    crumbs: [house!, list!, { label: own!.label, href: href(visit, `/documents/${document.id}`) }, { label: t.preview }],
    actions: (
      <LinkButton href={fileHref(visit, document, document.former)} icon="download" download>
        {documentPhrases(visit.language).download}
      </LinkButton>
    ),
    children: (
      <Region id="preview">
        {document.former && <Former visit={visit} document={document} number={document.former} />}
        <Content visit={visit} document={document} state={state} />
      </Region>
    ),
  })
}

function Former({ visit, document, number }: { visit: View; document: ShownDocument; number: number }) {
  const t = versionPhrases(visit.language)
  return (
    <Note kind="info" announce={false} action={<a href={href(visit, previewHref(document))}>{t.to_current}</a>}>
      <p>{t.former(number)}</p>
    </Note>
  )
}

function Content({ visit, document, state }: Part) {
  const t = previewPhrases(visit.language)
  if ('facts' in state) return <Picture visit={visit} document={document} state={state} />
  if (state.kind === 'text') return <Text visit={visit} state={state} />
  const again = state.kind === 'busy' && <LinkButton href={href(visit, visit.address)}>{t.again}</LinkButton>
  return <EmptyState icon="file" title={t[`${state.kind}_title`]} text={t[`${state.kind}_text`]} action={again || undefined} />
}

function Text({ visit, state }: { visit: View; state: Extract<State, { kind: 'text' }> }) {
  const t = previewPhrases(visit.language)
  if (state.text.trim() === '') return <EmptyState icon="file" title={t.text_empty} />
  return (
    <div class="preview">
      <pre class="preview-text" tabindex={0}>
        {state.text}
      </pre>
      {!state.whole && <p class="muted small">{t.text_cut}</p>}
    </div>
  )
}

function Picture({ visit, document, state }: Part<Drawn>) {
  const t = previewPhrases(visit.language)
  const { kind, page, facts, zoomed } = state
  const alt = kind === 'pages' ? t.page_alt(page, shortened(facts.text)) : t.picture(document.title)
  const source = (width: 960 | 1600) => state.picture ?? pictureHref(visit, document, page, width, document.former)
  return (
    <div class="preview">
      <Bar visit={visit} document={document} state={state} />
      <section class={`preview-frame${zoomed ? ' zoomed' : ''}`} aria-label={t.frame} tabindex={0}>
        <img
          src={source(zoomed ? 1600 : 960)}
          srcset={zoomed ? undefined : `${source(960)} 960w, ${source(1600)} 1600w`}
          sizes={zoomed ? undefined : '(min-width: 60rem) 45rem, 100vw'}
          width={facts.width}
          height={facts.height}
          alt={alt}
        />
      </section>
      {facts.text.trim() !== '' && (
        <details class="preview-words">
          <summary>{t.text_of_page}</summary>
          <p class="lines">{facts.text.trim()}</p>
        </details>
      )}
    </div>
  )
}

function Bar({ visit, document, state: { page, facts, zoomed } }: Part<Drawn>) {
  const t = previewPhrases(visit.language)
  const to = (change: { page?: number; zoomed?: boolean }) =>
    href(visit, previewHref(document, { page, zoomed, version: document.former, ...change }))
  return (
    <nav class="preview-bar" aria-label={t.pages}>
      {facts.pages > 1 && (
        <>
          <Turn href={page > 1 ? to({ page: page - 1 }) : null} icon="chevron-left" label={t.previous} />
          <p data-say>{t.page_of({ page, pages: facts.pages })}</p>
          <Turn href={page < facts.pages ? to({ page: page + 1 }) : null} icon="chevron-right" label={t.next} />
        </>
      )}
      <LinkButton href={to({ zoomed: !zoomed })} icon={zoomed ? 'zoom-out' : 'zoom-in'} kind="quiet" inRegion>
        {zoomed ? t.smaller : t.larger}
      </LinkButton>
    </nav>
  )
}

function Turn({ href: to, icon, label }: { href: string | null; icon: string; label: string }) {
  if (to === null) return null
  return (
    <LinkButton href={to} icon={icon} iconOnly inRegion>
      {label}
    </LinkButton>
  )
}

// Enough to know what it is; all of it stands below the picture.
function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length <= 300 ? words : `${words.slice(0, 300).replace(/\s\S*$/, '')} …`
}
