import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

/** Puts `text` on the clipboard; only there when the script is. */
export function CopyButton({ text, label }: { text: string; label?: string | undefined }) {
  const t = useUi()
  return (
    <button type="button" class="button quiet js-only" data-copy={text} data-done={t.copied}>
      <Icon name="copy" />
      <span>{label ?? t.copy}</span>
    </button>
  )
}
