import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { OutsideLink, PageHeading } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { personGroups } from '../fields.ts'
import { texts } from '../texts.ts'

/** What is reported, about whom, how, and who sees it; the way to the committee (S1-51, S1-53 to S1-57). */
export function ArticlePage({ committee, locale }: { readonly committee: string | null; readonly locale: Locale }) {
  const t = texts(locale)
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      <Actions>
        <LinkButton href="/forskningsetikk/ny" icon="plus">
          {t.add}
        </LinkButton>
        <LinkButton href="/forskningsetikk/klager" variant="secondary">
          {t.mine}
        </LinkButton>
      </Actions>
      <Section title={t.article.howTitle} locale={locale}>
        <ol className="ds-list">
          {each(t.article.how, (step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Section>
      <Section title={t.article.whoTitle} locale={locale}>
        <ul className="ds-list">
          {each(personGroups, (group) => (
            <li>{t.ask.personGroup.choices[group]}</li>
          ))}
        </ul>
      </Section>
      <Section title={t.article.seenTitle} locale={locale}>
        <p className="v-prose">{t.article.seen}</p>
        {committee !== null && (
          <p>
            <OutsideLink href={committee} locale={locale}>
              {t.article.committee}
            </OutsideLink>
          </p>
        )}
      </Section>
    </>
  )
}
