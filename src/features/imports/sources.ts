import { canonicalEmail } from '../../platform/email.ts'
import { amount, code, day, email, percent, phone, type Reader, text, type Value, whole } from './readers.ts'
import * as words from './words.ts'

export type Target = 'line' | 'company' | 'policy' | 'premium_invoice' | 'staff' | 'parent'

export interface Field {
  column: string
  /** The heading in the export first, then other spellings. `fold` decides what is the same. */
  names: string[]
  read: Reader
  /** The column must be in the file and no cell of it empty. */
  required?: true
  /** What an empty cell means, where it is not null. */
  empty?: Value
  /** The value names a record of this kind by its key in the source. */
  refers?: Target
  /** Columns that follow from the value. */
  also?: Record<string, (value: Value) => Value>
  /** Values that come with this one from the bytes of a file. */
  fileFacts?: string[]
}

export interface Source {
  /** The file without its ending, as the export writes it. */
  name: string
  table: string
  key: 'source_key' | 'code'
  keyField: Field
  fields: Field[]
  hasVersion: boolean
  isRecord: boolean
}

const field = (column: string, names: string | string[], read: Reader, more: Partial<Field> = {}): Field => ({
  column,
  names: [names].flat(),
  read,
  ...more,
})
const required = { required: true } as const
const key = (names: string | string[], also?: Field['also']) =>
  field('source_key', names, text(60), also ? { ...required, also } : required)
const numbered = { number: (value: Value) => value }
const record = { key: 'source_key', hasVersion: true, isRecord: true } as const

const company = (more: Partial<Field> = required) =>
  field('company_id', ['AdressNr', 'AdressNummer', 'KundenNr'], text(60), { refers: 'company', ...more })
const policy = (more: Partial<Field> = required) =>
  field('policy_id', ['PolicenNr', 'PolicenNummer', 'PoliceNr'], text(60), { refers: 'policy', ...more })
const currency = field(
  'currency',
  'Währung',
  code(/^[A-Z]{3}$/, (cell) => cell.toUpperCase()),
  { empty: 'CHF' },
)
const confidential = field('confidential', 'Vertraulich', words.yesNo, { empty: false })
const asOf = field('data_as_of', ['Stand', 'Datenstand'], day)
const lineCode = (refers?: 'line') =>
  field(
    refers ? 'line_code' : 'code',
    ['Branche', 'Branchencode'],
    code(/^[A-Z0-9_-]{1,12}$/, (cell) => cell.toUpperCase()),
    {
      ...required,
      ...(refers ? { refers } : {}),
    },
  )

// The order of the sources is the order of the import: what others refer to comes first. Within one, new fields are added
// at the end: source_cells remembers the values by position.
export const sources: Source[] = [
  {
    name: 'Branchen',
    table: 'line_of_business',
    key: 'code',
    hasVersion: false,
    isRecord: false,
    keyField: lineCode(),
    fields: [
      field('name', 'Bezeichnung', text(120), required),
      field('stamp_rate', ['Stempel %', 'Stempel', 'Stempelsatz'], percent, { empty: '0.00' }),
      field('object_kind', 'Objektart', text(60)),
    ],
  },
  {
    name: 'Adressen',
    table: 'company',
    key: 'source_key',
    hasVersion: false,
    isRecord: false,
    keyField: key(['AdressNr', 'AdressNummer', 'KundenNr']),
    fields: [
      field('name', ['Firma', 'Firmenname'], text(160), required),
      field('street', ['Strasse', 'Straße'], text(160)),
      field('postal_code', ['PLZ', 'Postleitzahl'], text(12)),
      field('town', ['Ort', 'Stadt'], text(80)),
      field(
        'canton',
        ['Kanton', 'KT'],
        code(/^[A-Z]{2}$/, (cell) => cell.toUpperCase()),
      ),
      field(
        'country',
        ['Land', 'Ländercode'],
        code(/^[A-Z]{2}$/, (cell) => cell.toUpperCase()),
        { empty: 'CH' },
      ),
      field('uid', ['UID', 'UID-Nummer'], text(20)),
      field('noga', ['NOGA', 'NOGA-Code'], text(12)),
      field('language', 'Sprache', words.language, { empty: 'de' }),
      field('parent_id', ['HoldingNr', 'Holding'], text(60), { refers: 'parent' }),
      field('account_manager_id', ['Betreuer', 'Betreuerin'], email, { refers: 'staff' }),
      field('state', 'Status', words.companyState, { empty: 'active' }),
      field('remark', ['Bemerkung', 'Bemerkungen'], text(4000)),
    ],
  },
  {
    name: 'Kontakte',
    table: 'contact',
    key: 'source_key',
    hasVersion: true,
    isRecord: false,
    keyField: key(['KontaktNr', 'KontaktNummer', 'PersonNr']),
    fields: [
      company(),
      field('salutation', 'Anrede', words.salutation),
      field('first_name', 'Vorname', text(80), { empty: '' }),
      field('last_name', ['Nachname', 'Name'], text(80), required),
      field('email', ['E-Mail', 'Mail', 'E-Mail-Adresse'], email, {
        also: { email_key: (value) => (value === null ? null : canonicalEmail(String(value))) },
      }),
      field('position', ['Position', 'Funktion'], text(120)),
      field('phone', ['Telefon (geschäftlich)', 'Telefon', 'Telefon G'], phone),
      field('mobile', ['Mobiltelefon', 'Mobile', 'Natel'], phone),
      field('language', 'Sprache', words.language, { empty: 'de' }),
    ],
  },
  {
    name: 'Policen',
    table: 'policy',
    ...record,
    keyField: key(['PolicenNr', 'PolicenNummer', 'PoliceNr'], numbered),
    fields: [
      company(),
      field('insurer', ['Versicherer', 'Gesellschaft'], text(120), required),
      lineCode('line'),
      field('name', 'Bezeichnung', text(200), { empty: '' }),
      field('starts_on', ['Beginn', 'Vertragsbeginn'], day),
      field('ends_on', ['Ablauf', 'Vertragsablauf'], day),
      field('notice_months', ['Kündigungsfrist (Mt.)', 'Kündigungsfrist', 'Kündigungsfrist Monate'], whole(60)),
      field('payment_mode', 'Zahlungsart', words.paymentMode),
      field('premium_net', ['Jahresprämie netto', 'Prämie netto'], amount),
      field('stamp_duty', ['Stempel', 'Stempelabgabe'], amount),
      field('premium_gross', ['Jahresprämie brutto', 'Prämie brutto'], amount),
      currency,
      field('deductible', ['Selbstbehalt', 'Franchise'], amount),
      field('sum_insured', ['Versicherungssumme', 'VS'], amount),
      field('state', 'Status', words.policyState, { empty: 'active' }),
      confidential,
      asOf,
    ],
  },
  {
    name: 'Praemienrechnungen',
    table: 'premium_invoice',
    ...record,
    keyField: key(['RechnungsNr', 'RechnungsNummer', 'RechnungNr'], numbered),
    fields: [
      policy(),
      field('kind', ['Art', 'Rechnungsart'], words.premiumKind, required),
      field('period_from', ['Periode von', 'von'], day),
      field('period_to', ['Periode bis', 'bis'], day),
      field('invoiced_on', ['Rechnungsdatum', 'Datum'], day),
      field('due_on', ['Fällig', 'Fällig am', 'Fälligkeit'], day),
      field('net', 'Netto', amount),
      field('stamp_duty', ['Stempel', 'Stempelabgabe'], amount),
      field('total', ['Total', 'Betrag'], amount, required),
      currency,
      field('state', 'Status', words.premiumState, { empty: 'unknown' }),
      field('paid_on', ['Bezahlt am', 'Zahldatum'], day),
      confidential,
      asOf,
    ],
  },
  {
    // What an invoice is made of, for sources that say so; others give net premium and stamp duty with the invoice.
    name: 'Praemienpositionen',
    table: 'premium_invoice_line',
    key: 'source_key',
    hasVersion: false,
    isRecord: false,
    keyField: key(['PositionsNr', 'PositionNr', 'PositionsNummer']),
    fields: [
      field('premium_invoice_id', ['RechnungsNr', 'RechnungsNummer', 'RechnungNr'], text(60), {
        refers: 'premium_invoice',
        ...required,
      }),
      field('kind', ['Art', 'Positionsart'], words.premiumLineKind, required),
      field('label', ['Text', 'Bezeichnung'], text(200)),
      field('amount', ['Betrag', 'Total'], amount, required),
    ],
  },
  {
    name: 'Objekte',
    table: 'insured_object',
    ...record,
    keyField: key(['ObjektNr', 'ObjektNummer']),
    fields: [
      policy(),
      field('kind', ['Art', 'Objektart'], text(60), required),
      field('name', 'Bezeichnung', text(200), { empty: '' }),
      field('plate', ['Kontrollschild', 'Kennzeichen'], text(20)),
      field('master_number', ['Stammnummer', 'Stamm-Nr.'], text(20)),
      field('vin', ['Fahrgestellnummer', 'VIN', 'Fahrgestell-Nr.'], text(30)),
      field('make_model', ['Marke/Modell', 'Marke Modell', 'Fahrzeug'], text(120)),
      field('first_registered_on', ['1. Inverkehrsetzung', 'Inverkehrsetzung', 'Erste Inverkehrsetzung'], day),
      field('value', ['Wert', 'Versicherungswert'], amount),
      field('location', ['Standort', 'Ort'], text(200)),
      field('cost_centre', 'Kostenstelle', text(60)),
      field('valid_from', ['Gültig ab', 'gültig von'], day),
      field('valid_to', 'Gültig bis', day),
      confidential,
      asOf,
    ],
  },
  {
    name: 'Schaeden',
    table: 'claim',
    ...record,
    keyField: key(['SchadenNr', 'SchadenNummer'], numbered),
    fields: [
      field('insurer_number', ['SchadenNr Versicherer', 'Schadennummer Versicherer'], text(60)),
      policy(),
      field('occurred_on', ['Schadendatum', 'Ereignisdatum'], day, required),
      field('reported_on', ['Meldedatum', 'Gemeldet am'], day),
      field('place', ['Ort', 'Schadenort'], text(120)),
      field('cause', ['Ursache', 'Schadenursache'], text(120)),
      field('description', ['Hergang', 'Beschreibung'], text(8000)),
      field('claimed', ['Forderung', 'Schadensumme'], amount),
      field('paid', 'Bezahlt', amount),
      field('reserve', ['Reserve', 'Rückstellung'], amount),
      field('state', 'Status', words.claimState, { empty: 'reported' }),
      field('closed_on', ['Abgeschlossen am', 'Abschlussdatum'], day),
      confidential,
      asOf,
    ],
  },
  {
    name: 'Rechnungen',
    table: 'invoice',
    ...record,
    keyField: key(['RechnungsNr', 'RechnungsNummer', 'RechnungNr'], numbered),
    fields: [
      company(),
      field('subject', ['Text', 'Betreff'], text(200), required),
      field('invoiced_on', ['Rechnungsdatum', 'Datum'], day, required),
      field('due_on', ['Fällig', 'Fällig am', 'Fälligkeit'], day),
      field('net', 'Netto', amount, required),
      field('vat_rate', ['MWST %', 'MWST-Satz', 'MwSt-Satz %'], percent, required),
      field('vat', ['MWST', 'MWST Betrag'], amount, required),
      field('total', ['Total', 'Betrag'], amount, required),
      currency,
      field(
        'qr_iban',
        ['QR-IBAN', 'IBAN'],
        code(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, (cell) => cell.replace(/\s/g, '').toUpperCase()),
      ),
      field(
        'qr_reference',
        ['QR-Referenz', 'Referenz'],
        code(/^[A-Z0-9]{1,27}$/, (cell) => cell.replace(/\s/g, '').toUpperCase()),
      ),
      field('state', 'Status', words.invoiceState, { empty: 'open' }),
      confidential,
      asOf,
    ],
  },
  {
    name: 'Dokumente',
    table: 'document',
    ...record,
    // The file alone is the key: were the policy part of it, a document filed anew would stay open where it was wrong.
    keyField: field('source_key', ['Datei', 'Dateiname'], (cell) => text(400)(cell.replaceAll('\\', '/')), required),
    fields: [
      // Comes from the bytes of the file, never from a heading.
      field('sha256', [], text(66), { fileFacts: ['byte_size', 'file_name', 'media_type'] }),
      field('title', ['Titel', 'Bezeichnung'], text(200), required),
      field('category', ['Kategorie', 'Art'], text(60), required),
      company({}),
      policy({}),
      field('dated_on', ['Datum', 'Dokumentdatum'], day),
      field('language', 'Sprache', words.language),
      confidential,
      asOf,
    ],
  },
]
