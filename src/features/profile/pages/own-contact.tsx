import type { Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { contactPhrases } from '../../contacts/phrases.ts'
import { PostForm } from '../../house/form.tsx'
import { type OwnContactField, ownContactFields } from '../input.ts'
import { profilePhrases } from '../phrases.ts'
import type { OwnContactState } from './profile.tsx'

type Part = { visit: Omit<Visit, 'db'>; contact: OwnContactState }

/** The own function and telephone numbers; the User Manager and the broker see them too. */
export function OwnContactForm({ visit, contact }: Part) {
  const t = contactPhrases(visit.language)
  const p = profilePhrases(visit.language)
  const field = (name: OwnContactField) => ({
    name,
    label: t[name],
    value: contact.values[name],
    error: contact.errors[name],
    optional: true,
  })
  const errors = ownContactFields.flatMap((name) => {
    const message = contact.errors[name]
    return message ? [{ field: name, message }] : []
  })
  return (
    <PostForm visit={visit as Visit} path="/profile/contact" class="form">
      <ErrorSummary errors={errors} />
      {contact.conflict && <Conflict visit={visit} contact={contact} />}
      <input type="hidden" name="version" value={contact.version} />
      <TextField {...field('position')} maxlength={120} autocomplete="organization-title" />
      <TextField {...field('phone')} type="tel" inputmode="tel" hint={t.phone_hint} maxlength={40} autocomplete="work tel" />
      <TextField {...field('mobile')} type="tel" inputmode="tel" maxlength={40} autocomplete="mobile tel" />
      <Button>{p.keep_contact}</Button>
    </PostForm>
  )
}

// Somebody saved in between: each differing value beside the one that stands there now (security.md R5).
function Conflict({ visit, contact }: Part) {
  const t = contactPhrases(visit.language)
  const now = contact.conflict!
  return (
    <>
      <Note kind="warn" title={t.conflict_title}>
        <p>{t.conflict_text}</p>
      </Note>
      <DataTable
        caption={t.conflict_title}
        columns={[
          { key: 'field', label: t.conflict_field },
          { key: 'yours', label: t.conflict_yours },
          { key: 'theirs', label: t.conflict_theirs },
        ]}
        rows={ownContactFields
          .filter((name) => contact.values[name] !== now[name])
          .map((name) => ({ key: name, cells: [t[name], contact.values[name], now[name]] }))}
      />
    </>
  )
}
