import type { ComponentChildren } from 'preact'

type FormProps = {
  action: string
  csrf?: string | undefined
  /** Watch for unsaved changes: the `SaveBar` inside appears with the first one. */
  dirty?: boolean | undefined
  /** For files. */
  upload?: boolean | undefined
  id?: string | undefined
  class?: string | undefined
  children: ComponentChildren
}

/** A form that posts; the server checks it, so the browser's own bubbles stay off. */
export function Form({ action, csrf, dirty, upload, children, ...rest }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      novalidate
      data-dirty={dirty}
      enctype={upload ? 'multipart/form-data' : undefined}
      {...rest}
      class={rest.class ?? 'form'}
    >
      {csrf !== undefined && <input type="hidden" name="_token" value={csrf} />}
      {children}
    </form>
  )
}
