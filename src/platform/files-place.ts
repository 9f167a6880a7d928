/** `<brokerage>/<sha256>`, the place of a file in every store. Both parts are of our making, and checked all the same. */
export function placeOf(brokerageId: string, sha256: Buffer): string {
  if (sha256.length !== 32) throw new Error('Not a SHA-256')
  if (!/^[0-9a-f-]{36}$/.test(brokerageId)) throw new Error('Not the id of a brokerage')
  return `${brokerageId}/${sha256.toString('hex')}`
}
