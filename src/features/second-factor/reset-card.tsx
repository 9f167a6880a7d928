import { shortDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { TextField } from '../../ui/components/TextField.tsx'
import { PostForm } from '../house/form.tsx'
import type { ResetFacts } from './reset-facts.ts'
import { resetPhrases } from './reset-phrases.ts'

/** On a contact's page: that there is a second factor, and what to do when it is lost. */
export function ResetCard({ visit, contactId, facts }: { visit: Omit<Visit, 'db'>; contactId: string; facts: ResetFacts }) {
  const t = resetPhrases(visit.language)
  const { factors, pending, may, decides } = facts
  const broker = may === null && !pending && visit.actor.kind === 'customer'
  return (
    <Card id="second-factor" title={t.title}>
      <div class="stack">
        <p>{factors[0] ? t.has(shortDate(factors[0].created_at.toISOString())) : t.none}</p>
        {pending && (
          <>
            <p>{t.pending(pending.asked_by, shortDate(pending.asked_at.toISOString()))}</p>
            <p class="muted">{pending.reason}</p>
            {decides ? (
              <div class="row">
                <PostForm visit={visit as Visit} path={`/second-factor-resets/${pending.id}/approval`}>
                  <Button kind="danger">{t.approve}</Button>
                </PostForm>
                <PostForm visit={visit as Visit} path={`/second-factor-resets/${pending.id}/rejection`}>
                  <Button>{t.reject}</Button>
                </PostForm>
              </div>
            ) : (
              <p class="hint">{t.waits}</p>
            )}
          </>
        )}
        {may && factors.length > 0 && !pending && (
          <PostForm visit={visit as Visit} path={`/contacts/${contactId}/second-factor/reset`} class="form">
            <p>{may === 'reset' ? t.text_reset : t.text_ask}</p>
            <TextField name="factor_reason" label={t.reason} hint={t.reason_hint} value="" maxlength={400} required />
            <Button kind={may === 'reset' ? 'danger' : 'plain'}>{may === 'reset' ? t.reset : t.ask}</Button>
          </PostForm>
        )}
        {broker && <p class="hint">{t.text_broker}</p>}
      </div>
    </Card>
  )
}
