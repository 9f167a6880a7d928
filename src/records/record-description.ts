import type { ComponentChildren, VNode } from 'preact'
import type { Language } from '../platform/phrases.ts'
import type { Visit } from '../platform/visit.ts'
import type { AnyList } from './list-description.ts'

/** The kinds of record that have a page of this frame, by the name of their table. */
export type RecordKind = 'policy' | 'premium_invoice' | 'insured_object' | 'claim' | 'invoice' | 'document'

export interface RecordKey {
  kind: RecordKind
  id: string
}

/** A record, or a request of a customer: whoever sees it, and its past, are found in the same way. */
export type AroundKey = RecordKey | { kind: 'service_request'; id: string }

type View = Omit<Visit, 'db'>

/** A card of facts. What is not known is left out; a group of which nothing is known is not there at all. */
export interface FactGroup {
  /** The id of the card on the page. */
  key: string
  title: string
  rows: [label: string, value: ComponentChildren][]
  /** A sentence below the facts. */
  hint?: ComponentChildren
}

/** One thing to do with the record. Where it leads is a path of ours without language prefix. */
export interface RecordAction {
  label: string
  icon: string
  path: string
  download?: boolean
}

/** What happened on a day that the record itself names (a payment, a report): no instant, for nobody knows the hour. */
export interface PastDay {
  day: string
  text: string
}

/** One kind of record, described: the frame draws its page (interface A.4 4, W7), reads what hangs on it and takes messages. */
export interface RecordDescription<R> {
  kind: RecordKind
  /** The list it stands in: its address is the beginning of the record's own. */
  list: AnyList
  /** The entry of the navigation that it belongs to. */
  area: string
  /** One record with everything its page says; throws NotFound where it does not exist for the actor. */
  read: (visit: Visit, id: string) => Promise<R>
  id: (record: R) => string
  title: (record: R, language: Language) => string
  /** How it is called in the path on top, and in the subject of a message. */
  name: (record: R, language: Language) => string
  badge?: (record: R, visit: View) => ComponentChildren
  /** The whole of it in a sentence. */
  summary: (record: R, visit: View) => ComponentChildren
  /** What comes before the facts: the picture of a document. */
  front?: (record: R, visit: View) => ComponentChildren
  /** Warnings, in front of everything else. */
  notes?: (record: R, visit: View) => ComponentChildren
  facts: (record: R, visit: View) => FactGroup[]
  /** What stands among the facts and is no plain pair: a text, a table of lines. */
  more?: (record: R, visit: View) => ComponentChildren
  /** Cards at the side, above the deadlines. */
  side?: (record: R, visit: View) => ComponentChildren
  /** Short lists of what hangs on it. */
  related?: (record: R, visit: View) => VNode
  /** The one thing that most people come for. */
  primary?: (record: R, visit: View) => RecordAction | null
  actions?: (record: R, visit: View) => RecordAction[]
  /** Its number, to be copied. */
  copy?: (record: R) => { text: string; label: (language: Language) => string } | null
  /** Days of the past that the record names. */
  past?: (record: R, visit: View) => PastDay[]
  /** What a remembered change of a column is called and how its values are written (table `record_change`). */
  fields: Record<string, FieldWords>
  /** Events about the record, in words that name nobody; what has no entry is not told. */
  events?: Record<string, (details: Record<string, unknown>, language: Language) => string>
}

export interface FieldWords {
  label: (language: Language) => string
  /** A value as the database writes it (`1234.50`, `2026-12-31`) in words. */
  value: (value: string, language: Language) => string
}
