import { Dialog } from '../components/Dialog.tsx'
import { useUi } from '../components/language-context.ts'
import type { NavItem } from './Navigation.tsx'

type Line = [keys: string[], what: string]

/** What single keys do, on `?`. The letters are the same in all languages; the profile switches them off (WCAG 2.1.4). */
export function Shortcuts({ nav }: { nav: NavItem[] }) {
  const t = useUi()
  const everywhere: Line[] = [
    [['Ctrl', 'K'], t.palette],
    [['/'], t.keySearch],
    [['?'], t.shortcuts],
    ...nav.flatMap(({ label, shortcut }): Line[] => (shortcut ? [[shortcut.split(' '), label]] : [])),
  ]
  const inLists: Line[] = [
    [['j'], t.keyNext],
    [['k'], t.keyPrevious],
    [['Enter'], t.keyOpenRow],
    [['n'], t.keyNew],
  ]
  const onPages: Line[] = [
    [['e'], t.keyEdit],
    [['Ctrl', 'Enter'], t.keySend],
  ]
  return (
    <Dialog id="shortcuts" title={t.shortcuts}>
      <div class="shortcuts">
        <Lines title={t.keysEverywhere} lines={everywhere} />
        <Lines title={t.keysInLists} lines={inLists} />
        <Lines title={t.keysOnPages} lines={onPages} />
      </div>
      <p class="small muted">{t.keysOff}</p>
    </Dialog>
  )
}

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([keys, what]) => (
          <div key={keys.join(' ')}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} data-modifier={key === 'Ctrl' || undefined}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
