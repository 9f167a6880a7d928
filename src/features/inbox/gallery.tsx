import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { conversationItem, inventedState, itemOf, requestItem } from './invented.ts'
import { inboxPage } from './pages/inbox.tsx'
import { promisePage } from './pages/promise.tsx'

const promised = {
  values: { hours: '4', from: '08:00', to: '17:30' },
  days: [1, 2, 3, 4, 5],
  version: 1,
  errors: {},
  conflict: false,
}
const actor = inventedStaff

type Entry = GalleryEntry & { actor: typeof inventedStaff }

const entries: Entry[] = [
  { name: 'inbox', actor, render: (visit) => inboxPage(visit, inventedState()) },
  {
    name: 'inbox-empty',
    actor,
    render: (visit) => inboxPage(visit, inventedState({ listed: { rows: [], page: 1, more: false }, key: 'late' })),
  },
  {
    name: 'inbox-message',
    actor,
    render: (visit) => inboxPage(visit, inventedState({ open: itemOf(conversationItem, { writers: ['Marc Hostettler'] }) })),
  },
  {
    name: 'inbox-request',
    actor,
    render: (visit) => inboxPage(visit, inventedState({ open: itemOf(requestItem), key: 'requests', done: 'Zugewiesen.' })),
  },
  {
    name: 'inbox-collision',
    actor,
    render: (visit) =>
      inboxPage(
        visit,
        inventedState({
          open: itemOf(conversationItem, {
            back: { collision: 'Marc Hostettler', note: { body: '', error: 'Schreiben Sie die Notiz.' } },
          }),
        }),
      ),
  },
  {
    name: 'inbox-auditor',
    actor: { ...inventedStaff, function: 'auditor' },
    render: (visit) => inboxPage(visit, inventedState({ open: itemOf(conversationItem) })),
  },
  { name: 'inbox-promise', actor, render: (visit) => promisePage(visit, promised) },
  {
    name: 'inbox-promise-refused',
    actor,
    render: (visit) =>
      promisePage(visit, {
        ...promised,
        values: { ...promised.values, hours: '0' },
        errors: { hours: 'Geben Sie ganze Stunden von 1 bis 80 an.' },
        conflict: true,
      }),
  },
]

export const gallery: GalleryEntry[] = entries.map(({ name, actor, render }) => ({
  name,
  render: (visit) => {
    const theme = visit.actor.kind === 'visitor' ? 'system' : visit.actor.theme
    return render({ ...visit, actor: { ...actor, theme }, accountManager: null })
  },
}))
