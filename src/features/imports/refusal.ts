/** Why a row, a value or a file is not taken. The sentences for people are in phrases.ts, one for each. */
export type Reason =
  | 'required'
  | 'too_long'
  | 'control_character'
  | 'field_count'
  | 'quotes'
  | 'date'
  | 'amount'
  | 'amount_comma'
  | 'amount_decimals'
  | 'amount_too_large'
  | 'number'
  | 'choice'
  | 'code'
  | 'email'
  | 'phone'
  | 'duplicate_key'
  | 'unknown_company'
  | 'unknown_policy'
  | 'unknown_invoice'
  | 'unknown_line'
  | 'unknown_parent'
  | 'own_parent'
  | 'holding_cycle'
  | 'holding_depth'
  | 'other_company'
  | 'contact_has_account'
  | 'path_outside'
  | 'file_missing'
  | 'file_too_large'
  | 'not_pdf'
  | 'missing_columns'
  | 'double_columns'
  | 'empty_file'
  | 'out_of_reach'
  | 'database'

export interface Refused {
  reason: Reason
  /** What the sentence needs besides: the line of the first row, the accepted words, the longest length. */
  detail?: string
}

/** One refused row, or a whole file (line 1). */
export interface Refusal extends Refused {
  file: string
  line: number
  /** The heading as the file writes it; empty when the row as a whole is meant. */
  column: string
  value: string
}
