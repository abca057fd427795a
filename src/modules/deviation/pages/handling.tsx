import { isEmpty } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { TextLink } from '../../../ui/page.tsx'
import { RecordView } from '../../../ui/record-view.tsx'
import { Section } from '../../../ui/section.tsx'
import { casefileTexts } from '../casefile/texts.ts'
import { containFields, editableHandling, handlingFields } from '../handling/fields.ts'
import { handlingTexts } from '../handling/texts.ts'
import type { CaseView } from '../queries.ts'

/** What handling has found out, and what was done to stop it. The three that a joint assessment waits for are marked (S4-138). */
export function HandlingSection({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) {
  const { deviation, profile, actions } = view
  const { handling, id } = deviation
  const t = casefileTexts(locale).page.handling
  const may = actions.includes('edit')
  const needed = profile.assessment.jointly.length > 0 ? (['reality', 'extent', 'proposedMeasures'] as const) : []
  const missing = needed.filter((name) => isEmpty(handling[name]))
  const names = [
    ...Object.keys(containFields),
    ...editableHandling.filter((name) => name !== 'shortName'),
  ] as (keyof typeof handlingFields)[]
  const shown = names.filter((name) => !isEmpty(handling[name]) || missing.some((one) => one === name))
  return (
    <Section title={t.title} id="behandling" locale={locale} edit={may ? { href: `/avvik/${id}/behandling` } : undefined}>
      {shown.length === 0 ? (
        <p className="v-soft">{t.nothing}</p>
      ) : (
        <RecordView
          fields={handlingFields}
          texts={handlingTexts(locale).fields}
          values={handling}
          locale={locale}
          shown={shown}
          missing={missing}
        />
      )}
      {may && (
        <p>
          <TextLink href={`/avvik/${id}/behandling/stans`}>{t.contain}</TextLink>
        </p>
      )}
    </Section>
  )
}
