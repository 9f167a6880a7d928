import type { GalleryEntry } from '../house/gallery.ts'
import { mailboxPage, mailPage } from './pages/mailbox.tsx'
import type { StoredMail } from './queries.ts'

const mail: StoredMail = {
  name: '6323-01900000-0000-7000-8000-000000000001',
  from: 'Muster Broker AG <portal@broker.example>',
  to: 'anja.rieder@muster.example',
  subject: 'Ihre Zugangsdaten für unser Kundenportal',
  at: new Date('2026-11-23T13:03:00Z'),
  text: 'Lieber Kunde\n\nhttp://6323.localhost:4600/de-de/activate?t=geheim\n',
  attachments: [{ name: 'AGB-v1.txt', type: 'text/plain', content: Buffer.from('AGB') }],
}

export const gallery: GalleryEntry[] = [
  { name: 'mailbox', render: (visit) => mailboxPage(visit, [mail]) },
  { name: 'mailbox-empty', render: (visit) => mailboxPage(visit, []) },
  { name: 'mailbox-mail', render: (visit) => mailPage(visit, mail) },
]
