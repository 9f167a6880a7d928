import type { ComponentChildren } from 'preact'
import { formToken, href, type Visit } from '../../platform/visit.ts'

interface Props {
  visit: Visit
  /** Where it posts to, without the language prefix. */
  path: string
  /** Watches for unsaved changes and shows the save bar. */
  dirty?: boolean
  /** Saves by itself what is typed; its route answers `autosave`, and `[data-autosaved]` in it says so. */
  autosave?: boolean
  class?: string
  id?: string
  children: ComponentChildren
}

/** A POST form that carries its token (security.md S6): every form of the portal is one of these. */
export function PostForm({ visit, path, dirty, autosave, class: className, id, children }: Props) {
  return (
    <form
      method="post"
      action={href(visit, path)}
      class={className}
      id={id}
      novalidate
      data-dirty={dirty || undefined}
      data-autosave={autosave || undefined}
    >
      <input type="hidden" name="_token" value={formToken(visit, path)} />
      {children}
    </form>
  )
}
