import type { ComponentChildren } from 'preact'

/** What somebody wrote: line breaks as written, addresses of the web as links. */
export function Said({ text }: { text: string }) {
  return <p class="said">{withLinks(text)}</p>
}

// What looks like an address up to a space or a sign that no address has; what ends a sentence is not part of it.
const address = /\bhttps?:\/\/[^\s<>"'«»„“”‹›`{}|\\^]+/gi
const endOfSentence = /[.,;:!?…]+$/

/** Splits a text at the addresses in it; only what is plainly `http` or `https` becomes a link. */
export function withLinks(text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const shown = trimmed(found)
    const target = targetOf(shown)
    if (!target) continue
    parts.push(text.slice(from, index))
    parts.push(
      <a key={index} href={target} rel="noopener noreferrer nofollow" target="_blank">
        {shown}
      </a>,
    )
    from = index + shown.length
  }
  parts.push(text.slice(from))
  return parts
}

// «(siehe https://…)»: a bracket that was not opened inside belongs to the sentence.
function trimmed(found: string): string {
  const shown = found.replace(endOfSentence, '')
  return shown.endsWith(')') && !shown.includes('(') ? trimmed(shown.slice(0, -1)) : shown
}

// An address that shows one host and leads to another is no link: user names, letters that look like others, odd writing.
function targetOf(shown: string): string | null {
  if (!URL.canParse(shown)) return null
  const url = new URL(shown)
  const typedHost = /^https?:\/\/([^/?#:]+)/i.exec(shown)?.[1]?.toLowerCase()
  const plain = (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === ''
  return plain && url.hostname.includes('.') && url.hostname === typedHost && !/(^|\.)xn--/.test(typedHost) ? url.href : null
}
