import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { type Form, macroPage, modulePage } from './pages/form.tsx'
import { textsPage } from './pages/list.tsx'
import { textsPhrases } from './phrases.ts'
import type { Macro, TextModule } from './queries.ts'

const id = (n: number) => `0190a0b0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`
const text: TextModule = {
  id: id(1),
  language: 'de',
  shortcut: 'eingang',
  name: 'Eingang bestätigen',
  body: 'Guten Tag {{kontakt}}\n\nWir haben Ihre Nachricht «{{betreff}}» erhalten.\n\n{{ich}}, {{broker}}',
  version: 2,
}
const macro: Macro = {
  id: id(2),
  name: 'Beim Versicherer nachfragen',
  shortcut: 'eingang',
  state: 'waiting_insurer',
  assign: 'me',
  finishes: false,
  snooze_days: 3,
  version: 1,
}
const form = (values: Record<string, string>, more: Partial<Form> = {}): Form => ({
  id: id(1),
  version: 2,
  values,
  errors: {},
  conflict: false,
  ...more,
})
const values = { language: text.language, shortcut: text.shortcut, name: text.name, body: text.body }
const steps = { name: macro.name, shortcut: 'eingang', state: 'waiting_insurer', assign: 'me', snooze_days: '3' }

const staff = (visit: Visit) => ({
  ...visit,
  actor: { ...inventedStaff, theme: visit.actor.kind === 'visitor' ? ('system' as const) : visit.actor.theme },
  accountManager: null,
})

export const gallery: GalleryEntry[] = [
  {
    name: 'lists',
    render: (visit) =>
      textsPage(staff(visit), { modules: [text, { ...text, id: id(3), language: 'fr' }], macros: [macro], done: null }),
  },
  { name: 'none yet', render: (visit) => textsPage(staff(visit), { modules: [], macros: [], done: null }) },
  { name: 'text module', render: (visit) => modulePage(staff(visit), form(values)) },
  {
    name: 'text module refused',
    render: (visit) => {
      const t = textsPhrases(visit.language)
      return modulePage(
        staff(visit),
        form({ ...values, body: '{{vorname}}' }, { errors: { body: t.error_placeholder('vorname') } }),
      )
    },
  },
  { name: 'macro', render: (visit) => macroPage(staff(visit), form(steps), [text]) },
  { name: 'macro, changed meanwhile', render: (visit) => macroPage(staff(visit), form(steps, { conflict: true }), [text]) },
]
