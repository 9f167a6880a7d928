import { Icon } from './Icon.tsx'
import { useUi } from './language-context.ts'

/** The symbols that count as special characters, exactly as the manual lists them. */
export const passwordSymbols = '! @ # $ % * ( ) _ ^ & } { ; : ? .'

/** The rules of a new password: a plain list, which ticks itself off while one types in the field `f-<field>`. */
export function PasswordRules({ field }: { field: string }) {
  const t = useUi()
  const rules = [
    ['length', t.ruleLength],
    ['upper', t.ruleUpper],
    ['digit', t.ruleDigit],
    ['symbol', t.ruleSymbol],
  ] as const
  return (
    <div class="rules">
      <ul class="plain-list" data-rules-for={`f-${field}`} id={`f-${field}-rules`}>
        {rules.map(([rule, text]) => (
          <li key={rule} data-rule={rule}>
            <Icon name="check" />
            <span>
              {text}
              {rule === 'symbol' && <span class="symbols"> {passwordSymbols}</span>}
              <span class="vh met" hidden>
                {' '}
                ({t.ruleMet})
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div role="status" class="rules-met">
        <p data-rules-met={`f-${field}`} hidden>
          <Icon name="circle-check" />
          {t.passwordRulesMet}
        </p>
      </div>
    </div>
  )
}
