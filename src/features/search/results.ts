import type { Kind } from './kinds.ts'

/** One result. What it shows of its record is what lists show; that it exists for the actor the row rules say. */
export interface Hit {
  kind: Kind
  id: string
  opensKind: string
  opensId: string
  title: string
  detail: string | null
  code: string | null
  state: string | null
  day: string | null
  confidential: boolean
  company: string | null
  /** 0 exactly this number · 1 its beginning, or of the title · 2 words of the title · 3 other words · 4 nearly. */
  rank: number
  /** A piece of the text around what was found. */
  extract: string | null
}

export interface Group {
  kind: Kind
  /** All that there are; at least so many where `capped`. */
  total: number
  capped: boolean
  rank: number
  hits: Hit[]
}

export interface Results {
  groups: Group[]
  /** Folded words that were looked for, to be marked. */
  words: string[]
  /** Nothing fits as typed; what is shown fits nearly. */
  near: boolean
}

export interface Wanted {
  /** This kind alone gets more than its first result. */
  kind?: Kind | null
  from?: number
  size: number
  /** Also what hangs on policies that are found by their number. */
  related?: boolean
  /** Whether companies are results: for whom there are several. */
  companies?: boolean
  extracts?: boolean
}
