import type { Actor } from '../../platform/actor.ts'
import { type Language, languages } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { listByKey, viewsFor } from '../../records/list-description.ts'
import { listHref } from '../../records/list-state.ts'
import { reports } from '../claim-reports/access.ts'
import { looksAfterPeople } from '../contacts/access.ts'
import { filesDocuments } from '../documents/access.ts'
import { navigation } from '../house/navigation.ts'
import { writes } from '../messages/access.ts'
import type { NamedView } from '../saved-views/queries.ts'
import { opensRequests } from '../service-requests/access.ts'
import { destinationPhrases } from './destination-phrases.ts'
import { fold, foldedWords, likeness } from './fold.ts'
import { kinds, kindTitle } from './kinds.ts'

/** A page to go to, or something to do. */
export interface Destination {
  group: 'go' | 'do'
  label: string
  icon: string
  /** Without language prefix; null for what is a form of the frame (signing out). */
  path: string | null
  /** The keys that lead there, e.g. `g p`. */
  shortcut?: string | undefined
}

type Name = (language: Language) => string

interface Known extends Omit<Destination, 'label'> {
  label: Name
  /** What else people call it, in any of the four languages. */
  also?: string
  when?: (actor: Actor) => boolean
}

const d =
  (key: keyof ReturnType<typeof destinationPhrases> & `${string}`): Name =>
  (l) =>
    destinationPhrases(l)[key]
const customer = (actor: Actor) => actor.kind === 'customer'

const pages: Known[] = [
  {
    group: 'go',
    label: d('messages'),
    icon: 'message-square',
    path: '/messages',
    also: 'nachrichten chat gespräch conversation posta',
  },
  {
    group: 'go',
    label: d('notifications'),
    icon: 'bell',
    path: '/notifications',
    also: 'meldungen news neu nouveautés novità alerts',
  },
  {
    group: 'go',
    label: d('deadlines'),
    icon: 'calendar',
    path: '/deadlines',
    also: 'kündigung termine ablauf échéances résiliation disdetta scadenze expiry notice',
  },
  {
    group: 'go',
    label: d('profile'),
    icon: 'user-round',
    path: '/profile',
    also: 'einstellungen sprache konto sitzungen geräte rechte paramètres langue compte impostazioni lingua settings account language',
  },
]

const actions: Known[] = [
  {
    group: 'do',
    label: d('report_claim'),
    icon: 'siren',
    path: '/claims/new',
    when: reports,
    also: 'unfall schadenmeldung melden sinistre accident annoncer danno incidente denunciare damage loss',
  },
  {
    group: 'do',
    label: d('write_message'),
    icon: 'message-square',
    path: '/messages/new',
    when: writes,
    also: 'schreiben mail betreuer fragen écrire conseiller scrivere consulente contact broker',
  },
  {
    group: 'do',
    label: d('open_request'),
    icon: 'circle-question-mark',
    path: '/requests/new',
    when: opensRequests,
    also: 'offerte mutation fahrzeug nachweis änderung kündigen offre modification attestation offerta modifica attestato quote change certificate terminate',
  },
  {
    group: 'do',
    label: d('file_document'),
    icon: 'upload',
    path: '/documents/new',
    when: filesDocuments,
    also: 'hochladen datei ablegen téléverser fichier caricare upload file',
  },
  {
    group: 'do',
    label: d('new_contact'),
    icon: 'user-plus',
    path: '/contacts/new',
    when: looksAfterPeople,
    also: 'erfassen person mitarbeiter neu ajouter nouveau collaborateur nuovo aggiungere collaboratore add create employee',
  },
  {
    group: 'do',
    label: d('calendar'),
    icon: 'calendar',
    path: '/deadlines/calendar',
    when: customer,
    also: 'ics outlook google abonnieren abonner abbonarsi subscribe',
  },
  {
    group: 'do',
    label: d('password'),
    icon: 'key-round',
    path: '/profile/password',
    also: 'kennwort ändern mot de passe changer cambiare',
  },
  {
    group: 'do',
    label: d('sign_out'),
    icon: 'log-out',
    path: null,
    also: 'logout ausloggen beenden déconnexion quitter uscire disconnettersi log off',
  },
]

/** What fits a term among the pages and actions of this person, best first; without a term the usual ones. */
export function destinations(visit: Omit<Visit, 'db'>, term: string, saved: NamedView[] = []): Destination[] {
  const wanted = foldedWords(term)
  if (wanted.length === 0) return [...areasOf(visit).slice(0, 4), ...actions].filter(open(visit)).map(named(visit)).slice(0, 8)
  return [...actions, ...areasOf(visit), ...pages, ...savedOf(saved), ...viewsOf(visit)]
    .filter(open(visit))
    .map((known) => ({ known, fit: fitOf(known, wanted) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ known }) => named(visit)(known))
}

const open =
  ({ actor }: Pick<Visit, 'actor'>) =>
  (known: Known) =>
    known.when?.(actor) ?? true

const named =
  ({ language }: Pick<Visit, 'language'>) =>
  ({ group, icon, path, shortcut, label }: Known): Destination => ({ group, label: label(language), icon, path, shortcut })

// What stands at the side for this person, under its names in every language.
function areasOf(visit: Omit<Visit, 'db'>): Known[] {
  const byLanguage = languages.map((language) => navigation({ ...visit, language }, null))
  return byLanguage[0]!.map((item, place) => ({
    group: 'go',
    label: (language) => byLanguage[languages.indexOf(language)]![place]!.label,
    icon: item.icon,
    path: item.href.replace(/^\/[a-z-]+/, '') || '/',
    shortcut: item.shortcut,
  }))
}

// «Policen: Läuft in 90 Tagen ab»
function viewsOf({ actor }: Pick<Visit, 'actor'>): Known[] {
  return kinds
    .filter(({ kind }) => kind !== 'company')
    .flatMap(({ kind, list }) =>
      viewsFor(actor, list)
        .slice(1)
        .map(
          (view): Known => ({
            group: 'go',
            label: (language) => `${kindTitle(kind, language)}: ${view.label(language)}`,
            icon: list.icon,
            path: listHref(list, { view: view.key, search: '', order: list.order, size: 10, page: 1 }),
          }),
        ),
    )
}

// «Schadenfälle: Meine Ansicht»
function savedOf(views: NamedView[]): Known[] {
  return views.flatMap((view): Known[] => {
    const list = listByKey(view.list)
    if (!list) return []
    return [
      {
        group: 'go',
        label: (language) => `${list.words(language).title}: ${view.name}`,
        icon: 'bookmark',
        path: `${list.path}?v=${view.id}`,
      },
    ]
  })
}

/** How well all words fit: 4 the label begins so · 3 a word of it does · 2 a word that people say instead · 1 nearly · 0 not. */
function fitOf({ label, also = '' }: Known, wanted: string[]): number {
  const labels = languages.map(label)
  if (labels.some((one) => foldedWords(one).join(' ').startsWith(wanted.join(' ')))) return 4
  const words = labels.flatMap(foldedWords)
  const synonyms = foldedWords(also)
  return Math.min(...wanted.map((word) => fitOfWord(word, words, synonyms)))
}

function fitOfWord(wanted: string, words: string[], synonyms: string[]): number {
  if (words.some((word) => word.startsWith(wanted))) return 3
  if (synonyms.some((word) => word.startsWith(wanted))) return 2
  return wanted.length >= 5 && [...words, ...synonyms].some((word) => likeness(word, fold(wanted)) >= 0.5) ? 1 : 0
}
