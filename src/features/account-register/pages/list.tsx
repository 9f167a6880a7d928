import { href, type Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { listPage } from '../../house/list-page.tsx'
import { OpenRequests } from '../../portal-accounts/open-requests.tsx'
import type { RoleRequest } from '../../portal-accounts/queries.ts'
import { accountList } from '../list.tsx'
import { registerPhrases } from '../phrases.ts'
import type { AccountRow } from '../queries.ts'

interface Props {
  state: ListState
  result: ListResult<AccountRow>
  /** What User Managers could not grant themselves. */
  requests: RoleRequest[]
  /** Companies without a User Manager. */
  without: number
  done?: string | null | undefined
}

/** The register of all portal accounts, and on top what wants somebody: requests that wait, companies nobody looks after. */
export function registerPage(visit: Omit<Visit, 'db'>, { state, result, requests, without, done }: Props) {
  const t = registerPhrases(visit.language)
  const above = (requests.length > 0 || without > 0) && (
    <>
      {without > 0 && (
        <Note
          kind="warn"
          announce={false}
          action={<LinkButton href={href(visit, '/companies?v=without')}>{t.show_them}</LinkButton>}
        >
          <p>{t.without(without)}</p>
        </Note>
      )}
      {requests.length > 0 && (
        <Card title={t.requests} id="requests">
          <OpenRequests visit={visit} requests={requests} />
        </Card>
      )}
    </>
  )
  return listPage(visit, { list: accountList, state, result, above, done })
}
