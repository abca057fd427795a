/** What is written is shown as it will look without leaving the page; without a script the button draws the page anew with the same. */
export function previews(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-preview]')
  const button = page.querySelector<HTMLButtonElement>('button[name=knapp][value=vis]')
  if (!place || !button?.form) return
  const { form } = button
  place.setAttribute('role', 'status')
  form.addEventListener(
    'submit',
    (event) => {
      if (event.submitter !== button) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void draw(form, button, place)
    },
    true,
  )
}

async function draw(form: HTMLFormElement, button: HTMLButtonElement, place: HTMLElement): Promise<void> {
  button.setAttribute('aria-disabled', 'true')
  try {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, button)) body.append(name, String(value))
    const answer = await fetch(form.action || location.href, { method: 'POST', body })
    const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const shown = drawn.querySelector('[data-preview]')
    // The session has ended, or the text could not be read: the page itself says it better.
    if (!shown || drawn.querySelector('.ds-error-summary')) return form.requestSubmit()
    place.replaceChildren(...shown.childNodes)
    place.scrollIntoView({ block: 'nearest' })
  } finally {
    button.removeAttribute('aria-disabled')
  }
}
