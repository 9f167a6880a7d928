import { readFileSync } from 'node:fs'

const lines = { occupational_pension: ['BVG'], other_lines: ['MASCH', 'BHP', 'SACH', 'GEB', 'RS', 'CYB', 'TRAN'] }

/** The numbers of a company's policies that a role opens, as the broker's export has them (domain 2.8). */
export function exportedPolicies(company: string, role: keyof typeof lines): string[] {
  const adress = rows('Adressen').find((row) => row.Firma === company)?.AdressNr
  return rows('Policen')
    .filter((row) => row.AdressNr === adress && lines[role].includes(row.Branche!) && row.Vertraulich === 'N')
    .map((row) => row.PolicenNr!)
    .sort()
}

function rows(name: string): Record<string, string>[] {
  const text = new TextDecoder('windows-1252').decode(readFileSync(`demo/6323/${name}.csv`))
  const [head = [], ...body] = text.split(/\r?\n/).map((line) => line.split(';'))
  return body.map((cells) => Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ''])))
}
