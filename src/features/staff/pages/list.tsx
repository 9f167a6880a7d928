import { shortDate } from '../../../platform/format.ts'
import { showPhone } from '../../../platform/phone.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge, type BadgeKind } from '../../../ui/components/Badge.tsx'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Radios } from '../../../ui/components/Checkbox.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { RowList } from '../../../ui/components/RowList.tsx'
import { PostForm } from '../../house/form.tsx'
import { settingsFrame } from '../../settings/frame.tsx'
import { settingsPhrases } from '../../settings/phrases.ts'
import { mayManageStaff } from '../access.ts'
import { staffPhrases } from '../phrases.ts'
import { nameOf, type StaffMember, type StaffState, type Team } from '../queries.ts'

type View = Omit<Visit, 'db'>

export const staffSection = { key: 'staff', path: '/settings/staff' } as const
export const stateKinds: Record<StaffState, BadgeKind | undefined> = {
  active: 'ok',
  invited: 'info',
  none: undefined,
  left: 'bad',
}

interface Props {
  members: StaffMember[]
  teams: Team[]
  scope: 'team' | 'all'
  done?: string | null | undefined
}

/** The people of the brokerage, its teams, and whose companies they see (interface B11). */
export function staffListPage(visit: View, { members, teams, scope, done }: Props) {
  const t = staffPhrases(visit.language)
  const manages = mayManageStaff(visit.actor)
  return settingsFrame(visit, {
    section: staffSection,
    lead: t.lead,
    done,
    actions: manages && (
      <LinkButton href={href(visit, '/settings/staff/new')} icon="user-plus" kind="primary" shortcut="n">
        {t.invite}
      </LinkButton>
    ),
    children: (
      <div class="stack">
        <Card title={settingsPhrases(visit.language).staff} id="staff" flush>
          <People visit={visit} members={members} />
        </Card>
        <div class="split wide-first">
          <Teams visit={visit} teams={teams} manages={manages} />
          <Scope visit={visit} scope={scope} manages={manages} />
        </div>
      </div>
    ),
  })
}

function People({ visit, members }: { visit: View; members: StaffMember[] }) {
  const t = staffPhrases(visit.language)
  return (
    <DataTable
      // Not the card's own name: two parts of a page called the same cannot be told apart.
      caption={`${settingsPhrases(visit.language).staff} – ${t.function}`}
      columns={[
        { key: 'name', label: t.name },
        { key: 'function', label: t.function },
        { key: 'teams', label: t.teams },
        { key: 'email', label: t.email },
        { key: 'phone', label: t.phone, nowrap: true, minor: true },
        { key: 'companies', label: t.companies, align: 'end' },
        { key: 'state', label: t.state },
      ]}
      rows={members.map((member) => ({
        key: member.id,
        href: href(visit, `/settings/staff/${member.id}`),
        cells: [
          nameOf(member),
          t[member.function],
          member.teams,
          member.email,
          showPhone(member.phone),
          member.companies > 0 && <a href={href(visit, `/companies?f.manager=${member.id}`)}>{member.companies}</a>,
          <>
            <Badge kind={stateKinds[member.state]}>{t[`state_${member.state}`]}</Badge>
            {member.away_until && <div class="small muted">{t.away(shortDate(member.away_until))}</div>}
          </>,
        ],
      }))}
    />
  )
}

function Teams({ visit, teams, manages }: { visit: View; teams: Team[]; manages: boolean }) {
  const t = staffPhrases(visit.language)
  return (
    <Card
      title={t.teams}
      id="teams"
      action={
        manages && (
          <LinkButton href={href(visit, '/settings/teams/new')} icon="plus">
            {t.team_new}
          </LinkButton>
        )
      }
    >
      {teams.length === 0 ? (
        <p class="muted">{t.no_teams}</p>
      ) : (
        <RowList
          rows={teams.map((team) => ({
            key: team.id,
            href: href(visit, `/settings/teams/${team.id}`),
            title: team.name,
            detail: team.members.map(({ name }) => name).join(', ') || t.nobody_in_team,
            end: `${team.companies} ${t.companies}`,
          }))}
        />
      )}
    </Card>
  )
}

function Scope({ visit, scope, manages }: { visit: View; scope: 'team' | 'all'; manages: boolean }) {
  const t = staffPhrases(visit.language)
  return (
    <Card title={t.sees} id="scope">
      {manages ? (
        <PostForm visit={visit as Visit} path="/settings/staff-scope" class="form">
          <Radios
            name="scope"
            legend={t.scope_title}
            value={scope}
            options={[
              { value: 'team', label: t.scope_team },
              { value: 'all', label: t.scope_all },
            ]}
          />
          <p class="hint">{t.scope_hint}</p>
          <div class="row">
            <Button>{t.save}</Button>
          </div>
        </PostForm>
      ) : (
        <>
          <p>
            {t.scope_title} <strong>{t[`scope_${scope}`]}</strong>
          </p>
          <p class="hint">{t.scope_hint}</p>
        </>
      )}
    </Card>
  )
}
