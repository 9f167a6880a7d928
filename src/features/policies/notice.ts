/**
 * The last day on which a notice may arrive, from the end of the contract and the notice period in months:
 * addMonths(end + 1 day, −months) − 1 day, which avoids month-end errors (domain 2.2). ISO dates in and out.
 */
export function lastNoticeDay(endsOn: string, months: number): string {
  return Temporal.PlainDate.from(endsOn).add({ days: 1 }).subtract({ months }).subtract({ days: 1 }).toString()
}
