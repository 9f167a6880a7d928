import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { portalPage } from '../../house/page.tsx'
import { uploadPhrases } from '../upload-phrases.ts'
import { crumbs } from './new.tsx'

/** The broker's people say first whose dossier they file into: the policies to choose from depend on it. */
export function choosePage(visit: Omit<Visit, 'db'>, companies: { id: string; name: string }[], error?: string) {
  const t = uploadPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'documents',
    crumbs: crumbs(visit),
    lead: t.lead_choose,
    error: error !== undefined,
    children: (
      <div class="stack">
        <ErrorSummary errors={error ? [{ field: 'company', message: error }] : []} />
        <form method="get" action={href(visit, '/documents/new')} class="form">
          <SelectField
            name="company"
            value=""
            error={error}
            label={t.company}
            options={[{ value: '', label: t.category_choose }, ...companies.map(({ id, name }) => ({ value: id, label: name }))]}
            size="medium"
          />
          <div class="row">
            <Button kind="primary" icon="arrow-right">
              {t.go_on}
            </Button>
          </div>
        </form>
      </div>
    ),
  })
}
