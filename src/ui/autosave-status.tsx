import type { Locale } from '../kernel/texts.ts'
import { showClock } from './format.ts'
import { fill, uiTexts } from './texts.ts'

/** Says "Lagret kl. 14.05", or plainly that it is not saved. Empty, and silent, without script. */
export const AutosaveStatus = ({ locale, savedAt = null }: { readonly locale: Locale; readonly savedAt?: Date | null }) => {
  const texts = uiTexts(locale)
  return (
    <p
      data-autosave-status=""
      role="status"
      data-saving={texts.saving}
      data-saved={texts.savedAt}
      data-not-saved={texts.notSaved}
      data-signed-out={texts.notSavedSignedOut}
      data-cannot-keep={texts.notSavedFields}
      data-saved-without={texts.savedWithout}
      data-stopped={texts.notSavedStopped}
    >
      {savedAt && fill(texts.savedAt, { time: showClock(savedAt, locale) })}
    </p>
  )
}
