import { showPhone } from '../../platform/phone.ts'
import type { ContactField } from './input.ts'
import type { Contact } from './queries.ts'

/** A contact as its form shows it: texts only, telephone numbers as people write them. */
export function typedValues(contact: Pick<Contact, ContactField>): Record<ContactField, string> {
  return {
    salutation: contact.salutation ?? '',
    first_name: contact.first_name,
    last_name: contact.last_name,
    email: contact.email ?? '',
    position: contact.position ?? '',
    phone: showPhone(contact.phone),
    mobile: showPhone(contact.mobile),
    language: contact.language,
  }
}
