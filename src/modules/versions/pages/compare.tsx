import { formatInstant } from '../../../kernel/calendar/words.ts'
import { Button } from '../../../ui/button.tsx'
import { type OptionGroup, Select } from '../../../ui/field.tsx'
import { PageHeading, Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Named } from '../queries.ts'
import { texts } from '../texts.ts'
import type { Version } from '../version.ts'
import { Between, type Shared, whoIn } from './history.tsx'

type Props = Shared & {
  readonly all: readonly Named[]
  readonly from: number
  readonly to: number
  readonly before: Version | undefined
  readonly after: Version | undefined
}

/** Two versions of a record beside each other, whichever they are; those that were approved are offered first. */
export function ComparePage({ all, from, to, before, after, ...shared }: Props) {
  const { of, here, locale } = shared
  const t = texts(locale).compare
  const groups = groupsOf(all, shared)
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} kicker={of.name} lead={t.lead} />
      <form className="v-form" action={here}>
        <Select name="fra" label={t.from} groups={groups} value={String(from)} empty={false} />
        <Select name="til" label={t.to} groups={groups} value={String(to)} empty={false} />
        <div>
          <Button variant="secondary">{t.show}</Button>
        </div>
      </form>
      {before && after && before.version !== after.version ? (
        <Section title={t.between(nameOf(before, shared), nameOf(after, shared))} locale={locale}>
          <Between {...shared} before={before} after={after} />
        </Section>
      ) : (
        <p>{t.same}</p>
      )}
      <p>
        <TextLink href={here}>{texts(locale).back}</TextLink>
      </p>
    </Stack>
  )
}

const nameOf = ({ at }: Pick<Named, 'at'>, { locale }: Pick<Shared, 'locale'>): string =>
  at === null ? texts(locale).began : formatInstant(at, locale)

function groupsOf(all: readonly Named[], shared: Shared): readonly OptionGroup[] {
  const t = texts(shared.locale).compare
  const option = (one: Named) => ({
    value: String(one.version),
    label: one.at === null ? nameOf(one, shared) : `${nameOf(one, shared)}, ${whoIn(one, shared)}`,
  })
  const group = (label: string, some: readonly Named[]) => (some.length === 0 ? [] : [{ label, options: some.map(option) }])
  return [
    ...group(
      t.approved,
      all.filter(({ approved }) => approved),
    ),
    ...group(
      t.others,
      all.filter(({ approved }) => !approved),
    ),
  ]
}
