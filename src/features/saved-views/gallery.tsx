import type { SavedView } from '../../records/list-saved.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { policyList } from '../policies/list.tsx'
import { formPage } from './pages/form.tsx'
import { managePage } from './pages/manage.tsx'
import { savedViewPhrases } from './phrases.ts'

const view = (n: number, own: boolean): SavedView => ({
  id: `0190a0b0-0000-7000-8000-00000000000${n}`,
  name: ['Flotte, läuft 2027 ab', 'Alle BVG-Verträge', 'Jahresgespräch'][n]!,
  query: 'v=active',
  shared: n !== 1,
  own,
})

const views = [view(0, true), view(1, true), view(2, false)]
const calm = { views, done: null, undo: null, error: null }
const empty = { id: view(0, true).id, query: 'v=active&f.line=MF', name: '', shared: false, error: null }

export const gallery: GalleryEntry[] = [
  { name: 'views', render: (visit) => managePage(visit, policyList, calm) },
  {
    name: 'views, one removed',
    render: (visit) => managePage(visit, policyList, { ...calm, done: 'removed', undo: views[0]!.id }),
  },
  {
    name: 'views, a name refused',
    render: (visit) => {
      const message = savedViewPhrases(visit.language).taken
      return managePage(visit, policyList, { ...calm, error: { id: views[1]!.id, name: 'Flotte', message } })
    },
  },
  { name: 'views, none', render: (visit) => managePage(visit, policyList, { ...calm, views: [] }) },
  { name: 'new view', render: (visit) => formPage(visit, policyList, empty) },
  {
    name: 'new view, refused',
    render: (visit) => formPage(visit, policyList, { ...empty, error: savedViewPhrases(visit.language).required }),
  },
]
