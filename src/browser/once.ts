const longest = 30_000

/** A double click sends once. The button stays in reach of a screen reader, and works again if the reader comes back to the page. */
export function pressOnce(page: Document): void {
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
