import { showPhone } from '../../../platform/phone.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge, type BadgeKind } from '../../../ui/components/Badge.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { settingsFrame } from '../../settings/frame.tsx'
import { settingsPhrases } from '../../settings/phrases.ts'
import { staffPhrases } from '../phrases.ts'
import type { StaffMember, StaffState } from '../queries.ts'

export const staffSection = { key: 'staff', path: '/settings/staff' } as const
export const stateKinds: Record<StaffState, BadgeKind | undefined> = { active: 'ok', none: undefined, suspended: 'bad' }

/** The people of the brokerage (interface B11). */
export function staffListPage(visit: Omit<Visit, 'db'>, members: StaffMember[]) {
  const t = staffPhrases(visit.language)
  return settingsFrame(visit, {
    section: staffSection,
    lead: t.lead,
    children: (
      <Card title={settingsPhrases(visit.language).staff} id="staff" flush>
        <DataTable
          caption={settingsPhrases(visit.language).staff}
          columns={[
            { key: 'name', label: t.name },
            { key: 'function', label: t.function },
            { key: 'email', label: t.email },
            { key: 'phone', label: t.phone, nowrap: true, minor: true },
            { key: 'companies', label: t.companies, align: 'end' },
            { key: 'state', label: t.state },
          ]}
          rows={members.map((member) => ({
            key: member.id,
            cells: [
              `${member.last_name} ${member.first_name}`.trim(),
              t[member.function],
              member.email,
              showPhone(member.phone),
              member.companies > 0 && <a href={href(visit, `/companies?f.manager=${member.id}`)}>{member.companies}</a>,
              <Badge key="state" kind={stateKinds[member.state]}>
                {t[`state_${member.state}`]}
              </Badge>,
            ],
          }))}
        />
      </Card>
    ),
  })
}
