import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

type Look = {
  kind?: ButtonKind | undefined
  icon?: string | undefined
  /** Show the icon alone; the text stays readable for screen readers. */
  iconOnly?: boolean | undefined
  /** As wide as its container (sign-in, cards of actions). */
  wide?: boolean | undefined
  children: ComponentChildren
}

type ButtonProps = Look & {
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  /** Send the form to another address. */
  formaction?: string | undefined
  /** Leave the browser's checks out (save as draft). */
  formnovalidate?: boolean | undefined
  /** The id of the `Dialog` this button opens. */
  opens?: string | undefined
  /** Single-key shortcut, e.g. `e`. */
  shortcut?: string | undefined
  /** Hidden as soon as the script runs (the script does the same by itself). */
  noScriptOnly?: boolean | undefined
}

/** A button that does something; submits its form unless `type` or `opens` says otherwise. */
export function Button({ kind, icon, iconOnly, wide, children, opens, type, shortcut, noScriptOnly, ...rest }: ButtonProps) {
  return (
    <button
      class={`${buttonClass({ kind, iconOnly, wide })}${noScriptOnly ? ' nojs' : ''}`}
      type={opens ? 'button' : (type ?? 'submit')}
      command={opens && 'show-modal'}
      commandfor={opens}
      data-key={shortcut}
      {...rest}
    >
      <Content icon={icon} iconOnly={iconOnly}>
        {children}
      </Content>
    </button>
  )
}

type LinkButtonProps = Look & {
  /** An address built by our own path functions, never text out of data. */
  href: string
  download?: boolean | undefined
  /** Replace only the region (`data-region`) the link stands in. */
  inRegion?: boolean | undefined
  shortcut?: string | undefined
}

/** A link that looks like a button: it goes somewhere. */
export function LinkButton({ kind, icon, iconOnly, wide, children, inRegion, shortcut, ...rest }: LinkButtonProps) {
  return (
    <a class={buttonClass({ kind, iconOnly, wide })} data-in={inRegion} data-key={shortcut} {...rest}>
      <Content icon={icon} iconOnly={iconOnly}>
        {children}
      </Content>
    </a>
  )
}

function buttonClass({ kind = 'plain', iconOnly, wide }: Omit<Look, 'children'>) {
  return `button ${kind}${iconOnly ? ' icon-only' : ''}${wide ? ' full' : ''}`
}

function Content({ icon, iconOnly, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span class={iconOnly ? 'vh' : undefined}>{children}</span>
    </>
  )
}
