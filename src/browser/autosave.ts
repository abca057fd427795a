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
    if (!answer) {
      tell('failed', status?.dataset.notSaved)
      return later(retry)
    }
    saved = content
    markSaved(form, content)
    setVersion(form, answer)
    tell('saved', status?.dataset.saved?.replace('{time}', timeNow()))
    if (contentOf(form) !== saved) later(pause)
  }

  form.addEventListener('input', () => later(pause))
  form.addEventListener('change', () => later(pause))
  window.addEventListener('online', () => void save())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
}

type Saved = { readonly version?: unknown }

/** The answer, or null: not saved, whatever the reason. */
async function send(form: HTMLFormElement, content: string): Promise<Saved | null> {
  const version = form.querySelector<HTMLInputElement>('input[name=version]')?.value
  const body = new URLSearchParams(content)
  if (version) body.set('version', version)
  try {
    const answer = await fetch(form.dataset.autosave ?? '', {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      keepalive: content.length < 60_000,
    })
    if (!answer.ok || answer.redirected) return null
    return ((await answer.json().catch(() => ({}))) as Saved | null) ?? {}
  } catch {
    return null
  }
}

function setVersion(form: HTMLFormElement, answer: Saved): void {
  const field = form.querySelector<HTMLInputElement>('input[name=version]')
  if (field && typeof answer.version === 'number') field.value = String(answer.version)
}

const timeNow = () =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Oslo' })
    .format(new Date())
    .replace(':', document.documentElement.lang === 'en' ? ':' : '.')
