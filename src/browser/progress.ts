/** A page that shows how far something has come asks for itself again, and moves its figures in place; done, it is loaded anew. */
export function progress(page: Document): void {
  const shown = page.querySelector<HTMLElement>('[data-progress-page]')
  if (shown) later(shown)
}

const pauseMs = 2000

const later = (shown: HTMLElement) => setTimeout(() => void look(shown), pauseMs)

async function look(shown: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(window.location.href)
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-progress-page]')
    if (answer.ok && !next) return window.location.reload()
    if (next) shown.replaceChildren(...next.childNodes)
  } catch {
    // The connection is away for a while: what is shown stays, and is asked for again.
  }
  later(shown)
}
