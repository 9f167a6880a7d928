import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

type DialogProps = { id: string; title: string; children: ComponentChildren; actions?: ComponentChildren }

/** A native dialog, opened by `<Button opens="id">` without any script of ours; Escape and a click beside it close it. */
export function Dialog({ id, title, children, actions }: DialogProps) {
  const t = useUi()
  return (
    <dialog id={id} class="dialog" closedby="any" aria-labelledby={`${id}-title`}>
      <header class="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <button type="button" class="button quiet icon-only" command="close" commandfor={id}>
          <Icon name="x" />
          <span class="vh">{t.close}</span>
        </button>
      </header>
      <div class="dialog-body">{children}</div>
      {actions && <footer class="dialog-foot">{actions}</footer>}
    </dialog>
  )
}
