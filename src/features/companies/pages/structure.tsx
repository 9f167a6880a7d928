import type { Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { PostForm } from '../../house/form.tsx'
import { mayEditCompany } from '../access.ts'
import { companyFrame } from '../frame.tsx'
import { companyPhrases } from '../phrases.ts'
import type { Company, TreeEntry } from '../queries.ts'
import { tabPhrases } from '../tab-phrases.ts'
import { HoldingTree } from './show.tsx'

export interface StructurePage {
  company: Company
  holding: TreeEntry[]
  /** Companies it can be put below. */
  parents: { value: string; label: string }[]
  parent: string
  refused: string | null
  done?: string | null | undefined
}

/** Where a customer stands in its holding, and the form that puts it elsewhere. */
export function structurePage(visit: Omit<Visit, 'db'>, { company, holding, parents, parent, refused, done }: StructurePage) {
  const t = tabPhrases(visit.language)
  return companyFrame(visit, {
    company,
    tab: 'structure',
    done,
    error: refused !== null,
    children: (
      <div class="stack">
        {refused && (
          <Note kind="bad">
            <p>{refused}</p>
          </Note>
        )}
        <div class="split wide-first">
          <Card title={companyPhrases(visit.language).holding} id="holding">
            {holding.length > 1 ? (
              <HoldingTree visit={visit} holding={holding} current={company.id} />
            ) : (
              <p class="muted">{t.alone}</p>
            )}
          </Card>
          {mayEditCompany(visit.actor) && company.state === 'active' && (
            <Card title={t.move} id="move">
              <PostForm visit={visit as Visit} path={`/companies/${company.id}/parent`} class="form">
                <input type="hidden" name="version" value={company.version} />
                <SelectField
                  name="parent"
                  label={t.parent}
                  hint={t.move_hint}
                  value={parent}
                  options={[{ value: '', label: t.parent_none }, ...parents]}
                />
                <div class="row">
                  <Button kind="primary">{t.move}</Button>
                </div>
              </PostForm>
            </Card>
          )}
        </div>
      </div>
    ),
  })
}
