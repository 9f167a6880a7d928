import { domainToASCII } from 'node:url'

// Quotes, commas, angle brackets and control characters could end one mail header field and begin another.
const local = /^[^\s"'`,;:<>()[\]\\@\u0000-\u001f\u007f-\u009f]{1,64}$/u
// The apostrophe is allowed in names (o'neill@…); everything else of it is the strict pattern above.
const plainLocal = /^[a-z0-9!#$%&'*+/=?^_{|}~.-]{1,64}$/
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * The form under which an address is compared and counted: NFKC, lower case, the domain in ASCII. Null when the text is not
 * one plausible address of at most 254 characters.
 */
export function canonicalEmail(text: string): string | null {
  const [name = '', host = '', ...more] = text.normalize('NFKC').trim().toLowerCase().split('@')
  if (more.length > 0 || !(plainLocal.test(name) || local.test(name)) || /^\.|\.\.|\.$/.test(name)) return null
  const ascii = domain.test(host) ? host : domainToASCII(host)
  const address = `${name}@${ascii}`
  return domain.test(ascii) && address.length <= 254 ? address : null
}
