import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Addendum } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { Checklist, Employment, Facts } from '../employment.ts'
import type { LeavingProfile } from '../profile.ts'
import { doneOn, openSteps } from '../rules-steps.ts'
import { dueOf, stepsOf } from '../steps.ts'
import { texts } from '../texts.ts'

export type ChecklistMaterial = {
  readonly employment: Employment
  readonly list: Checklist
  readonly facts: Facts
  readonly profile: LeavingProfile
  /** What the person has of ours, for whoever collects it. */
  readonly held: readonly Addendum[]
  readonly name: (id: string) => string
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
}

/** A checklist as a document: each point with whose it is, when it is due, and when, by whom and how it was done (G28). */
export function checklistDocument(material: ChecklistMaterial): Document {
  const { employment, list, facts, profile, held, name, language, now, organisation, letterhead } = material
  const t = texts(language)
  const { values } = employment
  const day = (date: LocalDate | null) => (date === null ? '–' : formatDate(date, language))
  const rows = stepsOf(list.kind).map((step) => {
    const done = list.steps[step.key]
    const when = doneOn(step, list, facts)
    return [
      t.steps[step.key],
      t.whose[step.by],
      day(dueOf(step, list.day, profile)),
      when === null ? t.stepStates.open : done ? t.doneBy(day(when), name(done.doneBy)) : day(when),
      done?.proof ?? '–',
    ]
  })
  return {
    kind: 'checklist',
    language,
    title: t.lists[list.kind],
    reference: values.number ?? '',
    referenceIs: 'employee',
    organisation,
    letterhead,
    draft: openSteps(list, facts).length > 0,
    date: formatDate(localDate(list.closedAt ?? now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.columns.person, value: values.person ? name(values.person) : '–' },
      { label: t.fields.kind.label, value: values.kind ? t.fields.kind.choices[values.kind] : '–' },
      { label: t.fields.position.label, value: values.position ?? '–' },
      { label: t.fields.startsOn.label, value: day(values.startsOn) },
      { label: t.fields.endsOn.label, value: day(values.endsOn) },
    ],
    sections: [
      {
        heading: t.lists[list.kind],
        blocks: [
          {
            kind: 'table',
            head: [t.step.what, t.step.whose, t.step.due, t.step.state, t.answer.proof.label],
            rows,
            caption: t.lists[list.kind],
          },
        ],
      },
      ...(list.kind === 'leave' ? held.map(({ heading, items }) => ({ heading, blocks: [{ kind: 'list' as const, items }] })) : []),
    ],
    signature: null,
  }
}
