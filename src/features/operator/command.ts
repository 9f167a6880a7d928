import type pg from 'pg'
import { asOperator } from '../../platform/db.ts'
import { canonicalEmail } from '../../platform/email.ts'
import { isLanguage } from '../../platform/language.ts'
import type { Language } from '../../platform/phrases.ts'
import { StartError } from '../../platform/start-error.ts'
import { foundWithin, type NewBrokerage } from './changes.ts'
import { type NewStaff, openStaffLogin } from './logins.ts'
import { type Links, printLink } from './staff.ts'

export type FoundOptions = Record<string, string | boolean | undefined>

/**
 * `cli brokerage found NUMBER --name … --host … --email … --admin-email … --admin-name …`: the brokerage and its administrator,
 * both or none. Says what it did, with the link with which the administrator sets the password.
 */
export async function foundCommand(
  pool: pg.Pool,
  links: Links,
  number: string | undefined,
  options: FoundOptions,
): Promise<string> {
  const brokerage = readBrokerage(number, options)
  const administrator = readAdministrator(options, brokerage.language)
  return asOperator(pool, async (db) => {
    const { brokerageId, founded } = await foundWithin(db, brokerage)
    if (!founded)
      return `Brokerage ${brokerage.number} exists already; it stays as it is. For its staff: cli staff set-up-link ${brokerage.number} EMAIL`
    await openStaffLogin(db, brokerageId, administrator, null)
    return `Brokerage ${brokerage.number} was founded.\n${await printLink(db, links, brokerageId, canonicalEmail(administrator.email)!)}`
  }).catch(explain(brokerage))
}

function readBrokerage(number: string | undefined, options: FoundOptions): NewBrokerage & { language: Language } {
  const given = (name: string) => optionOf(options, name)
  if (!number || !/^[0-9]{2,8}$/.test(number)) throw new StartError('The number of a brokerage has two to eight digits.')
  const host = needed(options, 'host').toLowerCase()
  if (!/^[a-z0-9.-]{1,253}$/.test(host)) throw new StartError(`${host} is not a host name.`)
  const language = given('language') ?? 'de'
  if (!isLanguage(language)) throw new StartError('The language is one of de, fr, it, en.')
  const colour = given('colour')?.toLowerCase()
  if (colour && !/^#[0-9a-f]{6}$/.test(colour)) throw new StartError('The colour is written like #0b5cad.')
  const contact = neededAddress(options, 'email')
  return {
    number,
    name: neededName(options, 'name', 120),
    host,
    senderEmail: given('sender') === null ? contact : neededAddress(options, 'sender'),
    language,
    email: contact,
    phone: given('phone'),
    street: given('street'),
    postalCode: given('postal-code'),
    town: given('town'),
    isDefault: options.default === true,
    ...(colour ? { brandColour: colour } : {}),
  }
}

// The first word is the first name, what follows the last: «Anna von Arx».
function readAdministrator(options: FoundOptions, language: Language): NewStaff {
  const email = neededAddress(options, 'admin-email')
  const [firstName = '', ...rest] = neededName(options, 'admin-name', 160).split(/\s+/)
  const lastName = rest.join(' ')
  if (lastName === '' || firstName.length > 80 || lastName.length > 80)
    throw new StartError('The option --admin-name takes first and last name: --admin-name "Vorname Nachname"')
  return { email, firstName, lastName, function: 'administrator', language }
}

function optionOf(options: FoundOptions, name: string): string | null {
  const value = options[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function needed(options: FoundOptions, name: string): string {
  const value = optionOf(options, name)
  if (value === null) throw new StartError(`The option --${name} is missing. See: cli --help`)
  return value
}

function neededName(options: FoundOptions, name: string, longest: number): string {
  const value = needed(options, name)
  if (value.length > longest) throw new StartError(`The option --${name} takes at most ${longest} characters.`)
  return value
}

function neededAddress(options: FoundOptions, name: string): string {
  const value = needed(options, name)
  if (canonicalEmail(value) === null) throw new StartError(`The option --${name} is no e-mail address: ${value}`)
  return value
}

// Two brokerages cannot share a host name, nor can both answer where no host name fits.
function explain({ host }: NewBrokerage): (error: unknown) => never {
  return (error) => {
    const { constraint } = error as { constraint?: string }
    if (constraint === 'brokerage_host_key') throw new StartError(`Another brokerage has the host name ${host} already.`)
    if (constraint === 'brokerage_default') throw new StartError('Another brokerage is the default already. Leave --default out.')
    throw error
  }
}
