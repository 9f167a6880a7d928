export interface CalendarEvent {
  /** Stays the same while the event moves, so that calendars move it too. */
  uid: string
  /** ISO date: a whole day. */
  day: string
  summary: string
  description: string
  url: string
  changedAt: Date
  /** So many days before, at nine in the morning, the calendar reminds of it. */
  alarmDays: number
}

export interface Calendar {
  name: string
  events: CalendarEvent[]
  /** A single event to keep, not an address to come back to. */
  once?: boolean
}

/** A calendar of whole days as text (RFC 5545, with RFC 7986's name and refresh interval). */
export function calendarText({ name, events, once }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dossier//Customer portal//EN',
    'CALSCALE:GREGORIAN',
    ...(once
      ? ['METHOD:PUBLISH']
      : [
          `NAME:${escaped(name)}`,
          `X-WR-CALNAME:${escaped(name)}`,
          'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
          'X-PUBLISHED-TTL:PT12H',
        ]),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): string[] {
  const changed = event.changedAt.toISOString().replace(/[-:]|\.\d+/g, '')
  const next = Temporal.PlainDate.from(event.day).add({ days: 1 }).toString()
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${next.replaceAll('-', '')}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.url}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.summary)}`,
    // Counted from midnight at the beginning of the day.
    `TRIGGER:-P${event.alarmDays - 1}DT15H`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

// A line holds at most 75 octets, the space that marks its continuation included; no character is cut in two.
function folded(line: string): string {
  let result = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}
