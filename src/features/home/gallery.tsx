import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer, inventedStaff } from '../house/invented.ts'
import { inventedGroups } from '../notifications/invented.ts'
import { cards, figures, noCards, noCounts, staffData, today } from './invented.ts'
import { arrangePage } from './pages/arrange.tsx'
import { figuresPage } from './pages/figures.tsx'
import { homePage } from './pages/home.tsx'
import { staffHomePage } from './pages/staff.tsx'

const request = {
  id: 'r1',
  role: 'fleet',
  requested_at: new Date('2026-11-22T09:30:00Z'),
  contact_id: 'c1',
  full_name: 'Rieder Anja',
}

const quiet = { toDecide: [], notifications: [], unread: 0, cards: noCards, today }
const news = { toDecide: [request], notifications: inventedGroups.slice(0, 5), unread: 1 }
const group = { ...inventedCustomer, roles: new Set(['customer', 'full_access', 'group_manager']) }
const noRole = { ...inventedCustomer, roles: new Set(['customer', 'group_manager']) }

export const gallery: GalleryEntry[] = [
  { name: 'home', render: (visit) => homePage({ ...visit, actor: group }, { ...quiet, cards }) },
  { name: 'home, quiet', render: (visit) => homePage(visit, quiet) },
  { name: 'home, something to decide', render: (visit) => homePage(visit, { ...quiet, toDecide: [request] }) },
  { name: 'home, something new', render: (visit) => homePage(visit, { ...quiet, ...news }) },
  { name: 'home without a contact', render: (visit) => homePage({ ...visit, accountManager: null }, quiet) },
  {
    name: 'home without a role',
    render: (visit) => homePage({ ...visit, actor: noRole }, { ...quiet, cards: { ...cards, requests: noCards.requests } }),
  },
  {
    name: 'home, arranged and very full',
    render: (visit) =>
      homePage(visit, {
        ...quiet,
        cards: {
          ...noCards,
          few: false,
          arrangement: { home_order: ['figures'], home_hidden: ['claims'] },
          premiumInvoices: { rows: [], total: 1000, more: true },
        },
      }),
  },
  {
    name: 'home, cards to arrange',
    render: (visit) => arrangePage(visit, { home_order: ['figures', 'claims'], home_hidden: ['drafts'] }),
  },
  { name: 'home, cards refused', render: (visit) => arrangePage(visit, { home_order: [], home_hidden: [] }, true) },
  { name: 'figures', render: (visit) => figuresPage(visit, figures) },
  { name: 'figures, nothing', render: (visit) => figuresPage(visit, noCards.figures) },
  {
    name: 'home for staff',
    render: (visit) =>
      staffHomePage(
        { ...visit, actor: inventedStaff, accountManager: null },
        { ...news, ...staffData, imports: [{ source: 'Policen', at: new Date('2026-11-10T02:00:00Z'), days: 15 }] },
      ),
  },
  {
    name: 'home for staff, quiet',
    render: (visit) =>
      staffHomePage(
        { ...visit, actor: inventedStaff, accountManager: null },
        {
          toDecide: [],
          notifications: [],
          unread: 0,
          tallies: { requests: 0, reported: 0, without: 0 },
          reported: [],
          imports: [],
          inbox: noCounts,
          hours: 4,
        },
      ),
  },
]
