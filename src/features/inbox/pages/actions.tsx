import type { ComponentChildren } from 'preact'
import type { Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { SelectField } from '../../../ui/components/SelectField.tsx'
import { DateField, TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { isFinishable } from '../changes.ts'
import type { ItemState } from '../item-state.ts'
import type { OverviewKey } from '../overviews.ts'
import { inboxPhrases } from '../phrases.ts'
import { momentOf, snoozeChoices } from '../when.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  state: ItemState
  overview: OverviewKey
}

/** What can be done with an item: take it, give it to somebody, put it aside, close it. */
export function Actions(props: Props) {
  const t = inboxPhrases(props.visit.language)
  const { item } = props.state
  const { actor } = props.visit
  const talks = item.kind !== 'role_request' && item.kind !== 'mail'
  const isMine = actor.kind === 'staff' && item.assigned_staff_id === actor.id
  return (
    <section class="inbox-actions" aria-label={t.work}>
      <div class="row">
        {talks && (
          <LinkButton href="#f-body" kind="primary" icon="send" shortcut="r">
            {t.reply}
          </LinkButton>
        )}
        {!isMine && actor.kind === 'staff' && (
          <Form {...props} path="assignment">
            <input type="hidden" name="seen" value={item.assigned_staff_id ?? ''} />
            <input type="hidden" name="to" value={actor.id} />
            <Button icon="user-check" shortcut="a">
              {t.take}
            </Button>
          </Form>
        )}
        {item.done ? (
          item.kind !== 'role_request' && (
            <Form {...props} path="reopening">
              <Button icon="rotate-ccw">{t.reopen}</Button>
            </Form>
          )
        ) : (
          <>
            {isFinishable(item) && (
              <Form {...props} path="completion">
                <Button icon="check" shortcut="e">
                  {item.kind === 'service_request' ? t.finish_request : t.finish}
                </Button>
              </Form>
            )}
            <Snooze {...props} />
          </>
        )}
        <Assign {...props} />
      </div>
    </section>
  )
}

function Form({ visit, state, overview, path, children }: Props & { path: string; children: ComponentChildren }) {
  return (
    <PostForm visit={visit as Visit} path={`/inbox/${state.item.id}/${path}`}>
      <input type="hidden" name="v" value={overview} />
      {children}
    </PostForm>
  )
}

function Assign(props: Props) {
  const t = inboxPhrases(props.visit.language)
  const { item, handlers } = props.state
  return (
    <details class="inbox-more">
      <summary class="button plain">{t.assigned_to(item.assigned ?? t.nobody)}</summary>
      <div class="inbox-panel">
        <Form {...props} path="assignment">
          <input type="hidden" name="seen" value={item.assigned_staff_id ?? ''} />
          <SelectField
            name="to"
            label={t.assign_to}
            options={[{ value: '', label: t.to_team }, ...handlers.map(({ id, name }) => ({ value: id, label: name }))]}
            value={item.assigned_staff_id ?? ''}
          />
          <Button>{t.assign}</Button>
        </Form>
      </div>
    </details>
  )
}

function Snooze(props: Props) {
  const t = inboxPhrases(props.visit.language)
  const { item, back } = props.state
  const choices = snoozeChoices.filter((choice) => momentOf(choice) !== null)
  return (
    <details class="inbox-more" open={back.snooze !== undefined}>
      <summary class="button plain">{t.snooze}</summary>
      <div class="inbox-panel stack tight">
        <p class="hint">{t.snooze_hint}</p>
        <Form {...props} path="snooze">
          <div class="row">
            {choices.map((choice) => (
              <Button key={choice} name="until" value={choice}>
                {t[`in_${choice}`]}
              </Button>
            ))}
          </div>
        </Form>
        <Form {...props} path="snooze">
          <DateField name="day" label={t.snooze_day} value={back.snooze?.day ?? ''} error={back.snooze?.error} />
          <TextField name="time" label={t.snooze_time} value={back.snooze?.time ?? ''} size="short" maxlength={5} optional />
          <Button name="until" value="other">
            {t.snooze}
          </Button>
        </Form>
        {item.snoozed && (
          <Form {...props} path="snooze">
            <Button name="until" value="none">
              {t.wake}
            </Button>
          </Form>
        )}
      </div>
    </details>
  )
}
