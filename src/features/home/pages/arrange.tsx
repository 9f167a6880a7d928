import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { housePhrases } from '../../house/phrases.ts'
import { type Arrangement, arranged, type CardKey } from '../cards.ts'
import { cardPhrases } from '../cards-phrases.ts'

type View = Omit<Visit, 'db'>

/** «Startseite anpassen»: plain buttons, one step each; nothing to drag. */
export function arrangePage(visit: View, arrangement: Arrangement, refused = false) {
  const t = cardPhrases(visit.language)
  const cards = arranged(arrangement)
  return portalPage(visit, {
    title: t.arrange,
    area: 'home',
    crumbs: [
      { label: visit.brokerage.number },
      { label: housePhrases(visit.language).home, href: href(visit, '/') },
      { label: t.arrange },
    ],
    lead: t.arrange_lead,
    error: refused,
    children: (
      <div class="stack">
        {refused && (
          <Note kind="bad">
            <p>{t.arrange_refused}</p>
          </Note>
        )}
        <Card id="cards" title={t.order}>
          <ol class="plain-list arrange">
            {cards.map(({ key, hidden }, index) => (
              <OneCard key={key} {...{ visit, card: key, hidden }} isFirst={index === 0} isLast={index === cards.length - 1} />
            ))}
          </ol>
        </Card>
        <div class="row">
          <LinkButton href={href(visit, '/')} kind="primary">
            {t.back}
          </LinkButton>
          <PostForm visit={visit as Visit} path="/home/cards/reset">
            <Button>{t.reset}</Button>
          </PostForm>
        </div>
      </div>
    ),
  })
}

interface One {
  visit: View
  card: CardKey
  hidden: boolean
  isFirst: boolean
  isLast: boolean
}

function OneCard({ visit, card, hidden, isFirst, isLast }: One) {
  const t = cardPhrases(visit.language)
  return (
    <li id={`card-${card}`}>
      <div class="row">
        <strong>{t[card]}</strong>
        {hidden && <Badge>{t.hidden}</Badge>}
      </div>
      <PostForm visit={visit as Visit} path="/home/cards" class="row">
        <input type="hidden" name="card" value={card} />
        {!isFirst && <Move move="up" label={t.up} name={t[card]} icon="arrow-up" />}
        {!isLast && <Move move="down" label={t.down} name={t[card]} icon="arrow-down" />}
        <Move move={hidden ? 'show' : 'hide'} label={hidden ? t.show : t.hide} name={t[card]} icon={hidden ? 'eye' : 'eye-off'} />
      </PostForm>
    </li>
  )
}

function Move({ move, label, name, icon }: { move: string; label: string; name: string; icon: string }) {
  return (
    <Button name="move" value={move} icon={icon}>
      {label}
      <span class="vh">: {name}</span>
    </Button>
  )
}
