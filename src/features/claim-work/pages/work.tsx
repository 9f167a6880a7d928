import { money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { claimPhrases } from '../../claims/phrases.ts'
import type { Claim } from '../../claims/queries.ts'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { claimWorkPhrases } from '../phrases.ts'
import type { Handling, Payment } from '../queries.ts'

export interface WorkForm {
  id: string
  handling: Handling
  payments: Payment[]
  values: Record<string, string>
  errors: Record<string, string>
  conflict: boolean
  done: string | null
}

type View = Omit<Visit, 'db'>

/** Who handles the claim at the insurer, the reserve, what was paid: for the broker's people. */
export function workPage(visit: View, claim: Claim, form: WorkForm) {
  const t = claimWorkPhrases(visit.language)
  const c = claimPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'claims',
    crumbs: [
      { label: visit.brokerage.number },
      { label: c.title, href: href(visit, '/claims') },
      { label: claim.number, href: href(visit, `/claims/${claim.id}`) },
      { label: t.title },
    ],
    lead: `${claim.company} · ${claim.number}`,
    actions: (
      <LinkButton href={href(visit, `/claims/${claim.id}/state`)} icon="pencil">
        {t.to_state}
      </LinkButton>
    ),
    done: form.done,
    error: Object.keys(form.errors).length > 0 || form.conflict,
    children: (
      <div class="stack">
        <ErrorSummary errors={Object.entries(form.errors).map(([field, message]) => ({ field, message }))} />
        {form.conflict && (
          <Note kind="warn" title={t.conflict_title}>
            <p>
              {t.conflict_text(
                form.handling.insurer_contact ?? '–',
                money(form.handling.reserve) || '–',
                money(form.handling.paid) || '–',
              )}
            </p>
          </Note>
        )}
        <HandlingCard visit={visit} claim={claim} form={form} />
        <PaymentsCard visit={visit} claim={claim} form={form} />
      </div>
    ),
  })
}

type Part = { visit: View; claim: Claim; form: WorkForm }

function HandlingCard({ visit, claim, form: { handling, values, errors } }: Part) {
  const t = claimWorkPhrases(visit.language)
  const field = (name: 'insurer_contact' | 'insurer_phone' | 'insurer_email', maxlength: number) => (
    <TextField
      name={name}
      label={t[name]}
      value={values[name] ?? ''}
      error={errors[name]}
      maxlength={maxlength}
      autocomplete="off"
      optional
    />
  )
  return (
    <Card id="handling" title={t.handling}>
      <PostForm visit={visit as Visit} path={`/claims/${claim.id}/work`} class="form" dirty>
        <input type="hidden" name="version" value={String(handling.version)} />
        {field('insurer_contact', 120)}
        {field('insurer_phone', 40)}
        {field('insurer_email', 254)}
        <TextField
          name="reserve"
          label={claimPhrases(visit.language).reserve}
          hint={t.reserve_hint}
          value={values.reserve ?? ''}
          error={errors.reserve}
          inputmode="decimal"
          size="medium"
          maxlength={30}
          autocomplete="off"
          optional
        />
        <div class="row">
          <Button kind="primary">{t.save}</Button>
        </div>
      </PostForm>
    </Card>
  )
}

function PaymentsCard({ visit, claim, form: { id, handling, payments, values, errors } }: Part) {
  const t = claimWorkPhrases(visit.language)
  const currency = claim.currency ?? undefined
  return (
    <Card id="payments" title={t.payments}>
      <div class="stack">
        <p>{t.paid_in_all(money(handling.paid, currency) || '–')}</p>
        {payments.length > 0 && (
          <DataTable
            caption={t.payments}
            columns={[
              { key: 'day', label: t.paid_on, nowrap: true },
              { key: 'kind', label: t.kind },
              { key: 'payee', label: t.payee },
              { key: 'amount', label: t.amount, align: 'end', nowrap: true },
            ]}
            rows={payments.map((one) => ({
              key: one.id,
              cells: [
                shortDate(one.paid_on),
                one.kind === 'refund' ? t.refund : t.payment,
                one.payee ?? '',
                money(one.kind === 'refund' ? `-${one.amount}` : one.amount, currency),
              ],
            }))}
          />
        )}
        <PostForm visit={visit as Visit} path={`/claims/${claim.id}/payments`} class="form" dirty>
          <input type="hidden" name="_id" value={id} />
          <input type="hidden" name="version" value={String(handling.version)} />
          <SelectField
            name="kind"
            label={t.kind}
            options={[
              { value: 'payment', label: t.payment },
              { value: 'refund', label: t.refund },
            ]}
            value={values.kind ?? 'payment'}
            size="medium"
          />
          <DateField name="paid_on" label={t.paid_on} value={values.paid_on ?? ''} error={errors.paid_on} required />
          <TextField
            name="amount"
            label={t.amount}
            value={values.amount ?? ''}
            error={errors.amount}
            inputmode="decimal"
            size="medium"
            maxlength={30}
            autocomplete="off"
            required
          />
          <TextField
            name="payee"
            label={t.payee}
            value={values.payee ?? ''}
            error={errors.payee}
            maxlength={120}
            autocomplete="off"
            optional
          />
          <div class="row">
            <Button icon="plus">{t.add}</Button>
          </div>
        </PostForm>
      </div>
    </Card>
  )
}
