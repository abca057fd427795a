import { describeFindings } from '../kernel/guard/describe.ts'
import type { Finding } from '../kernel/guard/guard.ts'
import { guardTexts } from '../kernel/guard/texts.ts'
import type { Locale } from '../kernel/texts.ts'

type NoticeProps = {
  readonly findings: readonly Finding[]
  readonly locale: Locale
  /** The id of the field the notice belongs to. */
  readonly fieldId: string
  /** The text read, to tell the line. It is never shown. */
  readonly text?: string
  /** Name of a submit button that asks the server to mask this field (its value is the field's id), for use without script. */
  readonly maskName?: string
}

/** For the field's aria-describedby. */
export const guardStatusId = (fieldId: string): string => `${fieldId}-guard-status`

/**
 * What the guard found, as the server read it: the same words and ids as browser/guard.ts, which takes this notice over where there is script.
 * Nothing found, nothing shown. A word about health only is often right where it stands: it is said calmly, a number that names somebody is not.
 */
export const GuardNotice = ({ findings, locale, fieldId, text, maskName }: NoticeProps) => {
  if (findings.length === 0) return null
  const texts = guardTexts(locale)
  const notice = describeFindings(findings, texts, text)
  return (
    <div id={`${fieldId}-guard`} className="ds-alert v-alert" data-color={notice.canMask ? 'warning' : 'info'} data-size="sm">
      <p id={guardStatusId(fieldId)} className="ds-paragraph" role="status">
        {notice.sentence}
      </p>
      <ul className="ds-list">
        {notice.items.map(({ kind, name, place, why, instead }) => (
          <li key={kind}>
            <strong>{place ? `${name} (${place})` : name}</strong>. {why} {instead}
          </li>
        ))}
      </ul>
      <p className="ds-paragraph">{texts.neverBlocks}</p>
      {maskName && notice.canMask ? (
        <button type="submit" className="ds-button" data-variant="tertiary" data-size="sm" name={maskName} value={fieldId}>
          {texts.hide}
        </button>
      ) : null}
    </div>
  )
}

/** The guard's texts for the browser, as JSON: the first on the page is read. */
export const GuardTexts = ({ locale }: { readonly locale: Locale }) => <template data-guard-texts={JSON.stringify(guardTexts(locale))} />
