import type { Customer } from '../../platform/actor.ts'
import { allOf } from '../../platform/all-of.ts'
import { Refusal } from '../../platform/errors.ts'
import { version as rowVersion, typed } from '../../platform/forms.ts'
import { page, type Reply, readInput, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { userManagerNames } from '../../records/whom.ts'
import { contactPhrases } from '../contacts/phrases.ts'
import { type Contact, contactById } from '../contacts/queries.ts'
import { typedValues } from '../contacts/values.ts'
import { saveOwnContact } from './changes.ts'
import { type OwnContactField, ownContactFields, ownContactInput } from './input.ts'
import { type OwnContactState, type Profile, profilePage } from './pages/profile.tsx'
import { me } from './person.ts'

/** The first page of the profile, with what the own contact says or with what was typed and refused. */
export async function showProfile(
  visit: Visit,
  view: Pick<Profile, 'done' | 'errors'> & { contact?: OwnContactState | undefined },
) {
  const person = me(visit)
  if (person.kind === 'staff') return profilePage(visit, { ...view, person, contact: null, userManagers: [] })
  const [contact, userManagers] = await allOf([contactById(visit.db, person.contactId), userManagerNames(visit.db)])
  const shown = view.contact ?? { values: ownValues(contact), version: contact.version, errors: {}, conflict: null }
  return profilePage(visit, { ...view, person, contact: shown, userManagers })
}

/** Takes the form of the own contact: 422 with what was typed, 409 with both values where somebody else saved in between. */
export async function submitContact(visit: Visit, person: Customer, body: Record<string, unknown>): Promise<Reply> {
  const seen = rowVersion.safeParse(body.version)
  if (!seen.success) throw new Refusal(400)
  const values = typed(body, ownContactFields) as OwnContactState['values']
  const input = readInput(ownContactInput, body)
  if (!input.ok) {
    const contact = { values, version: seen.data, errors: messages(visit, input.errors), conflict: null }
    return page(await showProfile(visit, { contact }), 422)
  }
  const { version, ...own } = input.value
  const edited = await saveOwnContact(visit, await contactById(visit.db, person.contactId), version, own)
  if (edited.kind === 'saved') return redirect(href(visit, '/profile?done=contact'))
  const { current } = edited
  const contact = { values, version: current.version, errors: {}, conflict: ownValues(current) }
  return page(await showProfile(visit, { contact }), 409)
}

function ownValues(contact: Contact): OwnContactState['values'] {
  const { position, phone, mobile } = typedValues(contact)
  return { position, phone, mobile }
}

function messages(visit: Visit, errors: { field: string; code: string }[]): OwnContactState['errors'] {
  const t = contactPhrases(visit.language)
  const byCode: Record<string, (label: string) => string> = { phone: () => t.error_phone, too_long: t.error_too_long }
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, (byCode[code] ?? t.error_unreadable)(t[field as OwnContactField] ?? '')]),
  )
}
