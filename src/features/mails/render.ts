import { htmlLanguages } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { brandColours } from './colours.ts'
import { mailsPhrases } from './phrases.ts'
import type { MailText } from './templates/event.ts'
import { aliases, always, choiceOf, isMailEvent, type MailEventName, mailEvents } from './templates.ts'

export interface Sender {
  name: string
  brandColour: string
  phone: string | null
  email: string | null
}

const placeholder = /\{\{\s*([a-z_]+)\s*\}\}/g

/**
 * Writes a mail out of its text and the values for its placeholders: a plain text part always, and an HTML part in which
 * every value is escaped. `template` is the brokerage's own text; without it the portal's is taken.
 */
export function renderMail(mail: {
  event: MailEventName
  language: Language
  template?: MailText | undefined
  values: Record<string, string>
  brokerage: Sender
  /** Where people choose which mails they get. */
  settings?: string
}): { subject: string; text: string; html: string } {
  const { subject, body } = mail.template ?? mailEvents[mail.event].texts[mail.language]
  const value = (name: string) => cleaned(mail.values[aliases[name] ?? name] ?? '')
  const paragraphs = withoutEmptyLines(body, value)
  const settings = settingsLine(mail)
  const foot = [mail.brokerage.name, mail.brokerage.phone, mail.brokerage.email].filter((part) => part !== null)
  return {
    subject: cleaned(subject.replace(placeholder, (_, name: string) => value(name))).slice(0, 200),
    text: `${paragraphs.map((lines) => lines.map((line) => fillText(line, value)).join('\n')).join('\n\n')}\n\n-- \n${[...foot, ...settings].join('\n')}\n`,
    html: layout(
      mail,
      paragraphs.map((lines) => lines.map((line) => fillHtml(line, value)).join('<br>')),
      foot,
      settings,
    ),
  }
}

/** The placeholders of a brokerage's own text that mean nothing in this mail: saving it is refused (security.md M2). */
export function unknownPlaceholders(event: string, text: string): string[] {
  const known = new Set<string>([...(isMailEvent(event) ? mailEvents[event].placeholders : []), ...always])
  const used = [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1]!)
  return [...new Set(used)].filter((name) => !known.has(aliases[name] ?? name))
}

type Value = (name: string) => string

// «Begründung: {{reason}}» without a reason is no line at all.
function withoutEmptyLines(body: string, value: Value): string[][] {
  const isEmpty = (line: string) => {
    const names = [...line.matchAll(placeholder)].map((match) => match[1]!)
    return names.length > 0 && names.every((name) => value(name) === '')
  }
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').filter((line) => !isEmpty(line)))
    .filter((lines) => lines.length > 0)
}

function fillText(line: string, value: Value): string {
  return line.replace(placeholder, (_, name: string) => value(name))
}

function fillHtml(line: string, value: Value): string {
  let last = 0
  const parts: string[] = []
  for (const match of line.matchAll(placeholder)) {
    parts.push(escaped(line.slice(last, match.index)), valueHtml(match[1]!, value(match[1]!)))
    last = match.index + match[0].length
  }
  return [...parts, escaped(line.slice(last))].join('')
}

// Only values that the portal makes itself become links; a name that looks like an address stays text.
function valueHtml(name: string, value: string): string {
  const key = aliases[name] ?? name
  if ((key === 'link' || key.endsWith('_link')) && /^https?:\/\//.test(value))
    return `<a href="${escaped(value)}" style="color:#0b4a8f;word-break:break-all">${escaped(value)}</a>`
  if (key === 'temporary_password') return `<strong style="font-family:monospace;font-size:17px">${escaped(value)}</strong>`
  return escaped(value)
}

// In words and as an address; nothing for mails that go to no account.
function settingsLine(mail: { event: MailEventName; language: Language; settings?: string }): [] | [string, string] {
  const choice = choiceOf(mail.event)
  if (!choice || !mail.settings) return []
  const t = mailsPhrases(mail.language)
  return [choice === 'chosen' ? t.settings : t.settings_others, mail.settings]
}

function layout(
  mail: { language: Language; brokerage: Sender },
  paragraphs: string[],
  foot: string[],
  settings: string[],
): string {
  const { fill, text } = brandColours(mail.brokerage.brandColour)
  const p = (html: string) => `<p style="margin:0 0 16px">${html}</p>`
  return `<!doctype html>
<html lang="${htmlLanguages[mail.language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(mail.brokerage.name)}</title></head>
<body style="margin:0;background:#f5f6f8;color:#17202a;font:16px/1.55 Arial,Helvetica,sans-serif">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:600px;background:#ffffff;border:1px solid #d8dee4">
<tr><td style="padding:16px 28px;background:${fill};color:${text};font-weight:bold">${escaped(mail.brokerage.name)}</td></tr>
<tr><td style="padding:28px 28px 12px">${paragraphs.map(p).join('\n')}</td></tr>
<tr><td style="padding:16px 28px;border-top:1px solid #d8dee4;color:#46535f;font-size:13px">${foot.map(escaped).join('<br>')}${settings.length ? `<br><br>${escaped(settings[0]!)}<br>${valueHtml('link', settings[1]!)}` : ''}</td></tr>
</table></td></tr></table></body></html>
`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

// Names come from imports and forms: no line ends and no invisible signs that turn text around may get into a header.
function cleaned(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ').trim()
}
