import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { settingsFrame } from '../../settings/frame.tsx'
import { mayManageStaff } from '../access.ts'
import { staffPhrases } from '../phrases.ts'
import type { HouseEvent, Team } from '../queries.ts'
import { HouseHistory } from './history.tsx'
import { staffSection } from './list.tsx'

export interface TeamForm {
  /** Null for a new one, which has `id` already. */
  team: Team | null
  id: string
  version: number
  name: string
  members: string[]
  people: { value: string; label: string }[]
  happened: HouseEvent[]
  errors: Record<string, string>
  refused: string | null
  /** Somebody saved in between. */
  conflict: boolean
}

/** A team: its name and who belongs to it. */
export function teamPage(visit: Omit<Visit, 'db'>, form: TeamForm) {
  const t = staffPhrases(visit.language)
  const { team, errors, refused, conflict } = form
  return settingsFrame(visit, {
    section: staffSection,
    title: team?.name ?? t.team_new,
    lead: t.team_lead,
    error: refused !== null || conflict || Object.keys(errors).length > 0,
    children: (
      <div class="stack">
        {refused && (
          <Note kind="bad">
            <p>{refused}</p>
          </Note>
        )}
        {conflict && (
          <Note kind="warn">
            <p>{t.team_changed_meanwhile}</p>
            <p>{t.team_now(`${team!.name} – ${team!.members.map(({ name }) => name).join(', ') || t.nobody_in_team}`)}</p>
          </Note>
        )}
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {mayManageStaff(visit.actor) ? (
          <Fields visit={visit} form={form} />
        ) : (
          <p>{team?.members.map(({ name }) => name).join(', ') || t.nobody_in_team}</p>
        )}
        {team && mayManageStaff(visit.actor) && (
          <PostForm visit={visit as Visit} path={`/settings/teams/${team.id}/dissolution`}>
            <Button icon="trash-2">{t.dissolve}</Button>
          </PostForm>
        )}
        {team && <HouseHistory visit={visit} happened={form.happened} />}
      </div>
    ),
  })
}

function Fields({ visit, form }: { visit: Omit<Visit, 'db'>; form: TeamForm }) {
  const t = staffPhrases(visit.language)
  const { team, id, version, name, members, people, errors } = form
  return (
    <PostForm visit={visit as Visit} path={team ? `/settings/teams/${id}` : '/settings/teams/new'} class="form">
      {team ? <input type="hidden" name="version" value={version} /> : <input type="hidden" name="_id" value={id} />}
      <TextField name="name" label={t.team_name} value={name} error={errors.name} maxlength={80} autocomplete="off" />
      <fieldset>
        <legend>{t.team_members}</legend>
        {people.map(({ value, label }) => (
          <Checkbox key={value} name="members" value={value} label={label} checked={members.includes(value)} />
        ))}
      </fieldset>
      <div class="row">
        <Button kind="primary">{t.save}</Button>
        <LinkButton href={href(visit, '/settings/staff')}>{t.cancel}</LinkButton>
      </div>
    </PostForm>
  )
}
