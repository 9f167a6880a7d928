import { href, type Visit } from '../../platform/visit.ts'
import type { RecordDescription } from '../../records/record-description.ts'
import { RecordBody } from '../../records/record-page.tsx'
import { recordPagePhrases } from '../../records/record-page-phrases.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { LinkButton } from '../../ui/components/Button.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { Menu } from '../../ui/components/Menu.tsx'
import { DeadlinesCard } from '../deadlines/on-record.tsx'
import type { Area } from '../house/navigation.ts'
import { portalPage } from '../house/page.tsx'
import { type Answer, answerErrors } from '../messages/thread.tsx'
import { shares } from '../sharing/access.ts'
import { sharingPhrases } from '../sharing/phrases.ts'
import { ConversationCard } from './conversation.tsx'
import { DocumentsCard } from './documents.tsx'
import type { Opened } from './open.ts'

type View = Omit<Visit, 'db'>

interface State {
  writing?: Answer
  done?: string | null | undefined
}

/** The page of a record of any kind. */
export function recordPage<R>(
  visit: View,
  description: RecordDescription<R>,
  opened: Opened<R>,
  { writing = opened.writing, done }: State = {},
) {
  const { record, around, talk, documents, deadlines, unread } = opened
  const key = { kind: description.kind, id: description.id(record) }
  const path = `${description.list.path}/${key.id}`
  const name = description.name(record, visit.language)
  return portalPage(visit, {
    title: description.title(record, visit.language),
    area: description.area as Area,
    crumbs: [
      { label: visit.brokerage.number },
      { label: description.list.words(visit.language).title, href: href(visit, description.list.path) },
      { label: name },
    ],
    badge: (
      <>
        {description.badge?.(record, visit)}
        {opened.around.standing.confidential && <Badge kind="warn">{recordPhrases(visit.language).confidential}</Badge>}
      </>
    ),
    lead: description.summary(record, visit),
    actions: <Actions visit={visit} description={description} record={record} />,
    error: answerErrors(writing).length > 0,
    done,
    unread,
    children: (
      <>
        <ErrorSummary errors={answerErrors(writing)} />
        <RecordBody
          visit={visit}
          description={description}
          record={record}
          around={around}
          documents={
            documents && <DocumentsCard visit={visit} record={key} around={around} documents={documents} search={name} />
          }
          deadlines={deadlines && <DeadlinesCard visit={visit} deadlines={deadlines} />}
          conversation={<ConversationCard visit={visit} about={key} path={`${path}/messages`} talk={talk} writing={writing} />}
        />
      </>
    ),
  })
}

function Actions<R>({ visit, description, record }: { visit: View; description: RecordDescription<R>; record: R }) {
  const t = recordPagePhrases(visit.language)
  const primary = description.primary?.(record, visit)
  const copy = description.copy?.(record)
  const sharingPath = `/sharing${description.list.path}/${description.id(record)}`
  const sharing = shares(visit.actor)
    ? [{ label: sharingPhrases(visit.language).change_record, icon: 'eye', path: sharingPath }]
    : []
  return (
    <>
      {primary && (
        <LinkButton href={href(visit, primary.path)} kind="primary" icon={primary.icon} download={primary.download}>
          {primary.label}
        </LinkButton>
      )}
      <LinkButton href="#conversation" icon="message-square">
        {t.write}
      </LinkButton>
      <Menu
        id="more-actions"
        label={t.more}
        items={[...(description.actions?.(record, visit) ?? []), ...sharing].map(({ path, ...action }) => ({
          ...action,
          href: href(visit, path),
        }))}
        deeds={[
          ...(copy ? [{ label: copy.label(visit.language), icon: 'copy', copy: copy.text }] : []),
          { label: t.print, icon: 'printer', print: true as const },
        ]}
      />
    </>
  )
}
