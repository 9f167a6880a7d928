import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { AttachmentField } from '../../attachments/field.tsx'
import type { Files } from '../../attachments/received.ts'
import { UploadForm } from '../../documents/upload-form.tsx'
import { portalPage } from '../../house/page.tsx'
import { type About, aboutPath } from '../about.ts'
import { longestBody } from '../input.ts'
import { messagePhrases } from '../phrases.ts'
import type { Person } from '../queries.ts'

type View = Omit<Visit, 'db'>

export interface NewState {
  id: string
  about: About | null
  /** For staff: with whom it can be; null where there is nobody to choose. */
  people: Person[] | null
  values: { subject: string; body: string; to: string }
  errors: Record<string, string>
  files: Files
  done?: string | null | undefined
}

/** «Nachricht erfassen»: to the account manager, alone or about a record. */
export function newPage(visit: View, { id, about, people, values, errors, files, done }: NewState) {
  const t = messagePhrases(visit.language)
  return portalPage(visit, {
    title: t.write,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/messages') }, { label: t.write }],
    error: Object.keys(errors).length + files.errors.length > 0,
    done,
    children: (
      <div class="stack">
        <ErrorSummary
          errors={[
            ...Object.entries(errors).map(([field, message]) => ({ field, message })),
            ...files.errors.map((message) => ({ field: 'files', message })),
          ]}
        />
        <UploadForm visit={visit} path="/messages/new" dirty>
          <input type="hidden" name="_id" value={id} />
          <Addressed visit={visit} about={about} people={people} to={values.to} error={errors.to} />
          <TextField name="subject" label={t.subject} value={values.subject} error={errors.subject} maxlength={160} required />
          <TextArea
            name="body"
            label={t.body}
            hint={t.hold_hint}
            value={values.body}
            error={errors.body}
            rows={8}
            maxlength={longestBody}
          />
          <AttachmentField visit={visit} files={files} />
          <div class="row">
            <Button kind="primary" icon="send">
              {t.send}
            </Button>
            <LinkButton href={href(visit, about ? aboutPath(about) : '/messages')}>{t.cancel}</LinkButton>
          </div>
        </UploadForm>
      </div>
    ),
  })
}

interface AddressedProps {
  visit: View
  about: About | null
  people: Person[] | null
  to: string
  error: string | undefined
}

// Whoever writes knows before sending who is going to read it.
function Addressed({ visit, about, people, to, error }: AddressedProps) {
  const t = messagePhrases(visit.language)
  if (people) {
    const options = people.map((person) => ({ value: person.id, label: `${person.company} – ${person.full_name}` }))
    return (
      <SelectField
        name="to"
        label={t.to}
        options={[{ value: '', label: t.choose_person }, ...options]}
        value={to}
        error={error}
        required
      />
    )
  }
  const manager = visit.accountManager?.name ?? visit.brokerage.name
  const link = about && <a href={href(visit, aboutPath(about))}>{`${t[about.kind]} ${about.label}`}</a>
  return (
    <>
      {about && <input type="hidden" name="about" value={`${about.kind}:${about.id}`} />}
      <Facts
        rows={[
          ...(visit.actor.kind === 'customer' ? [[t.to, manager] as [string, string]] : []),
          ...(link ? [[t.about, link] as [string, preact.VNode]] : []),
        ]}
      />
      <p class="hint">{about ? t.recipient_about : t.recipient_alone}</p>
    </>
  )
}
