import type { VNode } from 'preact'
import { href, type Visit } from '../../../platform/visit.ts'
import { lineRoles, rolePhrases } from '../../../records/roles.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ChoiceTable } from '../../../ui/components/ChoiceTable.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { companyFrame } from '../../companies/frame.tsx'
import type { Company } from '../../companies/queries.ts'
import { PostForm } from '../../house/form.tsx'
import type { LineState } from '../items.ts'
import { sharingPhrases } from '../phrases.ts'
import type { Line } from '../queries.ts'
import { rolesText, stateText } from '../words.ts'
import { sharingFrame } from './frame.tsx'

export interface LinesForm {
  company: Company | null
  lines: Line[]
  states: Map<string, LineState>
  /** May this person change it? Else the table is to read only. */
  changes: boolean
  errors: string[]
}

/** Line of business → roles: of the whole house, or of one company (interface B4). */
export function linesPage(visit: Omit<Visit, 'db'>, form: LinesForm) {
  const t = sharingPhrases(visit.language)
  const { company, errors } = form
  const path = company ? `/companies/${company.id}/sharing` : '/settings/sharing'
  const past = (
    <LinkButton href={href(visit, `${path}/changes`)} icon="history">
      {t.history}
    </LinkButton>
  )
  const content = { error: errors.length > 0, children: <Table visit={visit} form={form} path={path} past={past} /> }
  if (company) return companyFrame(visit, { company, tab: 'sharing', ...content })
  const subject = { scope: 'lines' as const, company: null }
  return sharingFrame(visit, subject, { title: t.title, lead: t.lines_lead, actions: past, ...content })
}

interface Parts {
  visit: Omit<Visit, 'db'>
  form: LinesForm
}

function Table({ visit, form, path, past }: Parts & { path: string; past: VNode }) {
  const t = sharingPhrases(visit.language)
  const { company, changes, errors } = form
  return (
    <div class="stack">
      <ErrorSummary errors={errors.map((message) => ({ field: '', message }))} />
      {company && <p>{t.company_lead(company.name)}</p>}
      {changes ? (
        <PostForm visit={visit as Visit} path={`${path}/check`} class="stack">
          <Boxes visit={visit} form={form} />
          <div class="row">
            <Button kind="primary">{t.check}</Button>
            {company && past}
          </div>
        </PostForm>
      ) : (
        <ReadOnly visit={visit} form={form} />
      )}
    </div>
  )
}

function Boxes({ visit, form: { company, lines, states } }: Parts) {
  const t = sharingPhrases(visit.language)
  const names = rolePhrases(visit.language)
  const roles = lineRoles.map((key) => ({ key, label: names[key] }))
  return (
    <ChoiceTable
      caption={t.lines}
      columns={company ? [{ key: 'house', label: t.as_house }, ...roles] : roles}
      rows={lines.map((line) => ({
        name: `line_${line.code}`,
        label: line.name,
        hint: remarks(line, company ? t.house_says(rolesText(line.audience, visit.language)) : null, visit),
        checked: states.get(line.code)?.audience ?? (company ? ['house'] : []),
      }))}
    />
  )
}

function remarks(line: Line, house: string | null, visit: Pick<Visit, 'language'>): string {
  const t = sharingPhrases(visit.language)
  return [line.code, house, line.health && t.with_health, !line.active && t.inactive].filter(Boolean).join(' · ')
}

function ReadOnly({ visit, form: { company, lines, states } }: Parts) {
  const t = sharingPhrases(visit.language)
  return (
    <>
      <Note kind="info" announce={false}>
        <p>{t.read_only}</p>
      </Note>
      <DataTable
        caption={t.lines}
        columns={[
          { key: 'line', label: t.line },
          { key: 'roles', label: t.roles },
        ]}
        rows={lines.map((line) => {
          const state = states.get(line.code) ?? { audience: company ? null : [] }
          const shown = state.audience === null ? `${t.as_house} (${rolesText(line.audience, visit.language)})` : null
          return { key: line.code, cells: [line.name, shown ?? stateText(state, visit.language)] }
        })}
      />
    </>
  )
}
