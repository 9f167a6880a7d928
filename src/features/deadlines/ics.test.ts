import fc from 'fast-check'
import ical, { type VEvent } from 'node-ical'
import { expect, test } from 'vitest'
import { calendarText } from './ics.ts'

const event = {
  uid: 'notice-1@6323.localhost',
  day: '2026-12-31',
  summary: 'Kündigungsfrist: Maschinen; Anlagen, «gross» \\ klein',
  description: 'Muster Holding AG · Alpina\nGemäss Vertragsklausel: Kündigungsfrist 3 Monate auf den 31.12.2026',
  url: 'https://6323.portal.example.ch/de-de/policies/1',
  changedAt: new Date('2026-11-20T08:09:10.123Z'),
  alarmDays: 30,
}

test('the text has the lines of the standard', () => {
  expect(calendarText({ name: 'Fristen, Muster', events: [{ ...event, summary: 'Kurz', description: 'Kurz' }] })).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Dossier//Customer portal//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Fristen\\, Muster',
      'X-WR-CALNAME:Fristen\\, Muster',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'X-PUBLISHED-TTL:PT12H',
      'BEGIN:VEVENT',
      'UID:notice-1@6323.localhost',
      'DTSTAMP:20261120T080910Z',
      'LAST-MODIFIED:20261120T080910Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Kurz',
      'DESCRIPTION:Kurz',
      'URL:https://6323.portal.example.ch/de-de/policies/1',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Kurz',
      'TRIGGER:-P29DT15H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('a calendar program reads back what was written', () => {
  const read = ical.parseICS(calendarText({ name: 'Fristen', events: [event] }))
  const found = read[event.uid] as VEvent
  expect(found.summary).toBe(event.summary)
  expect(found.description).toBe(event.description)
  expect(found.datetype).toBe('date')
  expect([found.start.getFullYear(), found.start.getMonth(), found.start.getDate()]).toEqual([2026, 11, 31])
})

test('no line is longer than 75 octets, none is cut inside a character, and unfolding gives the text back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replaceAll('\ufffd', '')),
      (summary) => {
        const text = calendarText({ name: 'x', events: [{ ...event, summary }] })
        const lines = text.split('\r\n')
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(text).not.toContain('\ufffd')
        expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
        const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
        expect(unfolded.filter((line) => line.startsWith('SUMMARY:'))).toHaveLength(1)
        expect(unfolded).toHaveLength(
          calendarText({ name: 'x', events: [{ ...event, summary: '' }] })
            .replaceAll('\r\n ', '')
            .split('\r\n').length,
        )
      },
    ),
    { numRuns: 200 },
  )
})
