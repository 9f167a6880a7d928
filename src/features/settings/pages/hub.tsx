import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { RowList } from '../../../ui/components/RowList.tsx'
import { portalPage } from '../../house/page.tsx'
import type { Freshness } from '../../imports/stale.ts'
import { StaleNote } from '../../imports/stale-note.tsx'
import { settingsPhrases } from '../phrases.ts'
import { groups, sectionsFor } from '../sections.ts'

/** Every section that this member of staff may see, in groups (interface B10). */
export function hubPage(visit: Omit<Visit, 'db'>, imports: Freshness) {
  const t = settingsPhrases(visit.language)
  const sections = sectionsFor(visit.actor)
  const shown = groups
    .map((group) => ({ group, members: sections.filter((section) => section.group === group) }))
    .filter(({ members }) => members.length > 0)
  return portalPage(visit, {
    title: t.title,
    area: 'settings',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: (
      <div class="stack">
        <StaleNote visit={visit} last={imports} link />
        <div class="columns lower">
          {shown.map(({ group, members }) => (
            <Card key={group} title={t[group]} id={group}>
              <RowList
                rows={members.map(({ key, path, changes }) => ({
                  key,
                  href: href(visit, path),
                  title: t[key],
                  detail: t[`${key}_about` as typeof key],
                  end: changes && !changes(visit.actor) && <Badge>{t.read_only}</Badge>,
                }))}
              />
            </Card>
          ))}
        </div>
      </div>
    ),
  })
}
