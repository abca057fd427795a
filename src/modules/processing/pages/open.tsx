import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { ViewOfAny } from '../../../ui/record-view.tsx'
import { openFields } from '../fields-open.ts'
import type { OpenActivity } from '../queries-open.ts'
import { texts } from '../texts.ts'

type RecordProps = {
  readonly activities: readonly OpenActivity[]
  readonly at: string
  readonly here: number
  readonly more: boolean
  readonly organisation: string
  readonly email: string | null
  readonly locale: Locale
}

/** What an organisation uses personal data for, as those outside may read it. */
export function OpenRecordPage({ activities, at, here, more, organisation, email, locale }: RecordProps) {
  const t = texts(locale).open
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} kicker={organisation} lead={t.lead} />
      {activities.length === 0 ? (
        <Empty title={t.none}>{t.noneText}</Empty>
      ) : (
        <ul className="ds-list">
          {each(activities, ({ id, values }) => (
            <li>
              <TextLink href={`${at}/${id}`}>{values.name}</TextLink>
              {values.purpose && <p className="v-soft">{values.purpose.slice(0, 200)}</p>}
            </li>
          ))}
        </ul>
      )}
      <Actions>
        {here > 1 && (
          <LinkButton href={here === 2 ? at : `${at}?side=${here - 1}`} variant="secondary">
            {t.previous}
          </LinkButton>
        )}
        {more && (
          <LinkButton href={`${at}?side=${here + 1}`} variant="secondary">
            {t.next}
          </LinkButton>
        )}
      </Actions>
      <p className="v-soft">
        {texts(locale).register.lawText} {email && t.ask(email)}
      </p>
    </Stack>
  )
}

type ActivityProps = {
  readonly activity: OpenActivity
  readonly offers: OffersByName
  readonly organisation: string
  readonly at: string
  readonly locale: Locale
}

/** One activity as it was approved: what is not answered is not shown. */
export function OpenActivityPage({ activity: { values, approvedAt }, offers, organisation, at, locale }: ActivityProps) {
  const t = texts(locale)
  const said = (Object.keys(openFields) as (keyof typeof openFields)[]).filter(
    (name) => name !== 'name' && values[name] !== null && values[name].length > 0,
  )
  return (
    <Stack gap="lg">
      <PageHeading title={values.name ?? ''} kicker={organisation} />
      <p className="v-soft v-standing">{t.open.approved(formatDate(localDate(approvedAt), locale))}</p>
      <ViewOfAny fields={openFields} texts={t.fields} values={values} shown={said} offers={offers} locale={locale} />
      <div>
        <LinkButton href={at} variant="secondary">
          {t.open.back}
        </LinkButton>
      </div>
    </Stack>
  )
}
