export type Brokerage = { number: string; name: string; initial: string }

/** The brokerage's sign and name; leads to the first page. */
export function BrandMark({ brokerage, href }: { brokerage: Brokerage; href: string }) {
  return (
    <a class="brandmark" href={href}>
      <span class="brandmark-sign" aria-hidden="true">
        {brokerage.initial}
      </span>
      <span class="brandmark-name">{brokerage.name}</span>
      <span class="brandmark-number">{brokerage.number}</span>
    </a>
  )
}
