/** Which of the four rules a password meets; length counts code points after NFC, as the server does. */
export function metRules(typed: string): Record<'length' | 'upper' | 'digit' | 'symbol', boolean> {
  const password = typed.normalize('NFC')
  return {
    length: [...password].length >= 8,
    upper: /\p{Lu}/u.test(password),
    digit: /\d/.test(password),
    symbol: /[!@#$%*()_^&}{;:?.]/.test(password),
  }
}
