import type { Language } from './phrases.ts'

// Own formatter instead of Intl: CLDR changed the Swiss grouping sign twice within a year (docs/decisions/0006).

/** `CHF 1’234.50` from the database's numeric text (`1234.50`), the same in all four languages; null gives ''. */
export function money(amount: string | null, currency = 'CHF'): string {
  if (amount === null) return ''
  const [whole = '0', cents = ''] = amount.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '’')
  return `${currency} ${amount.startsWith('-') ? '−' : ''}${grouped}.${cents.padEnd(2, '0').slice(0, 2)}`
}

/** `31.12.2026` from an ISO date (`2026-12-31`); null gives ''. */
export function shortDate(date: string | null): string {
  if (date === null) return ''
  const [year, month, day] = date.slice(0, 10).split('-')
  return `${day}.${month}.${year}`
}

const months: Record<Language, string[]> = {
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  it: [
    'gennaio',
    'febbraio',
    'marzo',
    'aprile',
    'maggio',
    'giugno',
    'luglio',
    'agosto',
    'settembre',
    'ottobre',
    'novembre',
    'dicembre',
  ],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/** `31. Dezember 2026`, `31 décembre 2026` …: a date inside a sentence. */
export function longDate(date: string, language: Language): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  const name = months[language][month! - 1]
  const first = language === 'fr' && day === 1 ? '1er' : language === 'it' && day === 1 ? '1º' : String(day)
  return language === 'de' ? `${day}. ${name} ${year}` : `${first} ${name} ${year}`
}

const zurich = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `23.11.2026, 14:03` in Swiss time from an instant. */
export function dateTime(instant: Date): string {
  // `2026-11-23, 14:03`
  const [year, month, day, hour, minute] = zurich.format(instant).split(/\D+/)
  return `${day}.${month}.${year}, ${hour}:${minute}`
}

let shownNow = { minute: -1, text: '' }

/** Now, as `dateTime` writes it: stands on every page, so one text serves all that are drawn within a minute. */
export function dateTimeNow(): string {
  const now = new Date()
  const minute = Math.floor(now.getTime() / 60_000)
  if (minute !== shownNow.minute) shownNow = { minute, text: dateTime(now) }
  return shownNow.text
}

/** Whole numbers with the Swiss thousands sign: `10’000`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '’')
}
