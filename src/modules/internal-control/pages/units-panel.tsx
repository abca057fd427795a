import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, PostButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Activity, UnitPart } from '../internal-control.ts'
import { texts } from '../texts.ts'

type Line = UnitPart & { readonly name: string; readonly may: boolean }
type Props = {
  readonly activity: Activity
  readonly parts: readonly Line[]
  readonly mayRemind: boolean
  readonly locale: Locale
}

/** Under an activity that goes to units: which have done their part. */
export function UnitsPanel({ activity, parts, mayRemind, locale }: Props) {
  const { activities: t } = texts(locale)
  const at = `/aktiviteter/${activity.id}`
  const done = parts.filter(({ doneAt }) => doneAt !== null).length
  return (
    <Section title={t.parts(done, parts.length)} locale={locale}>
      <DataTable
        caption={t.parts(done, parts.length)}
        rows={parts}
        rowKey={({ unit }) => unit}
        columns={[
          { key: 'unit', label: t.unit, heading: true, cell: ({ name }) => name },
          {
            key: 'state',
            label: t.state,
            cell: ({ unit, doneAt, may }) =>
              doneAt ? (
                <StatusTag tone="success" done>
                  {t.partDone(formatDate(localDate(doneAt), locale))}
                </StatusTag>
              ) : may ? (
                <PostButton action={`${at}/enheter/${unit}`} variant="secondary">
                  {t.doPart}
                </PostButton>
              ) : (
                <StatusTag tone="warning">{t.partOpen}</StatusTag>
              ),
          },
        ]}
      />
      {mayRemind && done < parts.length && (
        <Actions>
          <PostButton action={`${at}/paminnelse`} variant="secondary">
            {t.remind}
          </PostButton>
        </Actions>
      )}
    </Section>
  )
}
