import { dateTime } from '../../platform/format.ts'

/** An instant in Swiss time; `relative` lets the script say «vor 2 Stunden» while it is younger than six days. */
export function Time({ at, relative }: { at: Date; relative?: boolean | undefined }) {
  return (
    <time datetime={at.toISOString()} data-rel={relative}>
      {dateTime(at)}
    </time>
  )
}
