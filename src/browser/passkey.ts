/**
 * A form whose answer a passkey gives: the browser asks its person, writes the answer into the form and sends it. Where the browser cannot, what
 * would need it stays hidden. The person who says no is told what to do, and has lost nothing.
 */
export function passkeys(page: Document): void {
  tellAccepted(page)
  if (typeof PublicKeyCredential === 'undefined' || !PublicKeyCredential.parseRequestOptionsFromJSON) return
  for (const place of page.querySelectorAll<HTMLElement>('[data-with-passkey]')) place.hidden = false
  for (const answer of page.querySelectorAll<HTMLInputElement>('input[data-passkey]')) ask(answer)
}

/**
 * Which passkeys open the account, told where they are listed: one that was removed is offered no more. A browser that cannot be told, or will
 * not, is as it was: the page says what its person may do.
 */
function tellAccepted(page: Document): void {
  const told = page.querySelector<HTMLElement>('[data-passkeys-accepted]')?.dataset.passkeysAccepted
  if (told === undefined || typeof PublicKeyCredential === 'undefined') return
  // Not every browser has it, whatever the types say.
  PublicKeyCredential.signalAllAcceptedCredentials?.(JSON.parse(told) as AllAcceptedCredentialsOptions).catch(() => undefined)
}

function ask(answer: HTMLInputElement): void {
  const { form } = answer
  const told = form?.querySelector<HTMLElement>('[data-passkey-said]')
  let busy = false
  form?.addEventListener('submit', async (event) => {
    if (answer.value !== '') return
    event.preventDefault()
    if (busy) return
    busy = true
    if (told) told.hidden = true
    try {
      answer.value = JSON.stringify(await shown(answer))
      form.requestSubmit()
    } catch {
      if (!told) return
      told.textContent = answer.dataset.failed ?? ''
      told.hidden = false
    } finally {
      busy = false
    }
  })
}

async function shown({ dataset }: HTMLInputElement): Promise<Credential> {
  const options: unknown = JSON.parse(dataset.options ?? '{}')
  const credential =
    dataset.passkey === 'make'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        })
  if (!credential) throw new Error('the browser gave no answer')
  return credential
}
