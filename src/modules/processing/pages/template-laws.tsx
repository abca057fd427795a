import { formatDate } from '../../../kernel/calendar/words.ts'
import { capital, type Locale } from '../../../kernel/texts.ts'
import type { Written } from '../../../register/templates/template.ts'
import { Details } from '../../../ui/details.tsx'
import { OutsideLink } from '../../../ui/page.tsx'
import type { Activities } from '../templates/activity.ts'
import { addressOf, checkedOn, type Law, laws } from '../templates/law.ts'
import { texts } from '../texts.ts'

/** The laws that the templates name, where they are read, and when they last were. */
export function TemplateLaws({
  activities,
  language,
  locale,
}: {
  readonly activities: Activities
  readonly language: Written
  readonly locale: Locale
}) {
  const t = texts(locale).templates
  const named = Object.values(activities).flatMap(({ law = [], specialLaw = [] }): readonly Law[] => [...law, ...specialLaw])
  const each = [...new Set(named.map(([law]) => law))].sort((one, other) => laws[one][language].localeCompare(laws[other][language], 'nb'))
  return (
    <Details summary={t.laws}>
      <p>{t.lawsText(formatDate(checkedOn, locale))}</p>
      <ul>
        {each.map((law) => (
          <li key={law}>
            <OutsideLink href={addressOf(law)} locale={locale}>
              {capital(laws[law][language])}
            </OutsideLink>
          </li>
        ))}
      </ul>
    </Details>
  )
}
