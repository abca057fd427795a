import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { texts } from '../texts.ts'

type Props = { readonly system: string; readonly technical: string | null; readonly adds: boolean; readonly locale: Locale }

/** On the page of a system: who is technically responsible, and where a change of it is registered. Its changes stand among what hangs together with it. */
export function ChangesOf({ system, technical, adds, locale }: Props) {
  const t = texts(locale)
  return (
    <Section title={t.panel.title} id="endringer" locale={locale}>
      <p>
        {t.roles.technical}: {technical ?? t.show.it}
      </p>
      <p className="v-soft">{t.panel.lead}</p>
      {adds && (
        <div>
          <LinkButton href={`/systemendringer/nytt?system=${system}`} variant="secondary" icon="plus">
            {t.add}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}
