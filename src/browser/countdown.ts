import { remaining } from '../kernel/calendar/words.ts'
import { isLocale } from '../kernel/texts.ts'

/** Keeps "52 timer igjen" true while the page stands open, in the language of the place it stands in. */
export function countdowns(page: Document): void {
  const times = page.querySelectorAll<HTMLTimeElement>('time[data-countdown]')
  if (times.length === 0) return
  // The reader's clock may be wrong: what counts is the server's, and how long the page has stood here since.
  const opened = performance.now()
  const atServer = Date.parse(page.body.dataset.now ?? '') || Date.now()
  const tick = () => {
    const now = new Date(atServer + performance.now() - opened)
    for (const time of times) show(time, now)
  }
  setInterval(tick, 60_000)
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'visible') tick()
  })
}

function show(time: HTMLTimeElement, now: Date): void {
  const language = time.closest<HTMLElement>('[lang]')?.lang
  const left = remaining(new Date(time.dateTime), now, isLocale(language) ? language : 'nb', Number(time.dataset.countdown))
  if (time.textContent !== left.words) time.textContent = left.words
  const deadline = time.closest<HTMLElement>('[data-state]')
  if (deadline) deadline.dataset.state = left.state
}
