import { href, type Visit } from '../../../platform/visit.ts'
import { recordPhrases } from '../../../records/record-phrases.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { claimPhrases } from '../phrases.ts'
import { progressPhrases } from '../progress-phrases.ts'
import type { Claim } from '../queries.ts'
import { type ClaimState, settableStates } from '../states.ts'

type View = Omit<Visit, 'db'>

export interface StateForm {
  id: string
  values: Record<string, string>
  errors: Record<string, string>
  /** Somebody else saved in between; the claim is as they left it. */
  conflict: boolean
}

/** «Stand ändern»: for the broker's people. */
export function statePage(visit: View, claim: Claim, form: StateForm) {
  const t = progressPhrases(visit.language)
  const c = claimPhrases(visit.language)
  const { values, errors } = form
  return portalPage(visit, {
    title: t.set_state,
    area: 'claims',
    crumbs: [
      { label: visit.brokerage.number },
      { label: c.title, href: href(visit, '/claims') },
      { label: claim.number, href: href(visit, `/claims/${claim.id}`) },
      { label: t.set_state },
    ],
    lead: t.set_lead,
    error: Object.keys(errors).length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {form.conflict && <Conflict visit={visit} claim={claim} values={values} />}
        <Facts
          rows={[
            [c.number, claim.number],
            [recordPhrases(visit.language).company, claim.company],
            [recordPhrases(visit.language).insurer, claim.insurer],
          ]}
        />
        <PostForm visit={visit as Visit} path={`/claims/${claim.id}/state`} class="form" dirty>
          <input type="hidden" name="_id" value={form.id} />
          <input type="hidden" name="version" value={String(claim.version)} />
          <SelectField
            name="state"
            label={t.state}
            options={settableStates.map((state) => ({ value: state, label: c[`state_${state}`] }))}
            value={values.state ?? ''}
            error={errors.state}
            size="medium"
          />
          <TextField
            name="insurer_number"
            label={c.insurer_number}
            hint={t.insurer_number_hint}
            value={values.insurer_number ?? ''}
            error={errors.insurer_number}
            maxlength={60}
            autocomplete="off"
            size="medium"
            optional
          />
          <TextArea
            name="question"
            label={t.question}
            hint={t.question_hint}
            value={values.question ?? ''}
            error={errors.question}
            rows={4}
            maxlength={8000}
            optional
          />
          <div class="row">
            <Button kind="primary">{t.save}</Button>
            <LinkButton href={href(visit, `/claims/${claim.id}`)}>{t.cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}

// Both values of what differs (security.md R5).
function Conflict({ visit, claim, values }: { visit: View; claim: Claim; values: Record<string, string> }) {
  const t = progressPhrases(visit.language)
  const c = claimPhrases(visit.language)
  const word = (state: string) => c[`state_${state as ClaimState}`] ?? state
  const rows = [
    { key: 'state', cells: [t.state, word(values.state ?? ''), word(claim.state)] },
    { key: 'insurer_number', cells: [c.insurer_number, values.insurer_number || '–', claim.insurer_number || '–'] },
  ].filter(({ cells }) => cells[1] !== cells[2])
  return (
    <>
      <Note kind="warn" title={t.conflict_title}>
        <p>{t.conflict_text}</p>
      </Note>
      {rows.length > 0 && (
        <DataTable
          caption={t.conflict_title}
          columns={[
            { key: 'field', label: t.conflict_field },
            { key: 'yours', label: t.conflict_yours },
            { key: 'now', label: t.conflict_now },
          ]}
          rows={rows}
        />
      )}
    </>
  )
}
