import { languageNames } from '../../platform/language.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { textsPhrases } from './phrases.ts'
import type { Macro, TextModule } from './queries.ts'
import { stepsOf } from './steps.ts'

interface Props {
  visit: Pick<Visit, 'language'>
  /** With their placeholders filled in. */
  modules: TextModule[]
  macros: Macro[]
}

/** Below the field for an answer: text modules to insert, macros to run. Without script the form is sent and comes back. */
export function Ready({ visit, modules, macros }: Props) {
  const t = textsPhrases(visit.language)
  return (
    <>
      <details class="inbox-ready" id="ready-texts">
        <summary>
          {t.insert} <span class="small muted js-only by-key">({t.insert_key})</span>
        </summary>
        {modules.length === 0 && <p class="muted">{t.no_modules}</p>}
        <ul class="plain-list">
          {modules.map((one) => (
            <li key={one.id}>
              <button type="submit" class="button quiet" name="insert" value={one.id} data-insert={one.body} data-into="f-body">
                <span>{one.name}</span> <code>/{one.shortcut}</code>{' '}
                <span class="muted small">{languageNames[one.language]}</span>
              </button>
            </li>
          ))}
        </ul>
        <p class="small">
          <a href={href(visit, '/inbox/texts')}>{t.manage}</a>
        </p>
      </details>
      {macros.length > 0 && (
        <details class="inbox-ready">
          <summary>{t.macros}</summary>
          <p class="hint">{t.run_hint}</p>
          <ul class="plain-list">
            {macros.map((one) => (
              <li key={one.id}>
                <Button name="macro" value={one.id}>
                  {one.name}
                </Button>{' '}
                <span class="small muted">{stepsOf(one, visit.language)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
