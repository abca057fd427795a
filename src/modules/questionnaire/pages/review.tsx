import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import type { After } from '../../../ui/refused.ts'
import { qualities, qualityAnchor } from '../../processing/public.ts'
import type { Activity } from '../known.ts'
import type { Campaign, CampaignUnit } from '../questionnaire.ts'
import { unitAddress } from '../tasks.ts'
import { texts } from '../texts.ts'

export type ReviewProps = After & {
  readonly campaign: Campaign
  readonly unit: CampaignUnit
  readonly activities: readonly Activity[]
  readonly may: boolean
  readonly locale: Locale
}

/** The unit's own activities, to be confirmed before it answers (S2-16). */
export function ReviewPage({ campaign, unit, activities, may, locale }: ReviewProps) {
  const t = texts(locale)
  const a = t.answering
  const isConfirmed = ({ touchedAt }: Activity) => campaign.openedAt !== null && touchedAt >= campaign.openedAt
  const isAnswered = ({ sides }: Activity) => sides === qualities.length
  const ready = activities.filter((one) => !isConfirmed(one) && isAnswered(one))
  return (
    <>
      <PageHeading title={a.review} kicker={unit.name} lead={a.reviewText} />
      {activities.length === 0 ? (
        <p className="v-soft">{a.reviewNone}</p>
      ) : (
        <ul>
          {activities.map((one) => (
            <li key={one.id}>
              <TextLink href={`/behandlinger/${one.id}`}>{one.name}</TextLink>{' '}
              <span className="v-soft">
                {a.lastTouched(formatDate(localDate(one.touchedAt), locale))}
                {isConfirmed(one) && ` · ${a.isConfirmed}`}
              </span>
              {!isConfirmed(one) && !isAnswered(one) && (
                <>
                  {' '}
                  <TextLink href={`/behandlinger/${one.id}#${qualityAnchor}`}>{a.answerQuality}</TextLink>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && ready.length > 0 && (
        <Form unsaved={false}>
          <Checkboxes name="behandling" label={a.isConfirmed} options={ready.map(({ id, name }) => ({ value: id, label: name }))} />
          <Actions>
            <Button>{a.confirm}</Button>
          </Actions>
        </Form>
      )}
      <Actions>
        <LinkButton href={unitAddress(unit)} variant="tertiary">
          {a.overview}
        </LinkButton>
      </Actions>
    </>
  )
}
