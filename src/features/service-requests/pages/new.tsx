import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { AttachmentField } from '../../attachments/field.tsx'
import type { Files } from '../../attachments/received.ts'
import type { Deadline } from '../../deadlines/queries.ts'
import { UploadForm } from '../../documents/upload-form.tsx'
import { portalPage } from '../../house/page.tsx'
import { type About, aboutPath } from '../../messages/about.ts'
import { messagePhrases } from '../../messages/phrases.ts'
import { type CategoryKey, categories, detailsOf } from '../categories.ts'
import { DetailField } from '../detail-field.tsx'
import { specOf } from '../details.ts'
import { labelOf } from '../errors.ts'
import { NoCover } from '../no-cover.tsx'
import { NoticeNote } from '../notice-note.tsx'
import { requestPhrases } from '../phrases.ts'
import type { PolicyToChoose, VehicleToPropose } from '../queries.ts'

type View = Omit<Visit, 'db'>

/** What there is to choose from, as far as the person sees it. */
export interface Choices {
  policies: PolicyToChoose[]
  vehicles: VehicleToPropose[]
  lines: string[]
}

export interface NewState {
  id: string
  category: CategoryKey
  /** The record whose page the form was opened from. */
  about: About | null
  choices: Choices
  /** For a termination check on a known policy: its next deadline; undefined where nothing is asked for, null where none is known. */
  notice?: Deadline | null | undefined
  values: Record<string, string>
  errors: Record<string, string>
  files: Files
}

/** The second step of «Anfrage eröffnen»: the form of the category. */
export function newPage(visit: View, state: NewState) {
  const t = requestPhrases(visit.language)
  const { category, about, errors, files, notice } = state
  const spec = categories[category]
  return portalPage(visit, {
    title: t[category],
    area: 'requests',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/requests') },
      { label: t.open_request, href: href(visit, `/requests/new${about ? `?about=${about.kind}:${about.id}` : ''}`) },
      { label: t[category] },
    ],
    lead: t[`${category}_hint`],
    error: Object.keys(errors).length + files.errors.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary
          errors={[
            ...Object.entries(errors).map(([field, message]) => ({ field, message })),
            ...files.errors.map((message) => ({ field: 'files', message })),
          ]}
        />
        {spec.noCover && <NoCover language={visit.language} />}
        {notice !== undefined && <NoticeNote visit={visit} notice={notice} />}
        <UploadForm visit={visit} path="/requests/new" dirty>
          <input type="hidden" name="_id" value={state.id} />
          <input type="hidden" name="category" value={category} />
          <Fields visit={visit} state={state} />
          <AttachmentField visit={visit} files={files} />
          <p class="hint">{t.who_reads}</p>
          <div class="row">
            <Button kind="primary" icon="send">
              {t.send}
            </Button>
            <LinkButton href={href(visit, about ? aboutPath(about) : '/requests')}>{t.cancel}</LinkButton>
          </div>
        </UploadForm>
      </div>
    ),
  })
}

function Fields({ visit, state }: { visit: View; state: NewState }) {
  const t = requestPhrases(visit.language)
  const { category, values, errors, choices } = state
  const spec = categories[category]
  const field = (name: string) => ({
    name,
    label: labelOf(visit.language, category, name),
    value: values[name] ?? '',
    error: errors[name],
  })
  const plates = spec.knownPlate && choices.vehicles.length > 0 ? 'plates' : undefined
  return (
    <>
      <AboutField visit={visit} state={state} />
      {plates && <Plates id={plates} vehicles={choices.vehicles} />}
      {detailsOf(category).length > 0 && (
        <div class="fields two">
          {detailsOf(category).map(({ key, required }) => (
            <div key={key} class={specOf(key).wide ? 'whole' : undefined}>
              <DetailField
                visit={visit}
                name={key}
                field={field(key)}
                required={required}
                lines={choices.lines}
                plates={plates}
              />
            </div>
          ))}
        </div>
      )}
      {spec.date !== 'none' && (
        <DateField {...field('wished_on')} required={spec.date === 'required'} optional={spec.date === 'optional'} />
      )}
      <TextArea
        {...field('body')}
        rows={spec.body === 'required' ? 6 : 3}
        maxlength={8000}
        required={spec.body === 'required'}
        optional={spec.body === 'optional'}
      />
      <TextField {...field('subject')} hint={t.subject_hint} maxlength={160} optional />
      <Checkbox name="urgent" label={t.urgent} hint={t.urgent_hint} checked={values.urgent === 'on'} />
    </>
  )
}

// Proposed by the browser while one types; any other plate can be typed as well.
function Plates({ id, vehicles }: { id: string; vehicles: VehicleToPropose[] }) {
  const plates = new Map(vehicles.map(({ plate, make_model }) => [plate, make_model]))
  return (
    <datalist id={id}>
      {[...plates].map(([plate, model]) => (
        <option key={plate} value={plate}>
          {model}
        </option>
      ))}
    </datalist>
  )
}

function AboutField({ visit, state: { category, about, choices, values, errors } }: { visit: View; state: NewState }) {
  const t = requestPhrases(visit.language)
  const { policies } = categories[category]
  if (about) {
    const said = `${messagePhrases(visit.language)[about.kind]} ${about.label}`
    return (
      <>
        <input type="hidden" name="about" value={`${about.kind}:${about.id}`} />
        <Facts rows={[[t.about, <a href={href(visit, aboutPath(about))}>{said}</a>]]} />
      </>
    )
  }
  if (policies === 'none' || choices.policies.length === 0) return null
  const needed = policies === 'needed'
  const options = choices.policies.map(({ id, name, number }) => ({ value: `policy:${id}`, label: `${name} · ${number}` }))
  return (
    <SelectField
      name="about"
      label={labelOf(visit.language, category, 'about')}
      hint={needed ? undefined : t.about_hint}
      options={[{ value: '', label: needed ? t.please_choose : t.about_none }, ...options]}
      value={values.about ?? ''}
      error={errors.about}
      required={needed}
      optional={!needed}
    />
  )
}
