import { origin, type Services } from '../../platform/visit.ts'
import { demoBrokerages, demoPassword, demoStaff } from './people.ts'

/** Prints where the portal is and how to sign in; for the demonstration only. */
export function welcome(services: Services, say: (line: string) => void): void {
  const [first] = demoBrokerages
  say('')
  say('Dossier is running as a demonstration.')
  for (const brokerage of demoBrokerages)
    say(`  ${`Brokerage ${brokerage.number}`.padEnd(18)} ${origin(services, brokerage.host)}/de-de/`)
  say(`  ${'Mailbox'.padEnd(18)} ${origin(services, first!.host)}/de-de/mailbox`)
  say('')
  say(`  Everybody signs in with the password  ${demoPassword}`)
  say('  Staff confirm it with the code of an app; the page shows it and has filled it in.')
  for (const [who, email] of people(first!.number)) say(`  ${who.padEnd(44)} ${email}`)
  say('')
  say(`  At 7101 the same people sign in; staff as ${demoStaff('7101')[0]!.email}.  Ctrl+C stops.`)
}

function people(number: string): [string, string][] {
  return [
    ['Staff, administrator', demoStaff(number)[0]!.email],
    ['Staff, auditor (reads only)', demoStaff(number)[2]!.email],
    ['User Manager of Muster Holding AG', 'franziska.keller@muster.example'],
    ['Berufliche Vorsorge', 'anja.rieder@muster.example'],
    ['Kompletter Zugriff and Konzernmanager (CFO)', 'rolf.mustermann@muster.example'],
    ['Flottenmanager of Muster Bau AG', 'stefan.zurbriggen@muster.example'],
    ['At two companies, which she switches between', 'nadia.berger@matte.example'],
  ]
}
