import { showClock } from '../ui/format.ts'
import { contentOf } from './content.ts'
import { markSaved } from './leave.ts'

const pause = 1200
const retry = 10_000

/**
 * Saves a draft while one writes: POST to `data-autosave`, answered by JSON `{ "version": 7 }` (the version is optional).
 * What is written is kept in the form itself until it is saved, and nowhere else: personal data never lie in the browser's
 * local storage (ASVS V14.3.3). Without a connection it says so plainly, and tries again.
 */
export function autosave(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave]')) keepSaving(form)
}

function keepSaving(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[data-autosave-status]')
  let saved = contentOf(form)
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let waiting: { readonly submitter: HTMLElement | null } | null = null

  const tell = (state: 'saving' | 'saved' | 'failed', text = '') => {
    if (!status) return
    status.dataset.state = state
    status.textContent = text
  }
  const later = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), milliseconds)
  }
  const save = async () => {
    const content = contentOf(form)
    if (busy || content === saved || form.dataset.sent !== undefined) return
    busy = true
    tell('saving', status?.dataset.saving)
    const answer = await send(form, content)
    busy = false
    if (answer.saved) {
      saved = content
      markSaved(form, content)
      setVersion(form, answer.version)
      tell('saved', status?.dataset.saved?.replace('{time}', showClock(new Date(), document.documentElement.lang === 'en' ? 'en' : 'nb')))
    } else tell('failed', sentence(form, status, answer.why))
    if (waiting) return form.requestSubmit(waiting.submitter)
    if (answer.saved ? contentOf(form) !== saved : answer.why.again) later(answer.saved ? pause : retry)
  }

  form.addEventListener('input', () => later(pause))
  form.addEventListener('change', () => later(pause))
  // The form is sent only when the save under way is done: else it would carry a version that the save has just left behind.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (!busy) return
    event.preventDefault()
    waiting = { submitter: event.submitter }
  })
  window.addEventListener('online', () => void save())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
}

type Sent = { readonly saved: true; readonly version: unknown } | { readonly saved: false; readonly why: Why }

/** `again`: worth another try by itself, and then it is tried. `fields`: which answers could not be kept. */
type Why = { readonly again: boolean; readonly signedOut?: true; readonly fields?: readonly string[] }

/** What is so, and no more: "we try again" is said only where it is tried. */
function sentence(form: HTMLFormElement, status: HTMLElement | null, { again, signedOut, fields = [] }: Why): string {
  const said = status?.dataset ?? {}
  if (again) return said.notSaved ?? ''
  if (signedOut) return said.signedOut ?? ''
  const names = fields.map((field) => labelOf(form, field)).filter((label) => label !== '')
  return names.length > 0 ? (said.cannotKeep ?? '').replace('{fields}', names.join(', ')) : (said.stopped ?? '')
}

/** The question as it stands on the page: its label, or the legend of its choices. */
function labelOf(form: HTMLFormElement, name: string): string {
  const field = form.querySelector(`[name="${CSS.escape(name)}"]`)
  const legend = field?.closest('fieldset')?.querySelector('legend')
  const label =
    field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')
      ? legend
      : form.querySelector(`label[for="${CSS.escape(field?.id ?? '')}"]`)
  return label ? `«${(label.firstChild?.textContent ?? label.textContent ?? '').trim()}»` : ''
}

async function send(form: HTMLFormElement, content: string): Promise<Sent> {
  const version = form.querySelector<HTMLInputElement>('input[name=version]')?.value
  const body = new URLSearchParams(content)
  if (version) body.set('version', version)
  try {
    // What outlives the page may be at most 64 kB.
    const keepalive = content.length < 60_000
    const answer = await fetch(form.dataset.autosave ?? '', { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive })
    // Whoever is signed out is sent to the page for signing in: that is an answer, and nothing was saved.
    if (answer.redirected) return { saved: false, why: { again: false, signedOut: true } }
    const told: unknown = await answer.json().catch(() => null)
    if (!answer.ok) return { saved: false, why: { again: answer.status >= 500 || answer.status === 429, fields: fieldsIn(told) } }
    return { saved: true, version: typeof told === 'object' && told !== null && 'version' in told ? told.version : null }
  } catch {
    return { saved: false, why: { again: true } }
  }
}

const fieldsIn = (told: unknown): readonly string[] =>
  typeof told === 'object' && told !== null && 'fields' in told && Array.isArray(told.fields)
    ? told.fields.filter((one): one is string => typeof one === 'string')
    : []

function setVersion(form: HTMLFormElement, version: unknown): void {
  const field = form.querySelector<HTMLInputElement>('input[name=version]')
  if (field && typeof version === 'number') field.value = String(version)
}
