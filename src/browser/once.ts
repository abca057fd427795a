const longest = 30_000

/** A double click sends once. The button stays in reach of a screen reader, and works again if the reader comes back to the page. */
export function pressOnce(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[method=post]')) keepId(form)
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset.sent !== undefined) return event.preventDefault()
    form.dataset.sent = ''
    event.submitter?.setAttribute('aria-disabled', 'true')
    // An answer that is a file leaves the page standing: the button must not stay dead.
    setTimeout(() => release(form), longest)
  })
  window.addEventListener('pageshow', () => {
    for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sent]')) release(form)
  })
}

function release(form: HTMLFormElement): void {
  delete form.dataset.sent
  for (const button of form.querySelectorAll('[aria-disabled=true]')) button.removeAttribute('aria-disabled')
}

/**
 * Sent, come back to by the back button, and sent again: the page is fresh then and has another id, but the browser has put the same
 * text into it. The id goes with the entry of the history, so the server sees that it is the same report.
 */
function keepId(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type=hidden][name=id]')
  if (!field) return
  const fresh = field.value
  const before: unknown = window.history.state?.sentId
  if (typeof before === 'string' && before !== fresh) {
    field.value = before
    if (form.dataset.autosave) form.dataset.autosave = form.dataset.autosave.replace(fresh, before)
  }
  form.addEventListener('submit', () => window.history.replaceState({ ...window.history.state, sentId: field.value }, ''))
}
