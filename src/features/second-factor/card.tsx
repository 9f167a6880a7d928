import { dateTime, shortDate } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Button, LinkButton } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { PostForm } from '../house/form.tsx'
import type { OwnFactors } from './own.ts'
import { passkeysHere } from './passkeys.ts'
import { secondFactorPhrases } from './phrases.ts'

/** The profile's card: which second factors there are, and how many recovery codes are left. */
export function FactorsCard({ visit, second }: { visit: Omit<Visit, 'db'>; second: OwnFactors }) {
  const t = secondFactorPhrases(visit.language)
  const { factors, codesLeft, required } = second
  const hasApp = factors.some(({ kind }) => kind === 'app')
  return (
    <Card id="second-factor" title={t.card}>
      <p>{factors.length === 0 ? t.card_none : t.card_some}</p>
      {required && factors.length > 0 && <p class="hint">{t.card_required}</p>}
      {factors.length > 0 && (
        <ul class="plain-list devices">
          {factors.map((factor) => {
            const name = factor.kind === 'app' ? t.app : factor.name
            return (
              <li key={factor.id}>
                <div>
                  <p>
                    <strong>{name}</strong>
                  </p>
                  <p class="small muted">
                    {[
                      factor.kind === 'passkey' && t.passkey,
                      t.added(shortDate(factor.created_at.toISOString())),
                      factor.last_used_at && t.used(dateTime(factor.last_used_at)),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </p>
                </div>
                {!(required && factors.length === 1) && (
                  <PostForm visit={visit as Visit} path={`/profile/second-factor/${factor.id}/removal`}>
                    <Button>
                      {t.remove}
                      <span class="vh">: {name}</span>
                    </Button>
                  </PostForm>
                )}
              </li>
            )
          })}
          <li>
            <div>
              <p>
                <strong>{t.codes}</strong>
              </p>
              <p class="small muted">{t.codes_left(codesLeft)}</p>
            </div>
            <PostForm visit={visit as Visit} path="/profile/second-factor/codes">
              <Button>{t.make_codes}</Button>
            </PostForm>
          </li>
        </ul>
      )}
      <div class="row top-gap">
        <LinkButton href={href(visit, '/profile/second-factor/app')}>{hasApp ? t.replace_app : t.add_app}</LinkButton>
        {passkeysHere(visit) && (
          <span class="js-only">
            <LinkButton href={href(visit, '/profile/second-factor/passkey')}>{t.add_passkey}</LinkButton>
          </span>
        )}
      </div>
    </Card>
  )
}
