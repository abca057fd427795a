/** Puts the reader where the errors are; a link in the summary puts focus in the field, not only in view. */
export function errorSummary(page: Document): void {
  const summary = page.querySelector<HTMLElement>('[data-error-summary]')
  if (!summary) return
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const field = link?.hash ? page.getElementById(decodeURIComponent(link.hash.slice(1))) : null
    if (!field) return
    event.preventDefault()
    field.focus()
    ;(field.closest('.ds-fieldset, .ds-field') ?? field).scrollIntoView({ block: 'start' })
  })
}
