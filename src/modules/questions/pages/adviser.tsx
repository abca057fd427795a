import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'
import { type Asked, People, whoHasIt } from './ask.tsx'

/** On a risk assessment, and on the leader's page: whom to ask about security (S4-084). */
export function AdviserPanel({ asked, page, locale }: { readonly asked: Asked; readonly page: string; readonly locale: Locale }) {
  const t = texts(locale).adviser
  const theirs = asked.by !== null || asked.persons.length === 0
  return (
    <Section title={t.title} id="sikkerhetsrad" locale={locale}>
      <p className="v-prose">
        {asked.title}: {theirs ? whoHasIt(asked, locale) : null} <People people={asked.persons} named={!theirs} />
      </p>
      <Actions>
        <LinkButton href={`/sporsmal/nytt?til=ciso&fra=${encodeURIComponent(page)}`} variant="secondary">
          {texts(locale).add}
        </LinkButton>
      </Actions>
    </Section>
  )
}
