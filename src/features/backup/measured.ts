import { createHash } from 'node:crypto'

/** A step for `pipeline` that lets bytes through and knows their SHA-256 afterwards. */
export function measured() {
  const hash = createHash('sha256')
  return {
    async *pass(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    },
    sha256: () => hash.digest('hex'),
  }
}
