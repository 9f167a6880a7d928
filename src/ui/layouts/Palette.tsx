import { asset } from '../assets.ts'
import { Icon } from '../components/Icon.tsx'
import { useUi } from '../components/language-context.ts'

/** The way to the palette, on every page; without script it leads to the page of the search. */
export function PaletteLink({ href }: { href: string }) {
  const t = useUi()
  return (
    <a class="top-link palette-link" href={href} data-palette>
      <Icon name="search" />
      <span class="top-label">{t.palette}</span>
      <span class="top-label" aria-hidden="true">
        <kbd data-modifier>Ctrl K</kbd>
      </span>
    </a>
  )
}

/**
 * Go, find and do from everywhere (interface A.2): a field and a list of choices below it. The rows come as JSON from `source`;
 * Enter without any sends the form, as it would without script.
 */
export function Palette({ action, source }: { action: string; source: string }) {
  const t = useUi()
  return (
    <dialog
      id="palette"
      class="dialog palette"
      closedby="any"
      aria-label={t.palette}
      data-source={source}
      data-icons={asset('icons.svg')}
    >
      <form method="get" action={action} class="palette-field">
        <Icon name="search" />
        <input
          type="text"
          inputmode="search"
          name="q"
          role="combobox"
          aria-label={t.palette}
          aria-autocomplete="list"
          aria-expanded="false"
          aria-controls="palette-rows"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxlength={120}
          enterkeyhint="go"
          placeholder={t.palettePlaceholder}
        />
        {/* Enter sends the form; a form without its button is none to some readers. */}
        <button type="submit" class="vh" tabindex={-1}>
          {t.search}
        </button>
        <button type="button" class="button quiet icon-only" command="close" commandfor="palette">
          <Icon name="x" />
          <span class="vh">{t.close}</span>
        </button>
      </form>
      <div id="palette-rows" class="palette-rows" role="listbox" aria-label={t.palette} />
      <p class="palette-note" hidden />
      <p class="vh" role="status" />
      <footer class="palette-foot" aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t.keyChoose}
        </span>
        <span>
          <kbd>Enter</kbd> {t.keyOpen}
        </span>
        <span>
          <kbd>Esc</kbd> {t.keyClose}
        </span>
      </footer>
    </dialog>
  )
}
