import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Select } from '../../../ui/field.tsx'
import { Figures } from '../../../ui/figures.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Scroll } from '../../../ui/scroll.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { isMet, type MatrixRow, matrixOf, type Share, stateOf } from '../plan.ts'
import type { OwnSystem } from '../queries.ts'
import { texts } from '../texts.ts'
import type { PlanLine } from '../training.ts'
import { dayOf, StateTag } from './states.tsx'

type MatrixProps = { readonly lines: readonly PlanLine[]; readonly caption: string; readonly today: string; readonly locale: Locale }

/** People down, requirements across: where each stands. */
export function Matrix({ lines, caption, today, locale }: MatrixProps) {
  const t = texts(locale).matrix
  const { columns, rows } = matrixOf(lines)
  const whole = rows.filter(({ cells }) => [...cells.values()].every((line) => isMet(stateOf(line, today)))).length
  return (
    <>
      <p>{t.of(whole, rows.length)}</p>
      <Scroll label={caption}>
        <DataTable<MatrixRow>
          caption={caption}
          rows={rows}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'person', label: t.person, heading: true, cell: ({ person }) => person },
            ...columns.map(({ id, name }) => ({
              key: id,
              label: name,
              cell: ({ cells }: MatrixRow) => {
                const line = cells.get(id)
                if (!line) return <span className="v-soft">{t.notAsked}</span>
                const state = stateOf(line, today)
                const day = dayOf(line, state, locale)
                return (
                  <>
                    <StateTag state={state} locale={locale} />
                    {day && <div className="v-soft">{day}</div>}
                  </>
                )
              },
            })),
          ]}
        />
      </Scroll>
    </>
  )
}

type Props = {
  readonly lines: readonly PlanLine[]
  readonly units: readonly { readonly value: string; readonly label: string }[]
  readonly unit: string | null
  readonly mine: boolean
  readonly systems: readonly OwnSystem[]
  readonly shares: readonly Share[] | null
  readonly hides: boolean
  /** No requirement is there yet, and the reader may fetch those that are ready. */
  readonly mayStart: boolean
  readonly today: string
  readonly locale: Locale
}

/** What a leader sees of the own people, and whoever coordinates of any unit. */
export function MatrixPage({ lines, units, unit, mine, systems, shares, hides, mayStart, today, locale }: Props) {
  const t = texts(locale).matrix
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {units.length > 0 && (
        <form className="v-form" method="get" action="/kompetanse">
          <Select name="enhet" label={t.unit} options={units} value={unit ?? undefined} empty={mine ? t.mine : false} />
          <Actions>
            <Button variant="secondary">{t.show}</Button>
          </Actions>
        </form>
      )}
      {lines.length === 0 ? (
        <Empty
          title={mayStart ? texts(locale).requirements.none : t.none}
          action={mayStart && <PostButton action="/kompetansekrav/start">{texts(locale).requirements.start}</PostButton>}
        >
          {mayStart ? texts(locale).requirements.noneText : t.noneText}
        </Empty>
      ) : (
        <Matrix lines={lines} caption={t.title} today={today} locale={locale} />
      )}
      {systems.length > 0 && (
        <Section title={t.systems} locale={locale}>
          <TaskList tasks={systems.map(({ id, name, users }) => ({ name, href: `/kompetanse/system/${id}`, hint: t.users(users) }))} />
        </Section>
      )}
      {shares && <SharesTable title={t.figures} shares={shares} hides={hides} locale={locale} />}
      <Actions>
        <LinkButton href="/kompetansekrav" variant="tertiary">
          {texts(locale).requirements.title}
        </LinkButton>
        <LinkButton href="/kurs" variant="tertiary">
          {texts(locale).courses.title}
        </LinkButton>
      </Actions>
    </>
  )
}

type SharesProps = {
  readonly title: string
  readonly lead?: string
  readonly shares: readonly Share[]
  readonly hides: boolean
  readonly locale: Locale
}
/** A share of each unit; nothing where it could tell of somebody. */
export function SharesTable({ title, lead, shares, hides, locale }: SharesProps) {
  const t = texts(locale).matrix
  const shown = hides && shares.some(({ percent }) => percent === null)
  return (
    <Figures
      id="enheter"
      title={title}
      lead={[lead, shown ? t.fewText : undefined].filter(Boolean).join(' ')}
      columns={[t.unit, t.percent]}
      rows={shares.map(({ unit, name, percent }) => ({
        key: unit ?? name,
        label: name,
        figures: [{ text: percent === null ? t.few : t.percentOf(percent) }],
      }))}
      locale={locale}
    />
  )
}
