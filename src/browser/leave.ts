import { contentOf } from './content.ts'

const kept = new WeakMap<HTMLFormElement, string>()

/** What the form holds now is safe: leaving it asks nothing. */
export const markSaved = (form: HTMLFormElement, content: string): void => {
  kept.set(form, content)
}

/** Leaving with text that is not saved asks first. Sending the form is not leaving. */
export function askBeforeLeaving(page: Document): void {
  const forms = page.querySelectorAll<HTMLFormElement>('form[data-unsaved]')
  // After an error what is shown is not what is stored: it counts as unsaved from the start.
  const faulty = page.querySelector('[data-error-summary]') !== null
  for (const form of forms) if (!kept.has(form)) kept.set(form, faulty ? '' : contentOf(form))
  let sending = false
  page.addEventListener('submit', (event) => {
    sending = !event.defaultPrevented
  })
  window.addEventListener('pageshow', () => {
    sending = false
  })
  window.addEventListener('beforeunload', (event) => {
    if (!sending && [...forms].some((form) => kept.get(form) !== contentOf(form))) event.preventDefault()
  })
}
