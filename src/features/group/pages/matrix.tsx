import { money } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { noticeText } from '../../../records/list.tsx'
import type { ListNotice } from '../../../records/list-around.ts'
import { listState, listHref as pathOf } from '../../../records/list-state.ts'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Menu } from '../../../ui/components/Menu.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { Region, Toolbar } from '../../../ui/components/Toolbar.tsx'
import { portalPage } from '../../house/page.tsx'
import { policyList } from '../../policies/list.tsx'
import { columnName } from '../names.ts'
import { groupPhrases } from '../phrases.ts'
import { type Cell, cellsIn, type GroupCompany, type Matrix, mostCompanies, totalOf } from '../queries.ts'

type View = Omit<Visit, 'db'>

export interface MatrixPage {
  /** Everything that can be chosen. */
  companies: GroupCompany[]
  /** null: all of them. */
  chosen: string | null
  matrix: Matrix
  notice?: ListNotice
}

/** The companies of the group and their lines of business at a glance. */
export function matrixPage(visit: View, content: MatrixPage) {
  const t = groupPhrases(visit.language)
  const { matrix } = content
  return portalPage(visit, {
    title: t.title,
    area: 'group',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    error: content.notice !== undefined,
    children: (
      <Region id="group">
        {content.notice && (
          <Note kind="bad">
            <p>{noticeText(visit, content.notice)}</p>
          </Note>
        )}
        <Tools visit={visit} {...content} />
        {matrix.companies.length >= mostCompanies && (
          <Note kind="info" announce={false}>
            <p>{t.cut(mostCompanies)}</p>
          </Note>
        )}
        {matrix.columns.length > 0 ? (
          <>
            <MatrixTable visit={visit} matrix={matrix} />
            <p class="small muted top-gap measure">{t.source}</p>
          </>
        ) : (
          <EmptyState icon="file-text" title={t.nothing} text={t.nothing_text} />
        )}
      </Region>
    ),
  })
}

function Tools({ visit, companies, chosen, matrix }: { visit: View } & MatrixPage) {
  const t = groupPhrases(visit.language)
  const query = new URLSearchParams({ by: matrix.by, ...(chosen && { company: chosen }) }).toString()
  return (
    <Toolbar action={href(visit, '/group')} label={t.title}>
      <SelectField
        name="company"
        label={t.choose_company}
        value={chosen ?? ''}
        options={[
          { value: '', label: t.all_companies },
          ...companies.map(({ id, name, level }) => ({ value: id, label: `${'– '.repeat(level)}${name}` })),
        ]}
        auto
        size="medium"
      />
      <SelectField
        name="by"
        label={t.columns}
        value={matrix.by}
        options={[
          { value: 'role', label: t.by_role },
          { value: 'line', label: t.by_line },
        ]}
        auto
        size="medium"
      />
      <Menu
        id="export"
        label={t.export}
        icon="download"
        items={[
          { label: t.export_xlsx, href: href(visit, `/group/export.xlsx?${query}`), icon: 'file', download: true },
          { label: t.export_csv, href: href(visit, `/group/export.csv?${query}`), icon: 'file-text', download: true },
        ]}
      />
    </Toolbar>
  )
}

function MatrixTable({ visit, matrix }: { visit: View; matrix: Matrix }) {
  const t = groupPhrases(visit.language)
  const heads = [
    ...matrix.columns.map((column) => ({ key: column.key, label: columnName(visit, column) })),
    { key: 'total', label: t.total },
  ]
  return (
    <section class="table-frame sticky" aria-label={t.title} tabindex={0}>
      <table class="table stackable company-matrix">
        <caption class="vh">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.company}</th>
            {heads.map(({ key, label }) => (
              <th key={key} scope="col" class="end">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.companies.map((company) => (
            <CompanyRow key={company.id} visit={visit} matrix={matrix} company={company} />
          ))}
          <tr class="total">
            <th scope="row">{t.total}</th>
            {matrix.columns.map((column) => (
              <OneCell
                key={column.key}
                visit={visit}
                label={columnName(visit, column)}
                cell={totalOf(cellsIn(matrix, { column: column.key }))}
                link={policies(matrix, { lines: column.lines })}
              />
            ))}
            <OneCell visit={visit} label={t.total} cell={totalOf(cellsIn(matrix))} link={policies(matrix, {})} />
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function CompanyRow({ visit, matrix, company }: { visit: View; matrix: Matrix; company: GroupCompany }) {
  const t = groupPhrases(visit.language)
  const here = { company: company.id }
  return (
    <tr>
      <th scope="row" class={`level-${company.level}`}>
        {company.name}
      </th>
      {matrix.columns.map((column) => (
        <OneCell
          key={column.key}
          visit={visit}
          label={columnName(visit, column)}
          cell={matrix.cells.get(company.id)?.get(column.key)}
          link={policies(matrix, { ...here, lines: column.lines })}
        />
      ))}
      <OneCell visit={visit} label={t.total} cell={totalOf(cellsIn(matrix, here))} link={policies(matrix, here)} />
    </tr>
  )
}

function OneCell({ visit, label, cell, link }: { visit: View; label: string; cell: Cell | undefined; link: string | null }) {
  const t = groupPhrases(visit.language)
  if (!cell || cell.policies === 0)
    return (
      <td class="end none" data-l={label}>
        <span aria-hidden="true">–</span>
        <span class="vh">{t.none}</span>
      </td>
    )
  return (
    <td class="end" data-l={label}>
      <div>
        {link ? <a href={href(visit, link)}>{t.policies(cell.policies)}</a> : t.policies(cell.policies)}
        {Object.entries(cell.premiums).map(([currency, sum]) => (
          <div key={currency} class="small">
            {money(sum, currency)}
          </div>
        ))}
      </div>
    </td>
  )
}

// Exactly the policies of a cell. A filter takes only so many values; where a total of a large part would need more, it is no link.
const mostValues = 20

function policies(matrix: Matrix, { company, lines }: { company?: string; lines?: string[] }): string | null {
  const companies = company ? [company] : matrix.whole ? [] : matrix.companies.map(({ id }) => id)
  if (companies.length > mostValues || (lines ?? []).length > mostValues) return null
  const filters = { ...(companies.length > 0 && { company: companies.toSorted() }), ...(lines && { line: lines }) }
  return pathOf(policyList, { ...listState(policyList, {}), view: 'active', filters })
}
