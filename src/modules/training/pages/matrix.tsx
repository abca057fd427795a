import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
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

/** People down, requirements across: those who lack something, and folded those who have it all. A telephone shows only what is lacking. */
export function Matrix(props: MatrixProps) {
  const { lines, caption, today, locale } = props
  const t = texts(locale).matrix
  const { rows } = matrixOf(lines)
  const isWhole = ({ cells }: MatrixRow) => [...cells.values()].every((line) => isMet(stateOf(line, today)))
  const [whole, lacking] = [rows.filter(isWhole), rows.filter((row) => !isWhole(row))]
  return (
    <>
      <p>{t.of(whole.length, rows.length)}</p>
      {lacking.length > 0 && <MatrixRows {...props} rows={lacking} />}
      {whole.length > 0 && (
        <Details summary={t.whole(whole.length)} wide>
          <MatrixRows {...props} caption={`${caption}: ${t.whole(whole.length)}`} rows={whole} />
        </Details>
      )}
    </>
  )
}

function MatrixRows({ lines, rows, caption, today, locale }: MatrixProps & { readonly rows: readonly MatrixRow[] }) {
  const t = texts(locale).matrix
  const { columns } = matrixOf(lines)
  return (
    <div className="v-gaps">
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
                if (!line)
                  return (
                    <span className="v-soft" data-settled="">
                      {t.notAsked}
                    </span>
                  )
                const state = stateOf(line, today)
                const day = dayOf(line, state, locale)
                return (
                  <div data-settled={isMet(state) ? '' : undefined}>
                    <StateTag state={state} locale={locale} />
                    {day && <div className="v-soft">{day}</div>}
                  </div>
                )
              },
            })),
          ]}
        />
      </Scroll>
    </div>
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
  // A head over nothing tells nothing.
  if (shares.length === 0) return null
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
