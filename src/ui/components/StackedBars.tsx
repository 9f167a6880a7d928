import type { ComponentChildren } from 'preact'

export interface Bar {
  /** What the bar is, beside its sum: «Prämien». */
  label: string
  /** Its sum in words, at the end of the line: «CHF 1’234.50». */
  sum: string
  /** From the beginning of the bar on; `series` counts from 0, `percent` is of the chart's width. */
  parts: { series: number; percent: number; text: string }[]
}

type Props = {
  id: string
  title: string
  /** What the chart shows, in one sentence, for those who do not see it. */
  description: string
  /** One group of bars each, e.g. a year. */
  groups: { label: string; bars: Bar[] }[]
  /** Names of the series for the legend: at most six, each with a colour of its own. */
  series: string[]
  tableLabel: string
  /** The same as a table: nobody depends on colours or lengths. */
  table: ComponentChildren
}

const [head, line, bar, gap] = [24, 18, 14, 10]

/**
 * Horizontal stacked bars, drawn on the server: as wide as there is room, up to 640 px, while the text keeps its size (positions
 * are in percent, so nothing is scaled). Colours are classes, so dark mode comes by itself.
 */
export function StackedBars({ id, title, description, groups, series, tableLabel, table }: Props) {
  const heights = groups.map(({ bars }) => head + bars.length * (line + bar + gap))
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  return (
    <figure class="chart-box">
      <svg
        class="chart"
        width="100%"
        height={heights.reduce((sum, height) => sum + height, 0)}
        role="img"
        aria-labelledby={`${id}-t`}
        aria-describedby={`${id}-d`}
      >
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{description}</desc>
        {groups.map((group, index) => (
          <g key={group.label}>
            <text class="chart-head" x="0" y={tops[index]! + 16}>
              {group.label}
            </text>
            {group.bars.map((one, row) => (
              <OneBar key={one.label} bar={one} top={tops[index]! + head + row * (line + bar + gap)} />
            ))}
          </g>
        ))}
      </svg>
      <ul class="chart-legend plain-list" aria-hidden="true">
        {series.map((name, index) => (
          <li key={name}>
            <i class={`series-${index + 1}`} />
            {name}
          </li>
        ))}
      </ul>
      <details class="chart-table">
        <summary>{tableLabel}</summary>
        {table}
      </details>
    </figure>
  )
}

function OneBar({ bar: { label, sum, parts }, top }: { bar: Bar; top: number }) {
  let from = 0
  return (
    <>
      <text x="0" y={top + 12}>
        {label}
      </text>
      <text class="chart-sum" x="100%" y={top + 12} text-anchor="end">
        {sum}
      </text>
      <rect class="chart-track" x="0" y={top + line} width="100%" height={bar} />
      {parts.map(({ series, percent, text }) => {
        const x = from
        from += percent
        return (
          <rect
            key={series}
            class={`series-${series + 1}`}
            x={`${x.toFixed(2)}%`}
            y={top + line}
            width={`${percent.toFixed(2)}%`}
            height={bar}
          >
            <title>{text}</title>
          </rect>
        )
      })}
    </>
  )
}
