import { href, type Visit } from '../../platform/visit.ts'
import { rolePhrases } from '../../records/roles.ts'
import { Button } from '../../ui/components/Button.tsx'
import { PostForm } from '../house/form.tsx'
import { mayDecide } from './access.ts'
import { day } from './days.ts'
import { accountPhrases } from './phrases.ts'
import type { RoleRequest } from './queries.ts'

/** What waits for a second person, each with its two buttons for whoever may be that person. */
export function OpenRequests({ visit, requests }: { visit: Omit<Visit, 'db'>; requests: RoleRequest[] }) {
  const t = accountPhrases(visit.language)
  const names = rolePhrases(visit.language)
  return (
    <ul class="plain-list stack">
      {requests.map((request) => (
        <li key={request.id}>
          <p>
            <a href={href(visit, `/contacts/${request.contact_id}`)}>{t.request_line(names[request.role], request.person)}</a>
            {visit.actor.kind === 'staff' && ` · ${request.company}`}
          </p>
          <p class="hint">{t.request_from(request.requested_by, day(request.requested_at), day(request.expires_at))}</p>
          {request.reason && <p class="hint">{request.reason}</p>}
          {mayDecide(visit.actor, request) ? (
            <div class="row">
              <PostForm visit={visit as Visit} path={`/role-requests/${request.id}/approval`}>
                <Button kind="primary">{t.approve}</Button>
              </PostForm>
              <PostForm visit={visit as Visit} path={`/role-requests/${request.id}/rejection`}>
                <Button>{t.reject}</Button>
              </PostForm>
            </div>
          ) : (
            <p class="hint">{t.somebody_else_decides}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
