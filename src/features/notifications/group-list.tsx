import { href, type Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Time } from '../../ui/components/Time.tsx'
import { PostForm } from '../house/form.tsx'
import type { Group, Item, Line } from './groups.ts'
import { areaOf, areas } from './kinds.ts'
import { notificationPhrases } from './phrases.ts'
import { groupSentence, itemSentence, lineSentence, recordName } from './sentence.ts'

type View = Omit<Visit, 'db'>

/** Unread groups as a short list of links, each to what it is about: for «Home». */
export function UnreadGroups({ visit, groups }: { visit: View; groups: Group[] }) {
  return (
    <ul class="plain-list stack">
      {groups.map((group) => (
        <li key={group.id}>
          <a href={groupHref(visit, group)}>{groupSentence(group, visit.language)}</a>
          <p class="small muted">
            <Time at={group.at} relative />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Groups with their lines and records; with `back`, each can be marked, and the page comes back there. */
export function GroupList({ visit, groups, back }: { visit: View; groups: Group[]; back: Record<string, string> }) {
  return (
    <ul class="plain-list news">
      {groups.map((group) => (
        <GroupEntry key={group.id} visit={visit} group={group} back={back} />
      ))}
    </ul>
  )
}

function GroupEntry({ visit, group, back }: { visit: View; group: Group; back: Record<string, string> }) {
  const t = notificationPhrases(visit.language)
  const [first] = group.lines
  const several = group.lines.length > 1
  return (
    <li class={group.unread ? 'unread' : undefined} id={`n-${group.id}`}>
      <span class="news-icon">
        <Icon name={areas[areaOf(first!.occasion)].icon} />
      </span>
      <div class="news-text">
        {group.unread && <span class="vh">{t.unread}: </span>}
        {several && group.on && (
          <p class="news-on">
            <a href={href(visit, group.on.path)}>{recordName(group.on, visit.language)}</a>
          </p>
        )}
        {group.lines.map((line) => (
          <LineEntry key={line.kind} visit={visit} group={group} line={line} apart={several} />
        ))}
        <p class="small muted news-foot">
          <Time at={group.at} relative />
          {!several &&
            first!.count === 1 &&
            group.on &&
            group.on.id !== first!.items[0]?.about?.id &&
            group.on.kind !== 'conversation' && (
              <>
                {' · '}
                <a href={href(visit, group.on.path)}>{recordName(group.on, visit.language)}</a>
              </>
            )}
        </p>
      </div>
      {group.lines.some(({ items }) => items.some(({ mailOnly }) => !mailOnly)) && (
        <Mark visit={visit} group={group} back={back} />
      )}
    </li>
  )
}

function LineEntry({ visit, group, line, apart }: { visit: View; group: Group; line: Line; apart: boolean }) {
  const t = notificationPhrases(visit.language)
  const text = lineSentence(line, group.on, visit.language, apart)
  const shown = line.items.slice(0, 5)
  const rest = line.count - shown.length
  return (
    <>
      <p class="news-line">
        <a href={lineHref(visit, group, line)}>{group.unread ? <strong>{text}</strong> : text}</a>
      </p>
      {line.count > 1 && line.kind !== 'message' && (
        <ul class="news-items">
          {shown.map((item) => (
            <li key={`${item.id} ${item.about?.id}`}>
              <a href={itemHref(visit, item, line)}>{item.about?.label ?? itemSentence(item, visit.language)}</a>
            </li>
          ))}
          {rest > 0 && (
            <li>
              <a href={href(visit, `/notifications/${group.id}/group`)}>{t.more(line.more ? `${rest}+` : String(rest))}</a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}

function Mark({ visit, group, back }: { visit: View; group: Group; back: Record<string, string> }) {
  const t = notificationPhrases(visit.language)
  const verb = group.unread ? 'read' : 'unread'
  return (
    <PostForm visit={visit as Visit} path={`/notifications/${group.id}/group/${verb}`}>
      {Object.entries(back).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind="quiet" icon={group.unread ? 'check' : 'mail'} iconOnly>
        {`${group.unread ? t.mark_read : t.mark_unread}: ${groupSentence(group, visit.language)}`}
      </Button>
    </PostForm>
  )
}

/** Where a group leads: to the one record it is about, else to the page of all of them. */
export function groupHref(visit: View, group: Group): string {
  return group.lines.length === 1 ? lineHref(visit, group, group.lines[0]!) : href(visit, `/notifications/${group.id}/group`)
}

// Messages of one conversation are one page, however many there are.
function lineHref(visit: View, group: Group, line: Line): string {
  return line.count === 1 || line.kind === 'message'
    ? itemHref(visit, line.items[0]!, line)
    : href(visit, `/notifications/${group.id}/group`)
}

function itemHref(visit: View, item: Item, line: Line): string {
  // Of several records that one notification is about, the address says which.
  const same = line.items.filter((other) => other.id === item.id).length > 1 || line.more
  return href(visit, `/notifications/${item.id}${same && item.about ? `?about=${item.about.id}` : ''}`)
}
