import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Time } from '../../../ui/components/Time.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import type { Group, Item } from '../groups.ts'
import { notificationPhrases } from '../phrases.ts'
import { groupSentence, itemSentence, recordName } from '../sentence.ts'

type View = Omit<Visit, 'db'>

/** Everything that one entry of the list tells about, each with its link; it is read now, and any of it can be made unread again. */
export function groupPage(visit: View, group: Group, conversations: number) {
  const t = notificationPhrases(visit.language)
  const { on, lines } = group
  const title = lines.length > 1 && on ? recordName(on, visit.language) : groupSentence(group, visit.language)
  return portalPage(visit, {
    title,
    area: null,
    unread: conversations,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/notifications') }, { label: title }],
    lead: <Time at={group.at} />,
    actions: on && (
      <LinkButton href={href(visit, on.path)} icon="arrow-right">
        {recordName(on, visit.language)}
      </LinkButton>
    ),
    children: (
      <>
        {lines.some(({ more }) => more) && <p class="news-tools muted">{t.first_hundred}</p>}
        <ul class="plain-list news">
          {lines.flatMap((line) => {
            const apart = new Set(line.items.map(({ id }) => id)).size === line.items.length && !line.more
            return line.items.map((item) => (
              <li key={`${item.id} ${item.about?.id}`}>
                <div class="news-text">
                  <a href={href(visit, item.about?.path ?? `/notifications/${item.id}`)}>{itemSentence(item, visit.language)}</a>
                </div>
                {apart && !item.mailOnly && <MarkUnread visit={visit} item={item} />}
              </li>
            ))
          })}
        </ul>
      </>
    ),
  })
}

function MarkUnread({ visit, item }: { visit: View; item: Item }) {
  return (
    <PostForm visit={visit as Visit} path={`/notifications/${item.id}/unread`}>
      <Button kind="quiet" icon="mail" iconOnly>
        {`${notificationPhrases(visit.language).mark_unread}: ${itemSentence(item, visit.language)}`}
      </Button>
    </PostForm>
  )
}
