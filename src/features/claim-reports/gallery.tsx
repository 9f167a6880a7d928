import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { inventedReport as claim, cyber, draft, files, hits, id, offers, policies, sick, userManagers } from './invented.ts'
import type { ClaimKind } from './kinds.ts'
import { checkPage } from './pages/check.tsx'
import { eventPage } from './pages/event.tsx'
import { filesPage } from './pages/files.tsx'
import { peoplePage } from './pages/people.tsx'
import { reportPage } from './pages/report.tsx'
import { sentMeanwhilePage } from './pages/sent-meanwhile.tsx'
import { startPage } from './pages/start.tsx'
import { reportPhrases } from './phrases.ts'
import { reportErrors } from './words.ts'

export const gallery: GalleryEntry[] = [
  { name: 'start', render: (visit) => startPage(visit, { id: id(1), draft: null, offers, drafts: [draft, sick], userManagers }) },
  {
    name: 'start, nothing open',
    render: (visit) =>
      startPage(visit, {
        id: id(1),
        draft: null,
        offers: offers.map((offer) => ({ ...offer, open: false })),
        drafts: [],
        userManagers,
        closed: true,
      }),
  },
  {
    name: 'start, kind chosen anew',
    render: (visit) => startPage(visit, { id: id(1), draft, offers, drafts: [], userManagers }),
  },
  {
    name: 'event, empty',
    render: (visit) =>
      eventPage(visit, {
        draft: { ...draft, step: 'event', data: {} },
        values: {},
        errors: {},
        hits: null,
        policies: [...policies, { ...policies[0]!, id: id(21) }],
        proposed: null,
      }),
  },
  {
    name: 'event, objects found',
    render: (visit) => eventPage(visit, { draft, values: draft.data, errors: {}, hits, policies, proposed: policies[0]! }),
  },
  {
    name: 'event, refused',
    render: (visit) =>
      eventPage(visit, {
        draft,
        values: { date: '31.2.2026', object_query: 'Passat' },
        errors: reportErrors(visit.language, 'vehicle', [
          { field: 'date', code: 'day' },
          { field: 'what', code: 'required' },
        ]),
        hits: [],
        policies,
        proposed: null,
      }),
  },
  { name: 'people, vehicle', render: (visit) => peoplePage(visit, { draft, values: draft.data, errors: {} }) },
  ...(['property', 'liability', 'accident', 'other'] as ClaimKind[]).map(
    (kind): GalleryEntry => ({
      name: `people, ${kind}`,
      render: (visit) => peoplePage(visit, { draft: { ...draft, kind, data: {} }, values: {}, errors: {} }),
    }),
  ),
  { name: 'people, cyber', render: (visit) => peoplePage(visit, { draft: cyber, values: cyber.data, errors: {} }) },
  {
    name: 'people, incomplete',
    render: (visit) => peoplePage(visit, { draft: sick, values: sick.data, errors: {}, incomplete: true }),
  },
  {
    name: 'event, changed in another window',
    render: (visit) =>
      eventPage(visit, {
        draft: sick,
        values: sick.data,
        errors: {},
        hits: null,
        policies,
        proposed: policies[0]!,
        conflict: [
          [reportPhrases(visit.language).kind, 'A', 'B'],
          ['Krank seit', '01.11.2026', '02.11.2026'],
        ],
      }),
  },
  {
    name: 'sent from another window meanwhile',
    render: (visit) =>
      sentMeanwhilePage(visit, { ...draft, claim_id: id(1) }, [
        ['Hergang', 'Beim Abbiegen ein Velo gestreift.', 'Beim Abbiegen.'],
      ]),
  },
  {
    name: 'people, refused',
    render: (visit) =>
      peoplePage(visit, {
        draft: sick,
        values: {},
        errors: reportErrors(visit.language, 'sickness', [{ field: 'person', code: 'required' }]),
      }),
  },
  { name: 'files, none', render: (visit) => filesPage(visit, { draft, files: [], errors: [] }) },
  {
    name: 'files, refused',
    render: (visit) => filesPage(visit, { draft, files, errors: [reportPhrases(visit.language).files_too_many] }),
  },
  {
    name: 'check',
    render: (visit) =>
      checkPage(visit, {
        draft,
        object: 'LU 123450 · VW Crafter',
        policy: 'Motorfahrzeugflotte · MF-10.207.239',
        files,
        health: false,
        errors: {},
      }),
  },
  {
    name: 'check, changed in another window',
    render: (visit) =>
      checkPage(visit, { draft: cyber, object: null, policy: null, files: [], health: false, errors: {}, changed: true }),
  },
  {
    name: 'check, consent missing',
    render: (visit) =>
      checkPage(visit, {
        draft: sick,
        object: null,
        policy: null,
        files: [],
        health: true,
        errors: { consent: reportPhrases(visit.language).error_consent },
      }),
  },
  { name: 'sent', render: (visit) => reportPage(visit, claim, { sent: true }) },
  {
    name: 'report, without its health details',
    render: (visit) =>
      reportPage(
        visit,
        {
          ...claim,
          kind: 'accident',
          whole: false,
          place: null,
          cause: null,
          description: null,
          details: {},
          author_account_id: id(2),
          files: [],
        },
        { sent: false },
      ),
  },
  {
    name: 'report, for staff',
    render: (visit) => reportPage({ ...visit, actor: inventedStaff }, { ...claim, policy_id: null, files: [] }, { sent: false }),
  },
]
