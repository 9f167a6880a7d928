import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'
import { useUi } from './language-context.ts'

type SaveBarProps = { submit?: string | undefined; reset?: string | undefined; children?: ComponentChildren }

/** The bar that saves a `<Form dirty>`: with script it appears with the first change and counts, without it is always there. */
export function SaveBar({ submit, reset, children }: SaveBarProps) {
  const t = useUi()
  return (
    <div class="savebar">
      <p data-count data-one={t.unsavedOne} data-other={t.unsavedMany} role="status" />
      {children}
      <Button type="reset">{reset ?? t.discard}</Button>
      <Button kind="primary">{submit ?? t.save}</Button>
    </div>
  )
}
