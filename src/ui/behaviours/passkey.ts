import { find, findAll, onContent } from './dom.ts'

// A form with `data-passkey` asks the browser for what its options say and is sent with the answer, as any other form. Nothing else here
// knows of passkeys: what they are worth the server decides.

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (!form.dataset.passkey || answer(form).value) return
  event.preventDefault()
  void ask(form)
})

// A browser may offer passkeys where the user name is typed; whoever picks one there is signed in at once.
onContent((root) => {
  for (const form of findAll<HTMLFormElement>('form[data-passkey][data-offer]', root)) void offer(form)
})

let waiting: AbortController | undefined

async function offer(form: HTMLFormElement) {
  if (!(await globalThis.PublicKeyCredential?.isConditionalMediationAvailable?.())) return
  waiting = new AbortController()
  await take(form, { mediation: 'conditional', signal: waiting.signal }).catch(() => {})
}

async function ask(form: HTMLFormElement) {
  waiting?.abort()
  say(form, '')
  try {
    await take(form, {})
  } catch {
    // Refused by the person, by the device, or not known to this browser: they can try again or go another way.
    say(form, form.dataset.failed!)
  }
}

async function take(form: HTMLFormElement, how: CredentialRequestOptions) {
  const options = JSON.parse(form.dataset.options!) as Options
  const credential =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
        })
      : await navigator.credentials.get({
          ...how,
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        })
  answer(form).value = JSON.stringify((credential as PublicKeyCredential).toJSON())
  form.requestSubmit()
}

const answer = (form: HTMLFormElement) => find<HTMLInputElement>('[data-answer]', form)!

function say(form: HTMLFormElement, text: string) {
  find('[role=alert]', form)!.textContent = text
}

// Back from the next page an answer from before is worth nothing.
addEventListener('pageshow', () => {
  for (const form of findAll<HTMLFormElement>('form[data-passkey]')) answer(form).value = ''
})
