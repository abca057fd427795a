import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { type Option, Select } from '../../../ui/field.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { DataSubject } from '../../organisation/public.ts'
import type { Described } from '../documents/overview.ts'
import { texts } from '../texts.ts'

type OverviewProps = {
  readonly group: DataSubject | null
  readonly unit: string | null
  readonly groups: readonly Option[]
  readonly units: readonly Option[]
  readonly activities: readonly Described[]
  readonly locale: Locale
}

/** What we keep on a group of people, on a page and as a document to give away (S2-30, G14). */
export function OverviewPage({ group, unit, groups, units, activities, locale }: OverviewProps) {
  const t = texts(locale)
  const query = new URLSearchParams({ gruppe: group ?? '', ...(unit === null ? {} : { enhet: unit }) })
  return (
    <>
      <PageHeading title={t.overview.make} lead={t.overview.lead} />
      <form className="v-form" method="get" action="/egne-opplysninger/oversikt">
        <Select
          id="gruppe"
          name="gruppe"
          label={t.ask.subjects.label}
          options={groups}
          value={group ?? ''}
          empty={t.overview.chooseGroup}
        />
        <Select id="enhet" name="enhet" label={t.assign.unit.label} options={units} value={unit ?? ''} empty={t.overview.everyUnit} />
        <Actions>
          <Button variant={group === null ? 'primary' : 'secondary'}>{t.overview.show}</Button>
        </Actions>
      </form>
      {group !== null && (
        <Section title={t.overview.document(t.ask.subjects.choices[group])} locale={locale}>
          {activities.length === 0 ? (
            <Empty title={t.overview.nothing} />
          ) : (
            <>
              <ul>
                {each(activities, ({ values, unit: name }) => (
                  <li>
                    {values.name}
                    {name !== null && <span className="v-soft"> ({name})</span>}
                  </li>
                ))}
              </ul>
              <Actions>
                {(['nb', 'nn', 'en'] as const).map((language, at) => (
                  <LinkButton
                    key={language}
                    href={`/egne-opplysninger/oversikt-${language}.pdf?${query}`}
                    variant={at === 0 ? 'primary' : 'secondary'}
                  >
                    {t.overview.pdf[language]}
                  </LinkButton>
                ))}
              </Actions>
              <p>
                {each(['nb', 'nn', 'en'] as const, (language) => (
                  <>
                    <TextLink href={`/egne-opplysninger/oversikt-${language}.docx?${query}`}>{t.overview.docx[language]}</TextLink>{' '}
                  </>
                ))}
              </p>
            </>
          )}
        </Section>
      )}
    </>
  )
}
