import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Radios, Select } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { fill } from '../../../ui/texts.ts'
import { classes } from '../fields.ts'
import { whereToStore } from '../rules.ts'
import type { InformationClass, Place, Verdict } from '../storage-guide.ts'
import { texts } from '../texts.ts'

const tones = { allowed: 'success', allowedIf: 'warning', notAllowed: 'danger' } as const satisfies Record<Verdict, string>
const notices = { allowed: 'success', allowedIf: 'warning', notAllowed: 'danger' } as const

type GuideProps = {
  readonly places: readonly Place[]
  readonly what: InformationClass | null
  readonly place: string | null
  /** The question was asked, and what is to be stored was not said. */
  readonly unsaid: boolean
  readonly mayKeep: boolean
  readonly locale: Locale
}

/** "Where can I store this?", which ends in one answer; and below it all there is to know. */
export function StorageGuidePage({ places, what, place, unsaid, mayKeep, locale }: GuideProps) {
  const t = texts(locale).guide
  const open = places.filter(({ values }) => values.inUse === 'yes')
  const keep = mayKeep && (
    <LinkButton href="/lagringssteder" variant="secondary">
      {t.keep}
    </LinkButton>
  )
  const fetch = mayKeep && <PostButton action="/lagringssteder/ferdige">{t.fetch}</PostButton>
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={keep || undefined} />
      {open.length === 0 ? (
        <>
          <Empty title={t.empty} action={fetch || undefined}>
            {t.emptyText}
          </Empty>
          <Help locale={locale} />
        </>
      ) : (
        <>
          {what && <AnswerNotice places={places} what={what} place={place} locale={locale} />}
          <Section title={t.where} id="hvor" locale={locale} plain>
            <form className="v-form" method="get" action="/lagringsguide">
              <Radios
                name="klasse"
                label={t.what}
                value={what ?? undefined}
                error={unsaid ? texts(locale).answer.chooseClass : undefined}
                options={classes.map((one) => ({ value: one, label: texts(locale).classes[one] }))}
              />
              <Select
                name="sted"
                label={t.place}
                value={place ?? undefined}
                empty={t.anyPlace}
                options={open.map(({ id, values }) => ({ value: id, label: values.name ?? '' }))}
              />
              <Actions>
                <Button>{t.ask}</Button>
              </Actions>
            </form>
          </Section>
          <Help locale={locale} />
          <Details summary={t.all} wide>
            <Matrix places={open} locale={locale} />
          </Details>
        </>
      )}
    </>
  )
}

/** What helps whoever is unsure, whether or not any place is registered; and the places themselves. */
const Help = ({ locale }: { readonly locale: Locale }) => {
  const t = texts(locale)
  const pages = [
    { href: '/lagringsguide/klassifisering', label: t.guide.classifyLink },
    { href: '/lagringsguide/mottatt-e-post', label: t.guide.receivedLink },
    { href: '/lagringssteder', label: t.title },
  ]
  return (
    <Section title={t.guide.help} locale={locale}>
      <ul>
        {each(pages, ({ href, label }) => (
          <li>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One answer: whether it may lie there, and where it should. */
function AnswerNotice({
  places,
  what,
  place,
  locale,
}: {
  readonly places: readonly Place[]
  readonly what: InformationClass
  readonly place: string | null
  readonly locale: Locale
}) {
  const t = texts(locale)
  const { asked, recommended, others } = whereToStore(places, what, place)
  const named = (some: readonly Place[]) =>
    some.map(({ values }) => (values[what] === 'allowedIf' ? `${values.name} (${values.condition})` : values.name)).join(', ')
  const word = t.what[what]
  const besides = others.filter(({ id }) => id !== asked?.place.id)
  const first = asked
    ? fill(t.answer[asked.verdict], { what: word, place: asked.place.values.name ?? '', condition: asked.place.values.condition ?? '' })
    : recommended.length > 0
      ? fill(t.answer.recommended, { what: word, places: named(recommended) })
      : null
  const nowhere = recommended.length + others.length === 0
  return (
    <div id="svar">
      <Notice tone={asked ? notices[asked.verdict] : nowhere ? 'warning' : 'success'} locale={locale} live>
        {first && (
          <p>
            <b>{first}</b>
          </p>
        )}
        {asked && asked.verdict !== 'allowed' && recommended.length > 0 && (
          <p>{fill(t.answer.recommendedInstead, { places: named(recommended) })}</p>
        )}
        {!asked && besides.length > 0 && <p>{fill(t.answer.others, { places: named(besides) })}</p>}
        {nowhere && <p>{fill(t.answer.none, { what: word })}</p>}
      </Notice>
    </div>
  )
}

const Matrix = ({ places, locale }: { readonly places: readonly Place[]; readonly locale: Locale }) => {
  const t = texts(locale)
  return (
    <DataTable
      caption={t.guide.caption}
      columns={[
        {
          key: 'name',
          label: t.fields.name.label,
          heading: true,
          cell: ({ values }: Place) => (
            <>
              {values.name}
              {values.condition && <div className="v-soft v-condition">{values.condition}</div>}
            </>
          ),
        },
        ...classes.map((one) => ({
          key: one,
          label: t.classes[one],
          cell: ({ values }: Place) => {
            const verdict = values[one]
            return verdict ? <StatusTag tone={tones[verdict]}>{t.verdicts[verdict]}</StatusTag> : t.guide.notSaid
          },
        })),
      ]}
      rows={places}
      rowKey={({ id }) => id}
    />
  )
}

/** Where sensitive data may lie, for whoever must put them away. */
export const SafePlaces = ({ places, locale }: { readonly places: readonly Place[]; readonly locale: Locale }) => {
  const { recommended } = whereToStore(places, 'sensitive', null)
  const t = texts(locale).received
  if (recommended.length === 0) return <p>{t.storeNowhere}</p>
  return (
    <>
      <p>{t.storeText}</p>
      <ul>
        {each(recommended, ({ values }) => (
          <li>
            {values.name}
            {values.sensitive === 'allowedIf' && values.condition && ` (${values.condition})`}
          </li>
        ))}
      </ul>
    </>
  )
}
