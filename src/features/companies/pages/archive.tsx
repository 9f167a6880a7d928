import { count } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { companyPhrases } from '../phrases.ts'
import type { ArchiveEffects, Company } from '../queries.ts'
import { tabPhrases } from '../tab-phrases.ts'

/** What archiving will do, before it is done. */
export function archivePage(visit: Omit<Visit, 'db'>, { company, effects }: { company: Company; effects: ArchiveEffects }) {
  const t = tabPhrases(visit.language)
  const back = href(visit, `/companies/${company.id}`)
  return portalPage(visit, {
    title: t.archive,
    area: 'companies',
    crumbs: [
      { label: visit.brokerage.number },
      { label: companyPhrases(visit.language).title, href: href(visit, '/companies') },
      { label: company.name, href: back },
      { label: t.archive },
    ],
    lead: t.archive_lead,
    children: (
      <Card title={company.name} id="effects">
        <div class="stack">
          <ul>
            <li>{t.hides_records(count(effects.records))}</li>
            <li>{t.ends_accounts(effects.accounts)}</li>
            {effects.invitations > 0 && <li>{t.ends_invitations(effects.invitations)}</li>}
            {effects.requests > 0 && <li>{t.open_work(effects.requests)}</li>}
          </ul>
          <PostForm visit={visit as Visit} path={`/companies/${company.id}/archive`} class="row">
            <input type="hidden" name="version" value={company.version} />
            <Button kind="danger" icon="archive">
              {t.archive_go}
            </Button>
            <LinkButton href={back}>{t.cancel}</LinkButton>
          </PostForm>
        </div>
      </Card>
    ),
  })
}
