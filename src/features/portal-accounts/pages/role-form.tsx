import type { Visit } from '../../../platform/visit.ts'
import { type AssignableRole, assignableRoles, rolePhrases, sensitiveRoles, specialRoles } from '../../../records/roles.ts'
import { CheckMatrix, type MatrixRow } from '../../../ui/components/CheckMatrix.tsx'
import { controlAttributes, FieldError } from '../../../ui/components/Field.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { isOwn, mayAssign } from '../access.ts'
import { day, lastDay } from '../days.ts'
import { accountPhrases } from '../phrases.ts'
import type { Opens } from '../preview.ts'
import { previewPhrases } from '../preview-phrases.ts'
import type { Account, Grant, RoleRequest } from '../queries.ts'

type View = Omit<Visit, 'db'>

/** What the boxes show: the roles held, or what was ticked before the form came back. */
export interface RoleFields {
  roles: readonly string[]
  until: Record<string, string>
  reason: string
  /** By field, as sentences. */
  errors: Record<string, string>
  /** The boxes hold a selection that was not applied. */
  returned?: boolean
}

export interface RoleFacts {
  account: Account | null
  rules: { assignable_roles: string[] | null; four_eyes: boolean }
  grants: Grant[]
  requests: RoleRequest[]
  /** Nobody else at the company is an active User Manager. */
  lastUserManager: boolean
  /** «Gibt frei», by role; none for who may not change roles. */
  opens: Partial<Record<AssignableRole, Opens>>
}

/** The fields of a form that was not sent yet. */
export function heldFields(grants: Grant[]): RoleFields {
  return {
    roles: grants.map((grant) => grant.role),
    until: Object.fromEntries(grants.map((grant) => [grant.role, lastDay(grant.valid_until)])),
    reason: '',
    errors: {},
  }
}

/** The matrix of roles (interface W8): the eight of the manual, the far-reaching ones apart, Customers only mentioned. */
export function RoleMatrix({ visit, facts, fields }: { visit: View; facts: RoleFacts; fields: RoleFields }) {
  const t = accountPhrases(visit.language)
  const names = rolePhrases(visit.language)
  const own = facts.account !== null && isOwn(visit.actor, facts.account)
  const row = (role: AssignableRole) => matrixRow(visit, facts, fields, role, own)
  return (
    <>
      {own && (
        <Note kind="info" announce={false}>
          <p>{t.own_account}</p>
        </Note>
      )}
      <CheckMatrix legend={t.roles} rows={assignableRoles.filter((role) => !specialRoles.includes(role)).map(row)} />
      <CheckMatrix
        legend={t.special}
        hint={t.special_hint}
        rows={assignableRoles.filter((role) => specialRoles.includes(role)).map(row)}
      />
      <p class="hint">
        {names.customer} ({t.automatic}): {names.customer_hint}
      </p>
      {(fields.reason || fields.errors.reason) && (
        <TextField
          name="reason"
          label={t.reason}
          hint={t.reason_hint}
          value={fields.reason}
          error={fields.errors.reason}
          maxlength={400}
          optional
        />
      )}
    </>
  )
}

function matrixRow(visit: View, facts: RoleFacts, fields: RoleFields, role: AssignableRole, own: boolean): MatrixRow {
  const names = rolePhrases(visit.language)
  const grant = facts.grants.find((one) => one.role === role)
  const locked = !mayAssign(visit.actor, role, facts.rules.assignable_roles) || (own && grant !== undefined)
  return {
    name: 'roles',
    value: role,
    label: names[role],
    hint: names[`${role}_hint`],
    checked: fields.roles.includes(role),
    disabled: locked,
    note: <RowNotes visit={visit} facts={facts} role={role} own={own} grant={grant} />,
    extra: locked ? <Kept role={role} grant={grant} visit={visit} /> : <Until visit={visit} role={role} fields={fields} />,
  }
}

// A box that cannot be changed is not sent by the browser; what it stands for is, so that leaving it out means taking it away.
function Kept({ visit, role, grant }: { visit: View; role: AssignableRole; grant: Grant | undefined }) {
  if (!grant) return null
  const day = lastDay(grant.valid_until)
  return (
    <>
      <input type="hidden" name="roles" value={role} />
      {day && <input type="hidden" name={`until_${role}`} value={day} />}
      {day && accountPhrases(visit.language).ends(day)}
    </>
  )
}

// Eight fields of one label: whoever hears the page is told which role each belongs to.
function Until({ visit, role, fields }: { visit: View; role: AssignableRole; fields: RoleFields }) {
  const name = `until_${role}`
  const error = fields.errors[name]
  return (
    <div class={`field${error ? ' wrong' : ''}`}>
      <label for={`f-${name}`}>
        {accountPhrases(visit.language).until}
        <span class="vh">: {rolePhrases(visit.language)[role]}</span>
      </label>
      {error && <FieldError name={name} message={error} />}
      <input
        {...controlAttributes({ name, label: '', error })}
        class="input short"
        value={fields.until[role] ?? ''}
        inputmode="decimal"
        autocomplete="off"
        maxlength={20}
      />
    </div>
  )
}

interface NotesProps {
  visit: View
  facts: RoleFacts
  role: AssignableRole
  own: boolean
  grant: Grant | undefined
}

function RowNotes({ visit, facts, role, own, grant }: NotesProps) {
  const t = accountPhrases(visit.language)
  const request = facts.requests.find((one) => one.role === role)
  const assignable = mayAssign(visit.actor, role, facts.rules.assignable_roles)
  const opens = facts.opens[role]
  const p = previewPhrases(visit.language)
  const notes = [
    opens && (role === 'group_manager' ? p.opens_below : p.opens)(opens.policies, opens.documents),
    !assignable && t.not_assignable_note,
    assignable && own && grant && t.own_held,
    assignable && !own && !grant && facts.rules.four_eyes && sensitiveRoles.includes(role) && t.needs_second,
    grant && `${t.granted(grant.granted_by, day(grant.valid_from))}${grant.approved_by ? t.approved_by(grant.approved_by) : ''}`,
    grant?.reason,
    request && t.waiting(request.requested_by, day(request.requested_at)),
    grant && role === 'user_manager' && facts.lastUserManager && t.last_user_manager_note,
    grant && role === 'user_manager' && facts.lastUserManager && visit.actor.kind === 'staff' && t.last_user_manager_staff,
  ].filter((note): note is string => typeof note === 'string')
  if (notes.length === 0) return null
  return (
    <>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  )
}

/** The roles of an account for whoever may look but not change. */
export function RoleList({ visit, grants }: { visit: View; grants: Grant[] }) {
  const t = accountPhrases(visit.language)
  const names = rolePhrases(visit.language)
  if (grants.length === 0) return <p>{t.no_roles}</p>
  return (
    <ul>
      {assignableRoles
        .map((role) => grants.find((grant) => grant.role === role))
        .filter((grant) => grant !== undefined)
        .map((grant) => (
          <li key={grant.role}>
            {names[grant.role]}
            {grant.valid_until && ` (${t.ends(lastDay(grant.valid_until))})`}
          </li>
        ))}
    </ul>
  )
}
