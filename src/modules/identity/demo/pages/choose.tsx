import type { Locale } from '../../../../kernel/texts.ts'
import { PageHeading } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Choose } from '../../../../ui/sign-in.tsx'
import { texts } from '../../texts.ts'
import type { DemoGroup } from '../demo.ts'

/** Everyone there is to be, by organisation. One press signs in. */
export function ChoosePage({ groups, locale }: { readonly groups: readonly DemoGroup[]; readonly locale: Locale }) {
  const t = texts(locale).demo
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <form method="post" action="/demo/logg-inn">
        {groups.map(({ organisation, people }) => (
          <Section key={organisation} title={organisation} locale={locale}>
            <Choose
              name="person"
              people={people.map(({ slug, name, role }) => ({ value: slug, name: name.replace(/,[^,]*$/, ''), hint: role }))}
            />
          </Section>
        ))}
      </form>
    </>
  )
}
