import { href } from '../platform/visit.ts'
import { Button, LinkButton } from '../ui/components/Button.tsx'
import { Checkbox } from '../ui/components/Checkbox.tsx'
import { SelectField } from '../ui/components/SelectField.tsx'
import { DateField, TextField } from '../ui/components/TextField.tsx'
import { uiPhrases } from '../ui/phrases.ts'
import type { ListProps } from './list.tsx'
import type { ChoiceFilter, RangeFilter } from './list-description.ts'
import { filtersFor, isChoice, isRange, rangeOf, rangeText } from './list-filters.ts'
import { listPhrases } from './list-phrases.ts'
import { listHref } from './list-state.ts'

// Up to so many options all stand in sight, to tick several; more are folded into a list to choose one of.
const inSight = 8

/** The filters of a list, inside its form. Opened by a link, so that options are read only when somebody wants to choose. */
export function FilterPanel<Row>(props: ListProps<Row>) {
  const { visit, list, state } = props
  const t = uiPhrases(visit.language)
  return (
    <div class="filter-panel" id="filters">
      <div class="filters">
        {filtersFor(visit, list).map((filter) =>
          isRange(filter) ? (
            <RangeFields key={filter.key} {...props} filter={filter} />
          ) : isChoice(filter) ? (
            <Choices key={filter.key} {...props} filter={filter} />
          ) : (
            <TextField
              key={filter.key}
              name={`f.${filter.key}`}
              label={filter.label(visit.language)}
              value={state.filters?.[filter.key]?.[0] ?? ''}
            />
          ),
        )}
      </div>
      <div class="actions">
        <Button kind="primary">{t.apply}</Button>
        <LinkButton href={href(visit, listHref(list, state, { filters: {} }))} kind="quiet" inRegion>
          {t.clearFilters}
        </LinkButton>
      </div>
    </div>
  )
}

function Choices<Row>({ visit, state, result, filter }: ListProps<Row> & { filter: ChoiceFilter }) {
  const t = listPhrases(visit.language)
  const options = result.around?.filters.options[filter.key] ?? []
  const chosen = state.filters?.[filter.key] ?? []
  const label = filter.label(visit.language)
  const name = `f.${filter.key}`
  if (options.length > inSight) {
    const any = { value: '', label: t.any }
    // Several can be active through an address; the list shows the first, and the others stay until it is changed.
    return <SelectField name={name} label={label} options={[any, ...options]} value={chosen[0] ?? ''} />
  }
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.length === 0 && <p class="muted small">{t.nothing_to_choose}</p>}
      {options.map((option) => (
        <Checkbox
          key={option.value}
          name={name}
          value={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
        />
      ))}
    </fieldset>
  )
}

function RangeFields<Row>({ visit, state, filter }: ListProps<Row> & { filter: RangeFilter }) {
  const t = listPhrases(visit.language)
  const { from, to } = rangeOf(filter, state.filters)
  const Input = filter.kind === 'date-range' ? DateField : TextField
  const inputmode = filter.kind === 'date-range' ? {} : ({ inputmode: 'decimal' } as const)
  return (
    <fieldset>
      <legend>{filter.label(visit.language)}</legend>
      <div class="ends">
        <Input name={`f.${filter.key}.from`} label={t.from} value={rangeText(filter, from)} {...inputmode} />
        <Input name={`f.${filter.key}.to`} label={t.to} value={rangeText(filter, to)} hint="" {...inputmode} />
      </div>
    </fieldset>
  )
}
