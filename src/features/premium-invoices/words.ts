import { dateTime } from '../../platform/format.ts'

/** The day of an instant in Switzerland: `23.11.2026`. */
export function dayOf(instant: Date): string {
  return dateTime(instant).split(',')[0]!
}
