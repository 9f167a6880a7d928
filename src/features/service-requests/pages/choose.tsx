import { href, type Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { Icon } from '../../../ui/components/Icon.tsx'
import { portalPage } from '../../house/page.tsx'
import type { About } from '../../messages/about.ts'
import { categories, categoryKeys } from '../categories.ts'
import { requestPhrases } from '../phrases.ts'

/** The first step of «Anfrage eröffnen»: what it is about. Each category is an address of its own. */
export function choosePage(visit: Omit<Visit, 'db'>, about: About | null) {
  const t = requestPhrases(visit.language)
  const to = (category: string) =>
    href(visit, `/requests/new?category=${category}${about ? `&about=${about.kind}:${about.id}` : ''}`)
  return portalPage(visit, {
    title: t.open_request,
    area: 'requests',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/requests') }, { label: t.open_request }],
    lead: about?.label,
    children: (
      <Card id="categories" title={t.choose_category}>
        <ul class="plain-list categories">
          {categoryKeys.map((key) => (
            <li key={key}>
              <Icon name={categories[key].icon} />
              <div>
                <a href={to(key)}>{t[key]}</a>
                <p class="small muted">{t[`${key}_hint`]}</p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    ),
  })
}
