/**
 * Waits for all of these, as `Promise.all`, but also where one of them fails: then for the others too, before it throws. Whoever is
 * still asking when the transaction is over would ask in the next one on that connection, which is somebody else's.
 */
export async function allOf<T extends readonly unknown[]>(works: [...T]): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(works)
  return Promise.all(works)
}
