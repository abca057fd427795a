import { contentOf } from './content.ts'

const kept = new WeakMap<HTMLFormElement, string>()

/** What the form holds now is safe: leaving it asks nothing. */
export const markSaved = (form: HTMLFormElement, content: string): void => {
  kept.set(form, content)
}

/** Leaving with text that is not saved asks first. Sending that form is not leaving it; sending another (the language, a search) is. */
export function askBeforeLeaving(page: Document): void {
  const forms = [...page.querySelectorAll<HTMLFormElement>('form[data-unsaved]')]
  // After an error what is shown is not what is stored: it counts as unsaved from the start.
  const faulty = page.querySelector('[data-error-summary]') !== null
  for (const form of forms) if (!kept.has(form)) kept.set(form, faulty ? '' : contentOf(form))
  let sent: EventTarget | null = null
  page.addEventListener('submit', (event) => {
    sent = event.defaultPrevented ? null : event.target
  })
  window.addEventListener('pageshow', () => {
    sent = null
  })
  window.addEventListener('beforeunload', (event) => {
    if (forms.some((form) => form !== sent && kept.get(form) !== contentOf(form))) event.preventDefault()
  })
}
