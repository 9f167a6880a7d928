import { dateTime, shortDate } from '../../../platform/format.ts'
import { showPhone } from '../../../platform/phone.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { ConflictNote } from '../../house/conflict.tsx'
import { PostForm } from '../../house/form.tsx'
import { resetPhrases } from '../../second-factor/reset-phrases.ts'
import { settingsFrame } from '../../settings/frame.tsx'
import { mayChangeFunction, mayEnterAbsence, mayManageStaff } from '../access.ts'
import { changedFields, functions } from '../input.ts'
import { staffPhrases } from '../phrases.ts'
import { type Absence, type HouseEvent, nameOf, type StaffAccess, type StaffMember } from '../queries.ts'
import { HouseHistory } from './history.tsx'
import { staffSection, stateKinds } from './list.tsx'
import { FunctionField } from './new.tsx'

type View = Omit<Visit, 'db'>

export interface MemberPage {
  member: StaffMember
  access: StaffAccess
  absences: Absence[]
  standsInFor: string[]
  /** Who can stand in or take over. */
  others: { value: string; label: string }[]
  happened: HouseEvent[]
  /** The id an absence will have. */
  absenceId: string
  version: number
  values: Record<(typeof changedFields)[number], string>
  absence: { deputy: string; from_on: string; until_on: string }
  errors: Record<string, string>
  refused: string | null
  /** Somebody saved in between: what was typed stands in `values`. */
  conflict: boolean
  done?: string | null | undefined
}

/** One member of staff: details, how they get in, absences, leaving, what happened. */
export function memberPage(visit: View, content: MemberPage) {
  const { member, errors, refused, conflict, done, standsInFor } = content
  const t = staffPhrases(visit.language)
  const manages = mayManageStaff(visit.actor)
  return settingsFrame(visit, {
    section: staffSection,
    title: nameOf(member),
    badge: <Badge kind={stateKinds[member.state]}>{t[`state_${member.state}`]}</Badge>,
    lead: standsInFor.length > 0 ? t.stands_in(standsInFor.join(', ')) : undefined,
    done,
    error: refused !== null || conflict || Object.keys(errors).length > 0,
    children: (
      <div class="stack">
        {refused && (
          <Note kind="bad">
            <p>{refused}</p>
          </Note>
        )}
        {conflict && <ConflictNote visit={visit} differences={differences(visit, content)} />}
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <div class="split wide-first">
          <div class="stack">
            <Card title={t.person} id="person">
              {manages ? <Details visit={visit} content={content} /> : <Known visit={visit} member={member} />}
            </Card>
            <Absences visit={visit} content={content} />
          </div>
          <div class="stack">
            <AccessCard visit={visit} content={content} />
            {mayChangeFunction(visit.actor, member.id) && content.access.factors > 0 && (
              <LostFactor visit={visit} content={content} />
            )}
            {mayChangeFunction(visit.actor, member.id) && <Leaving visit={visit} content={content} />}
            <HouseHistory visit={visit} happened={content.happened} />
          </div>
        </div>
      </div>
    ),
  })
}

function differences(visit: View, { member, values }: MemberPage) {
  const t = staffPhrases(visit.language)
  const now = typedMember(member)
  const shown = (field: string, value: string) =>
    field === 'function' ? t[functions.find((one) => one === value) ?? 'account_manager'] : value
  return changedFields
    .filter((field) => values[field] !== now[field])
    .map((field) => ({ field: t[field], yours: shown(field, values[field]), theirs: shown(field, now[field]) }))
}

/** What the form shows of a member. */
export function typedMember(member: StaffMember): MemberPage['values'] {
  const { first_name, last_name, phone } = member
  return { first_name, last_name, phone: showPhone(phone), function: member.function }
}

function Details({ visit, content: { member, version, values, errors } }: { visit: View; content: MemberPage }) {
  const t = staffPhrases(visit.language)
  const own = !mayChangeFunction(visit.actor, member.id)
  return (
    <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}`} class="form">
      <input type="hidden" name="version" value={version} />
      <TextField
        name="first_name"
        label={t.first_name}
        value={values.first_name}
        error={errors.first_name}
        maxlength={80}
        optional
      />
      <TextField name="last_name" label={t.last_name} value={values.last_name} error={errors.last_name} maxlength={80} />
      <TextField
        name="phone"
        label={t.phone}
        value={values.phone}
        error={errors.phone}
        type="tel"
        inputmode="tel"
        maxlength={40}
        optional
      />
      {own ? (
        <>
          <input type="hidden" name="function" value={member.function} />
          <p>
            {t.function}: <strong>{t[member.function]}</strong>
          </p>
          <p class="hint">{t.own_function}</p>
        </>
      ) : (
        <FunctionField visit={visit} value={values.function} error={errors.function} />
      )}
      <div class="row">
        <Button kind="primary">{t.save}</Button>
      </div>
    </PostForm>
  )
}

function Known({ visit, member }: { visit: View; member: StaffMember }) {
  const t = staffPhrases(visit.language)
  return (
    <Facts
      rows={[
        [t.function, t[member.function]],
        [t.phone, showPhone(member.phone)],
      ]}
    />
  )
}

function AccessCard({ visit, content: { member, access } }: { visit: View; content: MemberPage }) {
  const t = staffPhrases(visit.language)
  const manages = mayManageStaff(visit.actor)
  const invitable = manages && (member.state === 'invited' || member.state === 'none')
  return (
    <Card title={t.state} id="access">
      <Facts
        rows={[
          [t.email, <a href={`mailto:${member.email}`}>{member.email}</a>],
          [t.teams, member.teams],
          [
            t.companies,
            member.companies > 0 && <a href={href(visit, `/companies?f.manager=${member.id}`)}>{member.companies}</a>,
          ],
          [t.second_factor, access.factors > 0 ? t.factor_yes : t.factor_no],
          ...(manages
            ? ([
                [t.last_seen, access.last_seen && dateTime(access.last_seen)],
                [t.open_sessions, String(access.sessions)],
              ] as [string, string | null][])
            : []),
        ]}
      />
      {manages && member.state === 'none' && <p class="hint">{t.no_access_text}</p>}
      <div class="row">
        {invitable && (
          <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}/invitation`}>
            <Button icon="send">{member.state === 'none' ? t.send_invitation : t.invite_again}</Button>
          </PostForm>
        )}
        {mayChangeFunction(visit.actor, member.id) && access.sessions > 0 && (
          <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}/sessions/end`}>
            <Button icon="log-out">{t.end_sessions}</Button>
          </PostForm>
        )}
      </div>
    </Card>
  )
}

function LostFactor({ visit, content: { member, errors } }: { visit: View; content: MemberPage }) {
  const t = resetPhrases(visit.language)
  return (
    <Card title={t.title} id="second-factor">
      <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}/second-factor/reset`} class="form">
        <p>{t.text_staff}</p>
        <TextField
          name="factor_reason"
          label={t.reason}
          hint={t.reason_hint}
          value=""
          error={errors.factor_reason}
          maxlength={400}
          required
        />
        <div class="row">
          <Button kind="danger">{t.reset}</Button>
        </div>
      </PostForm>
    </Card>
  )
}

function Leaving({ visit, content: { member, others } }: { visit: View; content: MemberPage }) {
  const t = staffPhrases(visit.language)
  if (member.state === 'left')
    return (
      <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}/return`}>
        <Button icon="undo-2">{t.take_on_again}</Button>
      </PostForm>
    )
  return (
    <Card title={t.leave_title} id="leaving">
      <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}/departure`} class="form">
        <p>{t.leave_text}</p>
        {member.companies > 0 && (
          <SelectField
            name="successor"
            label={t.successor(member.companies)}
            value=""
            options={[{ value: '', label: t.nobody_yet }, ...others]}
          />
        )}
        <div class="row">
          <Button kind="danger">{t.leave}</Button>
        </div>
      </PostForm>
    </Card>
  )
}

function Absences({ visit, content }: { visit: View; content: MemberPage }) {
  const t = staffPhrases(visit.language)
  const { member, absences, absence, others, errors } = content
  const may = mayEnterAbsence(visit.actor, member.id)
  return (
    <Card title={t.absences} id="absences">
      <div class="stack">
        <p class="muted">{t.absences_text}</p>
        {absences.length === 0 ? (
          <p>{t.no_absences}</p>
        ) : (
          <ul class="plain-list row-list">
            {absences.map((one) => (
              <li key={one.id}>
                <div>
                  {shortDate(one.from_on)} – {shortDate(one.until_on)}{' '}
                  <Badge kind={one.when === 'now' ? 'info' : undefined}>{t[`when_${one.when}`]}</Badge>
                  <p class="small muted">
                    {t.deputy}: {`${one.first_name} ${one.last_name}`.trim()}
                  </p>
                </div>
                {may && one.when !== 'over' && (
                  <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}/absences/${one.id}/cancellation`}>
                    <Button icon="x">{t.call_off}</Button>
                  </PostForm>
                )}
              </li>
            ))}
          </ul>
        )}
        {may && member.state !== 'left' && (
          <PostForm visit={visit as Visit} path={`/settings/staff/${member.id}/absences`} class="form">
            <input type="hidden" name="_id" value={content.absenceId} />
            <DateField name="from_on" label={t.from_on} value={absence.from_on} error={errors.from_on} maxlength={20} />
            <DateField name="until_on" label={t.until_on} value={absence.until_on} error={errors.until_on} maxlength={20} />
            <SelectField
              name="deputy"
              label={t.deputy}
              value={absence.deputy}
              error={errors.deputy}
              options={[{ value: '', label: t.choose }, ...others]}
            />
            <div class="row">
              <Button>{t.enter_absence}</Button>
            </div>
          </PostForm>
        )}
      </div>
    </Card>
  )
}
