import type { ComponentChildren } from 'preact'
import { formToken, href, type Visit } from '../../platform/visit.ts'

interface Props {
  visit: Visit
  path: string
  /** Make one, or use one. */
  kind: 'create' | 'get'
  /** What the browser is asked for, as JSON. */
  options: string
  /** Said when the browser or the person says no. */
  failed: string
  /** The browser may offer passkeys by itself where the user name is typed. */
  offer?: boolean
  /** The field that the answer goes into. */
  answer?: string
  children: ComponentChildren
}

/** A form whose answer a passkey gives; without the script it has no use and is not shown. */
export function PasskeyForm({ visit, path, kind, options, failed, offer, answer = 'passkey', children }: Props) {
  return (
    <form
      method="post"
      action={href(visit, path)}
      class="form js-only"
      novalidate
      data-passkey={kind}
      data-options={options}
      data-failed={failed}
      data-offer={offer || undefined}
    >
      <input type="hidden" name="_token" value={formToken(visit, path)} />
      <input type="hidden" name={answer} value="" data-answer />
      {children}
      <p class="hint" role="alert" />
    </form>
  )
}
