import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { Door, Doors } from '../ui/door.tsx'
import { each } from '../ui/each.ts'
import { PageHeading } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'
import { shellTexts } from './texts.ts'

/** What home has to tell whoever asks. `waits`: something in it waits for them. */
export type HomePart = {
  readonly waits: boolean
  readonly body: ComponentChildren
  /** Kinds of tasks that this part says in its own way: the parts below it leave them out. */
  readonly says?: readonly string[]
}

/** `hasCard`: they have a card that they may lose. */
type Props = { readonly parts: readonly HomePart[]; readonly hasCard: boolean; readonly locale: Locale }

/** What needs me now comes first for whoever has something waiting; for everyone else, the large way to report. */
export const HomePage = ({ parts, hasCard, locale }: Props) => {
  const texts = shellTexts(locale).homePage
  if (parts.length === 0)
    return (
      <>
        <PageHeading title={texts.greeting} />
        <Ways hasCard={hasCard} locale={locale} />
        <p>{texts.noTasks}</p>
      </>
    )
  return (
    <>
      <PageHeading title={parts.some((part) => part.waits) ? texts.tasksTitle : texts.nothingWaits} />
      {each(parts, (part) => part.body)}
      <Section title={texts.greeting} locale={locale}>
        <Ways hasCard={hasCard} locale={locale} />
      </Section>
    </>
  )
}

const Ways = ({ hasCard, locale }: Omit<Props, 'parts'>) => {
  const texts = shellTexts(locale).homePage
  return (
    <Doors>
      <Door href="/avvik/ny" title={texts.reportTitle} icon="plus" primary>
        {texts.reportText}
      </Door>
      <Door href="/sporsmal/nytt" title={texts.adviceTitle} icon="help">
        {texts.adviceText}
      </Door>
      <Door href="/avvik/mine" title={texts.mineTitle} icon="list">
        {texts.mineText}
      </Door>
      {hasCard && (
        <Door href="/id-kort/tapt" title={texts.lostTitle} icon="lock">
          {texts.lostText}
        </Door>
      )}
    </Doors>
  )
}
