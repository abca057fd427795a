import { isEmpty } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../../ui/button.tsx'
import { RecordView } from '../../../../ui/record-view.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { containFields, editableHandling, handlingFields } from '../../fields-handling.ts'
import { handlingTexts } from '../../handling/texts.ts'
import type { CaseView } from '../../queries.ts'
import { overviewTexts } from '../texts.ts'

type HandlingProps = { readonly view: CaseView; readonly locale: Locale }

/** Whether it is stopped: the first thing one asks of a case. */
export const HandlingState = ({ view, locale }: HandlingProps) => {
  const { contained } = view.deviation.handling
  const t = overviewTexts(locale).page
  if (contained === null) return <span className="v-soft">{t.facts.notClear}</span>
  return (
    <StatusTag tone={contained === 'yes' ? 'success' : contained === 'no' ? 'danger' : 'warning'} done={contained === 'yes'}>
      {t.stopped[contained]}
    </StatusTag>
  )
}

/** What handling has found out, and what was done to stop it. The three that a joint assessment waits for are marked (S4-138). */
export function HandlingRead({ view, locale }: HandlingProps) {
  const { deviation, profile, actions } = view
  const { handling, id } = deviation
  const t = overviewTexts(locale).page.handling
  const needed = profile.assessment.jointly.length > 0 ? (['reality', 'extent', 'proposedMeasures'] as const) : []
  const missing = needed.filter((name) => isEmpty(handling[name]))
  const names = [
    ...Object.keys(containFields),
    ...editableHandling.filter((name) => name !== 'shortName'),
  ] as (keyof typeof handlingFields)[]
  const shown = names.filter((name) => !isEmpty(handling[name]) || missing.some((one) => one === name))
  return (
    <>
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
      {actions.includes('edit') && (
        <Actions>
          <LinkButton href={`/avvik/${id}/behandling/stans`} variant="secondary">
            {t.contain}
          </LinkButton>
          <LinkButton href={`/avvik/${id}/behandling`} variant="secondary">
            {t.edit}
          </LinkButton>
        </Actions>
      )}
    </>
  )
}
