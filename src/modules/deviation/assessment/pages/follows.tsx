import type { ComponentChildren } from 'preact'
import { capital, type Locale } from '../../../../kernel/texts.ts'
import { type Consequence, Consequences } from '../../../../ui/decision.tsx'
import { each } from '../../../../ui/each.ts'
import { Stack } from '../../../../ui/page.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { type Duties, type DutyReason, sourceOf, type Track } from '../../duties.ts'
import type { Severity } from '../../enisa.ts'
import type { Consequences as Follows } from '../consequences.ts'
import { assessmentTexts } from '../texts.ts'

const tracks: readonly Track[] = ['authority', 'subjects']

/** Who must be told, each with every rule that says so. The two do not wait for each other. */
export const DutyList = ({ duties, locale }: { readonly duties: Duties; readonly locale: Locale }) => (
  <Consequences items={tracks.map((track) => dutyOf(track, duties, locale))} />
)

export function dutyOf(track: Track, duties: Duties, locale: Locale): Consequence {
  const texts = assessmentTexts(locale)
  const { required, because } = duties[track]
  return {
    text: (
      <Stack gap="sm">
        <p>
          <strong>{texts.duty[track][required]}</strong>
        </p>
        {each(because, (reason) => (
          <Rule track={track} reason={reason} locale={locale} />
        ))}
      </Stack>
    ),
  }
}

/** Why, and by which article or own routine. */
const Rule = ({ track, reason, locale }: { readonly track: Track; readonly reason: DutyReason; readonly locale: Locale }) => {
  const texts = assessmentTexts(locale)
  const { law } = sourceOf(track, reason)
  return (
    <p>
      {texts.because[reason]}
      <br />
      <small>{capital(texts.law[law].reference)}</small>
    </p>
  )
}

/** The score with its sum, as people write it; beside the level, never instead of it. */
export const Score = ({
  severity,
  compare,
  locale,
}: {
  readonly severity: Severity
  readonly compare: Follows['compare']
  readonly locale: Locale
}) => {
  const { enisa, pages } = assessmentTexts(locale)
  const { working, score, band, flags } = severity
  return (
    <Stack gap="sm">
      <p>
        <strong>{pages.follows.score(enisa.score(score), enisa.band[band])}</strong>
        <br />
        {enisa.category[working.category]}:{' '}
        {enisa.working(working.dpc, enisa.score(working.ei), enisa.score(working.circumstances), enisa.score(score))}
      </p>
      <p className="v-soft">{enisa.meaning[band]}</p>
      {each(flags, (flag) => (
        <Tag tone="warning" icon="warning">
          {enisa.flag[flag]}
        </Tag>
      ))}
      {compare && compare !== 'agrees' && (
        <Tag tone="warning" icon="warning">
          {enisa.compare[compare]}
        </Tag>
      )}
    </Stack>
  )
}

/** The ticks that the suggestion rests on. */
export const Working = ({ follows, locale }: { readonly follows: Follows; readonly locale: Locale }): ComponentChildren => {
  const texts = assessmentTexts(locale)
  const { because } = follows.suggestion
  return (
    <>
      <p className="v-soft">{texts.suggestedBecause(because.length)}</p>
      {because.length > 0 && (
        <ul className="ds-list">
          {each(because, (criterion) => (
            <li>{texts.criteria[criterion]}</li>
          ))}
        </ul>
      )}
      {follows.meansH2 && <p className="v-soft">{texts.meansH2}</p>}
    </>
  )
}
