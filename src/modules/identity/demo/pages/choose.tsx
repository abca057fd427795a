import type { Locale } from '../../../../kernel/texts.ts'
import { Doors } from '../../../../ui/door.tsx'
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
        <Doors>
          {groups.map(({ organisation, people }) => (
            <Section key={organisation} title={organisation} locale={locale} plain>
              <Choose
                name="person"
                people={people.map(({ slug, name, hint }) => ({ value: slug, name: name.replace(/,[^,]*$/, ''), hint }))}
              />
            </Section>
          ))}
        </Doors>
      </form>
    </>
  )
}
