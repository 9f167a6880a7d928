import type pg from 'pg'
import { isLanguage } from '../../platform/language.ts'
import { StartError } from '../../platform/start-error.ts'
import { foundBrokerage } from './changes.ts'

export type FoundOptions = Record<string, string | boolean | undefined>

/** `cli brokerage found NUMBER --name … --host … --sender …`. Says on one line what it did. */
export async function foundCommand(pool: pg.Pool, number: string | undefined, options: FoundOptions): Promise<string> {
  const given = (name: string) => (typeof options[name] === 'string' && options[name] !== '' ? options[name] : null)
  const needed = (name: string) => {
    const value = given(name)
    if (value === null) throw new StartError(`The option --${name} is missing. See: cli --help`)
    return value
  }
  if (!number || !/^[0-9]{2,8}$/.test(number)) throw new StartError('The number of a brokerage has two to eight digits.')
  const host = needed('host').toLowerCase()
  if (!/^[a-z0-9.-]{1,253}$/.test(host)) throw new StartError(`${host} is not a host name.`)
  const language = given('language') ?? 'de'
  if (!isLanguage(language)) throw new StartError('The language is one of de, fr, it, en.')
  const colour = given('colour')?.toLowerCase()
  if (colour && !/^#[0-9a-f]{6}$/.test(colour)) throw new StartError('The colour is written like #0b5cad.')
  const contact = needed('email')
  const { founded } = await foundBrokerage(pool, {
    number,
    name: needed('name'),
    host,
    senderEmail: given('sender') ?? contact,
    language,
    email: contact,
    phone: given('phone'),
    street: given('street'),
    postalCode: given('postal-code'),
    town: given('town'),
    isDefault: options.default === true,
    ...(colour ? { brandColour: colour } : {}),
  })
  return founded ? `Brokerage ${number} was founded.` : `Brokerage ${number} exists already; it stays as it is.`
}
