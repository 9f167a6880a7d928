import { count } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import type { MergeEffects } from '../merge.ts'
import { mergePhrases } from '../merge-phrases.ts'
import { companyPhrases } from '../phrases.ts'
import type { Company } from '../queries.ts'

export interface MergePage {
  company: Company
  choices: { value: string; label: string }[]
  /** The company that stays, once chosen, and what merging would do. */
  chosen: { into: Company; effects: MergeEffects } | null
  error?: string | undefined
  refused: string | null
}

/** Choosing the company that stays, then what merging will do, before it is done. */
export function mergePage(visit: Omit<Visit, 'db'>, { company, choices, chosen, error, refused }: MergePage) {
  const t = mergePhrases(visit.language)
  const back = href(visit, `/companies/${company.id}`)
  return portalPage(visit, {
    title: t.title,
    area: 'companies',
    crumbs: [
      { label: visit.brokerage.number },
      { label: companyPhrases(visit.language).title, href: href(visit, '/companies') },
      { label: company.name, href: back },
      { label: t.title },
    ],
    lead: t.lead(company.name),
    error: refused !== null || error !== undefined,
    children: (
      <div class="stack">
        {refused && (
          <Note kind="warn">
            <p>{refused}</p>
          </Note>
        )}
        <ErrorSummary errors={error ? [{ field: 'into', message: error }] : []} />
        <form method="get" action={href(visit, `/companies/${company.id}/merge`)} class="form">
          <SelectField
            name="into"
            label={t.into}
            value={chosen?.into.id ?? ''}
            error={error}
            options={[{ value: '', label: t.choose }, ...choices]}
          />
          <div class="row">
            <Button kind={chosen ? 'plain' : 'primary'}>{t.check}</Button>
            <LinkButton href={back}>{t.cancel}</LinkButton>
          </div>
        </form>
        {chosen && <Check visit={visit} company={company} {...chosen} />}
      </div>
    ),
  })
}

interface CheckProps {
  visit: Omit<Visit, 'db'>
  company: Company
  into: Company
  effects: MergeEffects
}

function Check({ visit, company, into, effects }: CheckProps) {
  const t = mergePhrases(visit.language)
  return (
    <Card title={t.check_title(company.name, into.name)} id="effects">
      <div class="stack">
        <Facts
          rows={[
            [t.contacts, count(effects.contacts)],
            [t.accounts, count(effects.accounts)],
            [t.records, count(effects.records)],
            [t.below, count(effects.below)],
            [t.renumbered, count(effects.renumbered)],
          ]}
        />
        {effects.at_both.length > 0 ? (
          <Note kind="bad" announce={false}>
            <p>{t.at_both(effects.at_both.join(', '))}</p>
          </Note>
        ) : (
          <>
            <p>{t.roles_hint}</p>
            <PostForm visit={visit as Visit} path={`/companies/${company.id}/merger`}>
              <input type="hidden" name="version" value={company.version} />
              <input type="hidden" name="into" value={into.id} />
              <Button kind="danger" icon="git-merge">
                {t.go}
              </Button>
            </PostForm>
          </>
        )}
      </div>
    </Card>
  )
}
