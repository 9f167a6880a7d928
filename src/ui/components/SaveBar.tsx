import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'
import { useUi } from './language-context.ts'

type SaveBarProps = {
  submit?: string | undefined
  reset?: string | undefined
  /** Sent as `1` by the button, where a form can be sent in more than one way. */
  name?: string | undefined
  children?: ComponentChildren
}

/** The bar that saves a `<Form dirty>`: with script it appears with the first change and counts, without it is always there. */
export function SaveBar({ submit, reset, name, children }: SaveBarProps) {
  const t = useUi()
  return (
    <div class="savebar">
      <p data-count data-one={t.unsavedOne} data-other={t.unsavedMany} role="status" />
      {children}
      <Button type="reset">{reset ?? t.discard}</Button>
      <Button kind="primary" name={name} value={name && '1'}>
        {submit ?? t.save}
      </Button>
    </div>
  )
}
