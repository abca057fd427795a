import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'

/** The names that stand as text in a record, each with a button that begins a supplier of that name. */
export const Offer = ({ names, locale }: { readonly names: readonly string[]; readonly locale: Locale }) => (
  <Section title={texts(locale).offer.title} locale={locale}>
    <form className="v-inline-form" method="post" action="/leverandorer/nytt/begynt">
      <Actions>
        {names.map((name) => (
          <Button key={name} variant="secondary" name="name" value={name}>
            {texts(locale).offer.add(name)}
          </Button>
        ))}
      </Actions>
    </form>
  </Section>
)
