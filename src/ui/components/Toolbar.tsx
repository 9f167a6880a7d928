import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'
import { useUi } from './language-context.ts'

type ToolbarProps = { action: string; label: string; children: ComponentChildren }

/** The form above a list (view, search, page size): GET, so that the address says everything. */
export function Toolbar({ action, label, children }: ToolbarProps) {
  const t = useUi()
  return (
    <search aria-label={label}>
      <form method="get" action={action} class="toolbar">
        {children}
        <Button noScriptOnly>{t.apply}</Button>
      </form>
    </search>
  )
}

type SearchFieldProps = { name: string; value: string; label?: string | undefined }

/** Filters the list of its toolbar while one types. */
export function SearchField({ name, value, label }: SearchFieldProps) {
  const t = useUi()
  return (
    <div class="field search-field">
      <label for={`f-${name}`}>{label ?? t.search}</label>
      <input
        class="input"
        type="search"
        id={`f-${name}`}
        name={name}
        value={value}
        autocomplete="off"
        enterkeyhint="search"
        data-search
      />
    </div>
  )
}

/** What a toolbar and its table live in: only this part is replaced when one filters, sorts or turns a page. */
export function Region({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <div id={id} data-region>
      {children}
    </div>
  )
}
