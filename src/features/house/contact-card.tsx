import { shortDate } from '../../platform/format.ts'
import { showPhone } from '../../platform/phone.ts'
import type { Visit } from '../../platform/visit.ts'
import { Icon } from '../../ui/components/Icon.tsx'
import { Initials } from '../../ui/components/Initials.tsx'
import { Kept } from '../../ui/components/Kept.tsx'
import { housePhrases } from './phrases.ts'

interface Props {
  visit: Pick<Visit, 'language'>
  person: NonNullable<Visit['accountManager']>
  /** For the foot of the navigation: with its own small heading. */
  compact?: boolean
}

/** The broker's person who looks after this company: the same place on every page (WCAG 3.2.6). */
export function ContactCard(props: Props) {
  const { name, email, phone, deputy } = props.person
  const kept = `contact ${name} ${email} ${phone ?? ''} ${props.compact ?? ''} ${deputy ? Object.values(deputy).join(' ') : ''}`
  return <Kept name={kept} render={() => <Card {...props} />} />
}

function Card({ visit, person, compact }: Props) {
  return (
    <div class="contact-card">
      {compact && <p class="small muted">{housePhrases(visit.language).your_contact}</p>}
      <div class="person">
        <Initials name={person.name} />
        <p>
          <strong>{person.name}</strong>
        </p>
      </div>
      <Ways phone={person.phone} email={person.email} />
      {person.deputy && (
        <>
          <p class="small">{housePhrases(visit.language).represented(person.deputy.name, shortDate(person.deputy.until))}</p>
          <Ways phone={person.deputy.phone} email={person.deputy.email} />
        </>
      )}
    </div>
  )
}

function Ways({ phone, email }: { phone: string | null; email: string }) {
  return (
    <ul class="plain-list contact-ways">
      {phone && (
        <li>
          <a href={`tel:${phone}`}>
            <Icon name="phone" /> {showPhone(phone)}
          </a>
        </li>
      )}
      <li>
        <a href={`mailto:${email}`}>
          <Icon name="mail" />
          <span>{breakable(email)}</span>
        </a>
      </li>
    </ul>
  )
}

// An address that does not fit breaks after its @, not in the middle of a word.
function breakable(email: string) {
  const [before, after] = email.split('@')
  return (
    <>
      {before}@<wbr />
      {after}
    </>
  )
}
