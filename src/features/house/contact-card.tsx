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
  const { name, email, phone } = props.person
  return <Kept name={`contact ${name} ${email} ${phone ?? ''} ${props.compact ?? ''}`} render={() => <Card {...props} />} />
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
      <ul class="plain-list contact-ways">
        {person.phone && (
          <li>
            <a href={`tel:${person.phone}`}>
              <Icon name="phone" /> {showPhone(person.phone)}
            </a>
          </li>
        )}
        <li>
          <a href={`mailto:${person.email}`}>
            <Icon name="mail" />
            <span>{breakable(person.email)}</span>
          </a>
        </li>
      </ul>
    </div>
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
