import { findAll, onContent } from './dom.ts'

// «vor 2 Stunden» while it is younger than six days; the exact time stays in the title.

const words = new Intl.RelativeTimeFormat(document.documentElement.lang || 'de-CH', { numeric: 'auto' })
const minute = 60
const hour = 60 * minute
const day = 24 * hour

onContent((root) => {
  for (const time of findAll<HTMLTimeElement>('time[data-rel]', root)) {
    const seconds = (Date.parse(time.dateTime) - Date.now()) / 1000
    if (!(Math.abs(seconds) < 6 * day)) continue
    time.title ||= time.textContent ?? ''
    time.textContent = relative(seconds)
  }
})

function relative(seconds: number): string {
  const distance = Math.abs(seconds)
  if (distance < hour) return words.format(Math.round(seconds / minute), 'minute')
  if (distance < day) return words.format(Math.round(seconds / hour), 'hour')
  return words.format(Math.round(seconds / day), 'day')
}
