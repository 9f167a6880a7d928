import type { Customer } from '../../../platform/actor.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { companyPhrases } from '../company-phrases.ts'

interface Choice {
  person: Customer
  /** The account whose record was asked for, and where it is; else empty. */
  accountId: string | null
  returnurl: string
  /** What was chosen is not there (any more). */
  gone?: boolean
}
type View = Omit<Visit, 'db'>

/** For a person with accounts at several companies: which one now. */
export function companyPage(visit: View, choice: Choice) {
  const t = companyPhrases(visit.language)
  const asked = choice.person.elsewhere.find(({ accountId }) => accountId === choice.accountId)
  const title = asked ? t.belongs(asked.companyName) : t.title
  const lead = choice.person.elsewhere.length > 0 ? t.lead : t.lead_one
  return portalPage(visit, {
    title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: asked ? t.belongs_text(choice.person.companyName) : lead,
    error: choice.gone ?? false,
    children: asked ? (
      <PostForm visit={visit as Visit} path="/profile/company" class="row">
        <input type="hidden" name="returnurl" value={choice.returnurl} />
        <Button kind="primary" name="account" value={asked.accountId}>
          {t.switch_to(asked.companyName)}
        </Button>
        <LinkButton href={href(visit, '/')}>{t.stay(choice.person.companyName)}</LinkButton>
      </PostForm>
    ) : (
      <div class="stack">
        {choice.gone && (
          <Note kind="bad">
            <p>{t.gone}</p>
          </Note>
        )}
        {choice.person.elsewhere.length > 0 && <Companies visit={visit} person={choice.person} />}
      </div>
    ),
  })
}

function Companies({ visit, person }: { visit: View; person: Customer }) {
  const t = companyPhrases(visit.language)
  return (
    <Card id="companies" title={t.companies}>
      <PostForm visit={visit as Visit} path="/profile/company">
        <ul class="plain-list company-choice">
          <li>
            <p>
              <strong>{person.companyName}</strong>
            </p>
            <Badge kind="ok">{t.now_here}</Badge>
          </li>
          {person.elsewhere.map((other) => (
            <li key={other.accountId}>
              <p>
                <strong>{other.companyName}</strong>
                <span class="small muted">{t.news(other.unread)}</span>
              </p>
              <Button name="account" value={other.accountId}>
                {t.switch_to(other.companyName)}
              </Button>
            </li>
          ))}
        </ul>
      </PostForm>
    </Card>
  )
}
