import { claim } from '../claims/gallery.tsx'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { workPage } from './pages/work.tsx'

const work = {
  id: '0190a0b0-0000-7000-8000-000000000301',
  handling: {
    version: 3,
    insurer_contact: 'Petra Huber',
    insurer_phone: '+41585550100',
    insurer_email: 'petra.huber@helvia.example',
    reserve: '12000.00',
    paid: '1500.50',
  },
  payments: [
    {
      id: '0190a0b0-0000-7000-8000-000000000302',
      kind: 'payment',
      paid_on: '2026-11-03',
      amount: '1500.50',
      payee: 'Garage Seetal AG',
      author_name: 'Sophie Dubois',
    },
  ],
  values: { insurer_contact: 'Petra Huber', insurer_phone: '+41585550100', reserve: '12000.00', kind: 'payment' },
  errors: {},
  conflict: false,
  done: null,
}

export const gallery: GalleryEntry[] = [
  {
    name: 'reserve and payments',
    render: (visit) => workPage({ ...visit, actor: inventedStaff, accountManager: null }, claim, work),
  },
  {
    name: 'reserve and payments, changed meanwhile',
    render: (visit) =>
      workPage({ ...visit, actor: inventedStaff, accountManager: null }, claim, {
        ...work,
        conflict: true,
        errors: { amount: 'Geben Sie einen Betrag über null an, z.B. 1’200.50.' },
      }),
  },
]
