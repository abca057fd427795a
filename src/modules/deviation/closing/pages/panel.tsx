import { formatInstant } from '../../../../kernel/calendar/words.ts'
import type { Fields, Values } from '../../../../kernel/fields.ts'
import { isEmpty } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { type TaskItem, TaskList } from '../../../../ui/task-list.tsx'
import { clockRuns } from '../../clock.ts'
import { documentationFields, lessonFields, memoFields } from '../../fields-closing.ts'
import type { CaseView } from '../../queries.ts'
import { memoNeeded } from '../../rules.ts'
import { closingGaps, unfinished } from '../rules.ts'
import { texts } from '../texts.ts'

/** The last part of a case's page: what is written down, and what is left before closing. For those with the whole case. */
export const ClosingPanel = ({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) => {
  const { deviation, profile } = view
  const t = texts(locale).panel
  const at = (path: string) => `/avvik/${deviation.id}/${path}`
  const written = clockRuns(deviation) ? { ...documentationFields, ...lessonFields } : lessonFields
  const tasks: TaskItem[] = [
    { name: t.documentation, href: at('dokumentasjon'), status: <HowFar fields={written} values={deviation.closing} locale={locale} /> },
  ]
  if (memoNeeded(deviation, profile) || !isEmpty(deviation.closing.memoBriefing))
    tasks.push({ name: t.memo, href: at('notat'), status: <HowFar fields={memoFields} values={deviation.closing} locale={locale} /> })
  tasks.push({ name: t.closing, href: at('lukking') })
  return <TaskList tasks={tasks} />
}

const HowFar = <F extends Fields>({
  fields,
  values,
  locale,
}: {
  readonly fields: F
  readonly values: Values<F>
  readonly locale: Locale
}) => {
  const t = texts(locale).panel
  if (unfinished(fields, values).length === 0) return <StatusTag tone="success">{t.done}</StatusTag>
  const begun = Object.keys(fields).some((name) => !isEmpty(values[name]))
  return <StatusTag tone={begun ? 'info' : 'neutral'}>{begun ? t.begun : t.notBegun}</StatusTag>
}

export const ClosingStatus = ({ view, locale }: { readonly view: CaseView; readonly locale: Locale }) => {
  const { deviation, profile } = view
  const t = texts(locale).panel
  if (deviation.closedAt) return <StatusTag done>{t.closedAt(formatInstant(deviation.closedAt, locale))}</StatusTag>
  if (deviation.status === 'proposed') return <StatusTag tone="info">{t.proposed}</StatusTag>
  const left = closingGaps(deviation, profile, true).length
  if (left > 0) return <StatusTag tone="neutral">{t.left(left)}</StatusTag>
  return <StatusTag tone="success">{memoNeeded(deviation, profile) ? t.readyToPropose : t.ready}</StatusTag>
}
