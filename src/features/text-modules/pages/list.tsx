import { languageNames } from '../../../platform/language.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { RowList } from '../../../ui/components/RowList.tsx'
import { portalPage } from '../../house/page.tsx'
import { worksInbox } from '../../inbox/access.ts'
import { inboxPhrases } from '../../inbox/phrases.ts'
import { textsPhrases } from '../phrases.ts'
import type { Macro, TextModule } from '../queries.ts'
import { stepsOf } from '../steps.ts'

type View = Omit<Visit, 'db'>

interface Lists {
  modules: TextModule[]
  macros: Macro[]
  done: string | null
}

/** What is written and done again and again. */
export function textsPage(visit: View, { modules, macros, done }: Lists) {
  const t = textsPhrases(visit.language)
  const works = worksInbox(visit.actor)
  const add = (path: string, text: string) =>
    works && (
      <LinkButton href={href(visit, path)} icon="plus">
        {text}
      </LinkButton>
    )
  const to = (path: string) => href(visit, works ? path : '/inbox/texts')
  return portalPage(visit, {
    title: t.title,
    area: 'inbox',
    crumbs: [
      { label: visit.brokerage.number },
      { label: inboxPhrases(visit.language).title, href: href(visit, '/inbox') },
      { label: t.title },
    ],
    lead: t.lead,
    done,
    children: (
      <div class="columns lower">
        <Card id="texts" title={t.modules} action={add('/inbox/texts/new', t.new_module)}>
          {modules.length === 0 && <p class="muted">{t.no_modules}</p>}
          <RowList
            rows={modules.map((one) => ({
              key: one.id,
              href: to(`/inbox/texts/${one.id}`),
              title: one.name,
              detail: one.body.replace(/\s+/g, ' ').slice(0, 90),
              end: (
                <>
                  <code>/{one.shortcut}</code>
                  <Badge>{languageNames[one.language]}</Badge>
                </>
              ),
            }))}
          />
        </Card>
        <Card id="macros" title={t.macros} action={add('/inbox/macros/new', t.new_macro)}>
          {macros.length === 0 && <p class="muted">{t.no_macros}</p>}
          <RowList
            rows={macros.map((one) => ({
              key: one.id,
              href: to(`/inbox/macros/${one.id}`),
              title: one.name,
              detail: stepsOf(one, visit.language),
            }))}
          />
        </Card>
      </div>
    ),
  })
}
