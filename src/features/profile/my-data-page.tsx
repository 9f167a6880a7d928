import { renderToString } from 'preact-render-to-string'
import { actorName, type Customer, type Staff } from '../../platform/actor.ts'
import { dateTime, shortDate } from '../../platform/format.ts'
import { htmlLanguages, isLanguage, languageNames } from '../../platform/language.ts'
import { showPhone } from '../../platform/phone.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Role, rolePhrases } from '../../records/roles.ts'
import { verbName } from '../audit/verb-phrases.ts'
import { browserName } from '../sign-in/browser-name.ts'
import type { MyData, Row, Tables } from './my-data.ts'
import { columnPhrases, myDataPhrases, tablePhrases } from './my-data-phrases.ts'

// What people read first comes first; tables of later versions stand behind.
const order = [
  'login',
  'contact',
  'portal_account',
  'staff_member',
  'role_grant',
  'role_request',
  'terms_acceptance',
  'message',
  'conversation',
  'service_request',
  'claim',
  'claim_report',
  'claim_report_file',
  'document',
  'notification',
  'notification_choice',
  'notification_setting',
  'saved_view',
  'calendar_feed',
  'session',
  'remember_token',
  'second_factor',
  'recovery_code',
  'second_factor_reset',
  'mail',
  'event',
]

// Keys and what serves the machine stand in the JSON alone.
const technical = new Set([
  'email_key',
  'full_name',
  'host',
  'delivers_at',
  'visible_from',
  'step',
  'last_message_at',
  'state_since',
])
const isTechnical = (column: string) => technical.has(column) || /(^|_)id$/.test(column) || column.endsWith('_by_account')

/** The page in the file: stands alone, opens anywhere, needs neither the portal nor a network. */
export function myDataHtml(visit: Pick<Visit, 'language' | 'brokerage'>, person: Customer | Staff, data: MyData): string {
  const { language } = visit
  const t = myDataPhrases(language)
  const cut = data.cut.map((table) => tableName(language, table)).join(', ')
  const page = (
    <html lang={htmlLanguages[language]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t.title}</title>
        <style>{css}</style>
      </head>
      <body>
        <h1>{t.title}</h1>
        <p>{t.of(actorName(person), visit.brokerage.name)}</p>
        <p>
          {t.made(dateTime(new Date()))} {t.json_too} {cut && t.cut(cut)}
        </p>
        <h2>{t.everywhere}</h2>
        <AllTables language={language} tables={data.person} />
        {data.accounts.map(({ company, tables }) => (
          <>
            <h2>{company || t.at_brokerage}</h2>
            <AllTables language={language} tables={tables} />
          </>
        ))}
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}`
}

const css = `body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#17202a;background:#fff}
h2{margin-top:2.5rem;border-bottom:2px solid #d8dee4}h3{margin:1.5rem 0 .5rem}.t{overflow-x:auto}
table{border-collapse:collapse;font-size:14px}th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #d8dee4}
th{font-weight:600;white-space:nowrap}td{white-space:pre-wrap;overflow-wrap:anywhere;max-width:30rem}`

function AllTables({ language, tables }: { language: Language; tables: Tables }) {
  const place = (table: string) => (order.includes(table) ? order.indexOf(table) : order.length)
  const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0)
  if (filled.length === 0) return <p>{myDataPhrases(language).nothing}</p>
  return (
    <>
      {filled
        .sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b))
        .map(([table, rows]) => (
          <OneTable key={table} language={language} table={table} rows={rows} />
        ))}
    </>
  )
}

function OneTable({ language, table, rows }: { language: Language; table: string; rows: Row[] }) {
  const all = Object.keys(rows[0]!).filter((column) => !isTechnical(column))
  // A column in which nobody wrote anything says nothing.
  const columns = all.filter((column) => rows.some((row) => inWords(language, column, row[column]) !== ''))
  return (
    <>
      <h3>{tableName(language, table)}</h3>
      <div class="t">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {columnName(language, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column) => (
                  <td key={column}>{inWords(language, column, row[column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const tableName = (language: Language, table: string) =>
  (tablePhrases(language) as Record<string, string>)[table] ?? table.replaceAll('_', ' ')
const columnName = (language: Language, column: string) =>
  (columnPhrases(language) as Record<string, string>)[column] ?? column.replaceAll('_', ' ')

function inWords(language: Language, column: string, value: unknown): string {
  const t = myDataPhrases(language)
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (value instanceof Date) return dateTime(value)
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value === 'object') return pairs(value as Row)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(text)
  if (column === 'role') return (rolePhrases(language) as Record<string, string>)[text as Role] ?? text
  if (column === 'verb') return verbName(text, language)
  if (column === 'user_agent') return browserName(text)
  if (column === 'phone' || column === 'mobile') return showPhone(text)
  return column === 'language' && isLanguage(text) ? languageNames[text] : text
}

function pairs(value: Row): string {
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== '' && one !== undefined)
    .map(([key, one]) => `${key}: ${typeof one === 'object' ? JSON.stringify(one) : String(one)}`)
    .join('\n')
}
