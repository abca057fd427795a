import { autosave } from './autosave.ts'
import { copyButtons } from './copy.ts'
import { countdowns } from './countdown.ts'
import { errorSummary } from './error-summary.ts'
import { guardTextFields } from './guard.ts'
import { askBeforeLeaving } from './leave.ts'
import { pressOnce } from './once.ts'
import { unfold } from './unfold.ts'
import { uploads } from './upload.ts'

// Each of these makes a page that already works a little better, and none of them is needed. One that fails takes no other with it.
for (const enhance of [errorSummary, countdowns, pressOnce, askBeforeLeaving, autosave, copyButtons, guardTextFields, unfold, uploads]) {
  try {
    enhance(document)
  } catch (fault) {
    console.warn('An enhancement did not start', enhance.name, fault)
  }
}
