import { autosave } from './autosave.ts'
import { copyButtons } from './copy.ts'
import { countdowns } from './countdown.ts'
import { errorSummary } from './error-summary.ts'
import { guardTextFields } from './guard.ts'
import { keepCopies } from './kept.ts'
import { askBeforeLeaving } from './leave.ts'
import { listsAsLeft } from './listed.ts'
import { pressOnce } from './once.ts'
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

// Each of these makes a page that already works a little better, and none of them is needed. One that fails takes no other with it.
for (const enhance of [
  errorSummary,
  countdowns,
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
  findPeople,
]) {
  try {
    enhance(document)
  } catch (fault) {
    console.warn('An enhancement did not start', enhance.name, fault)
  }
}
