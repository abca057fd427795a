import { autosave } from './autosave.ts'
import { copyButtons } from './copy.ts'
import { countdowns } from './countdown.ts'
import { errorSummary } from './error-summary.ts'
import { guardTextFields } from './guard.ts'
import { keepCopies } from './kept.ts'
import { askBeforeLeaving } from './leave.ts'
import { listsAsLeft } from './listed.ts'
import { pressOnce } from './once.ts'
import { passkeys } from './passkey.ts'
import { previews } from './preview.ts'
import { progress } from './progress.ts'
import { sessionEnd } from './session.ts'
import { unfold } from './unfold.ts'
import { uploads } from './upload.ts'

/** Few pages choose among so many people that they are found by name: only those load what it takes. */
async function findPeople(page: Document): Promise<void> {
  if (!page.querySelector('[data-find]')) return
  try {
    const { findFields } = await import('./find.ts')
    findFields(page)
  } catch (fault) {
    console.warn('People are found with the button', fault)
  }
}

/** The search opens over the page, by its key or its link; what it takes is loaded then. */
function palette(page: Document): void {
  // One in the header, and on a narrow page one in the menu.
  const links = [...page.querySelectorAll<HTMLAnchorElement>('a[data-palette]')]
  const [link] = links
  if (!link) return
  const open = (event: Event) => {
    event.preventDefault()
    const written = keptKeys(page)
    import('./palette.ts').then(
      ({ openPalette }) => openPalette(link, written()),
      () => location.assign(link.href),
    )
  }
  for (const one of links)
    one.addEventListener('click', (event) => {
      // A finger has no Escape: it comes to the page of the search, and back as from any other.
      const byTouch = matchMedia('(pointer: coarse)').matches
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !byTouch) open(event)
    })
  page.addEventListener('keydown', (event) => {
    const writes = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
    const slash = event.key === '/' && !writes && !event.ctrlKey && !event.metaKey && !event.altKey
    const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey
    if (!event.isComposing && (slash || command)) open(event)
  })
}

/** What is typed while the search is on its way: whoever knows the key goes on writing. Answers with it, and keeps no more. */
function keptKeys(page: Document): () => string {
  let written = ''
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Backspace') written = written.slice(0, -1)
    else if (event.key.length === 1) written += event.key
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  page.addEventListener('keydown', keep, true)
  return () => {
    page.removeEventListener('keydown', keep, true)
    return written
  }
}

// Each of these makes a page that already works a little better, and none of them is needed. One that fails takes no other with it.
for (const enhance of [
  errorSummary,
  countdowns,
  passkeys,
  pressOnce,
  askBeforeLeaving,
  autosave,
  keepCopies,
  sessionEnd,
  copyButtons,
  guardTextFields,
  unfold,
  listsAsLeft,
  uploads,
  previews,
  progress,
  findPeople,
  palette,
]) {
  try {
    enhance(document)
  } catch (fault) {
    console.warn('An enhancement did not start', enhance.name, fault)
  }
}
