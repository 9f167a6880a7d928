import { readFileSync } from 'node:fs'

const lines = { occupational_pension: ['BVG'], other_lines: ['MASCH', 'BHP', 'SACH', 'GEB', 'RS', 'CYB', 'TRAN'], fleet: ['MF'] }

/** The numbers of a company's policies that a role opens, as the broker's export has them (domain 2.8). */
export function exportedPolicies(company: string, role: keyof typeof lines, brokerage = '6323'): string[] {
  const key = companyKey(company, brokerage)
  return exported('Policen', brokerage)
    .filter((row) => row.AdressNr === key && lines[role].includes(row.Branche!) && row.Vertraulich === 'N')
    .map((row) => row.PolicenNr!)
    .sort()
}

/** The number of a company in the broker's export; of several with one name the first. */
export function companyKey(company: string, brokerage = '6323'): string {
  return exported('Adressen', brokerage).find((row) => row.Firma === company)!.AdressNr!
}

/** The rows of one file of a broker's export. */
export function exported(name: string, brokerage = '6323'): Record<string, string>[] {
  const text = new TextDecoder('windows-1252').decode(readFileSync(`demo/${brokerage}/${name}.csv`))
  const [head = [], ...body] = text.split(/\r?\n/).map((line) => line.split(';'))
  return body.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])))
}
