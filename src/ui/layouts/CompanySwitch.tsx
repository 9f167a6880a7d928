import { Icon } from '../components/Icon.tsx'
import { useUi } from '../components/language-context.ts'

export type CompanySwitchProps = {
  /** Where the person is now. */
  current: string
  others: { id: string; name: string; unread: number }[]
  action: string
  csrf?: string | undefined
}

/** At which company one is, and the way to one's others: a native popover with one form, so it works without script. */
export function CompanySwitch({ current, others, action, csrf }: CompanySwitchProps) {
  const t = useUi()
  const unread = others.reduce((sum, other) => sum + other.unread, 0)
  return (
    <div class="menu-button company-switch">
      <button type="button" class="top-link" popovertarget="company-switch">
        <Icon name="building-2" />
        <span class="vh">{t.yourCompany} </span>
        <span class="company-name">{current}</span>
        <Unread count={unread} where={t.atOtherCompanies} />
        <Icon name="chevron-down" />
      </button>
      <form id="company-switch" popover="auto" class="menu-list" method="post" action={action}>
        {csrf !== undefined && <input type="hidden" name="_token" value={csrf} />}
        <ul class="plain-list">
          <li class="menu-current">
            <Icon name="check" />
            <span>
              {current}
              <span class="muted small">{t.youAreHere}</span>
            </span>
          </li>
          {others.map((other) => (
            <li key={other.id}>
              <button type="submit" name="account" value={other.id}>
                <Icon name="arrow-right" />
                <span>
                  <span class="vh">{t.switchTo} </span>
                  {other.name}
                </span>
                <Unread count={other.unread} />
              </button>
            </li>
          ))}
        </ul>
      </form>
    </div>
  )
}

function Unread({ count, where = '' }: { count: number; where?: string }) {
  const t = useUi()
  if (count === 0) return null
  return (
    <>
      <span class="count" aria-hidden="true">
        {Math.min(count, 99)}
      </span>
      <span class="vh">
        {' '}
        ({t.unread(count)}
        {where && ` ${where}`})
      </span>
    </>
  )
}
