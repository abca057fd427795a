import { formatInstant } from '../../kernel/calendar/words.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Field } from '../../kernel/fields.ts'
import { type Page, page } from '../../kernel/http.ts'
import { namesIn, type OffersByName } from '../../kernel/reference.ts'
import type { Locale } from '../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../ui/button.tsx'
import { CertainButton } from '../../ui/certain.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Select } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { showWhole } from '../../ui/format.ts'
import { KeyFacts } from '../../ui/key-facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading, Stack, TextLink } from '../../ui/page.tsx'
import { plainValue } from '../../ui/record-view.tsx'
import { errorAt, type Refused } from '../../ui/refused.ts'
import { Section } from '../../ui/section.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { fill } from '../../ui/texts.ts'
import { revived } from './cells.ts'
import { doubled, shownCell } from './columns.ts'
import { mayUndo, mostAbove, undoMs } from './commands.ts'
import type { Answers, Importable } from './importable.ts'
import {
  type Counts,
  countsOf,
  firstRows,
  type Import,
  type ImportRow,
  lastDone,
  refusedRows,
  rowsOf,
  type Verdict,
  verdicts,
} from './queries.ts'
import { most } from './reader.ts'
import { importTexts } from './texts.ts'
import { labelIn, reasonText } from './words.ts'

/** So many rows of a kind stand on a page; all of the refused are in the file. */
const shown = 50

export const importAddress = (register: Importable, id: string) => `${register.at}/import/${id}`
const crumbs = (register: Importable, locale: Locale, inside = false) => [
  { href: register.listAt ?? register.at, label: register.texts(locale).title },
  ...(inside ? [{ href: `${register.at}/import`, label: importTexts(locale).title }] : []),
]

type Latest = { readonly run: Import; readonly counts: Counts }
type StartProps = { readonly latest: readonly Latest[]; readonly refused?: Refused | undefined; readonly bytes: number }

export function startPage(register: Importable, { latest, refused, bytes }: StartProps, locale: Locale): Page & { readonly status: 200 } {
  const t = importTexts(locale)
  const error = errorAt(refused, 'filer')
  const mb = Math.round(Math.min(bytes, most.bytes) / 1_048_576)
  return page(
    t.title,
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} lead={t.lead} />
      <ul className="ds-list v-prose">
        {t.how.map((line) => (
          <li key={line}>{fill(line, { key: labelIn(register, register.key, locale) })}</li>
        ))}
        {register.subject === 'person' && <li>{t.noMail}</li>}
        {register.how?.(locale).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form
        className="v-form"
        method="post"
        action={`${register.at}/import`}
        encType="multipart/form-data"
        data-upload=""
        data-sending={t.sending}
        data-percent={t.sent}
        data-lost={t.lost}
      >
        <Actions>
          <LinkButton href={`${register.at}/import/mal`} variant="tertiary" icon="download" download>
            {t.template}
          </LinkButton>
        </Actions>
        <div className={`ds-field${error ? ' v-fault' : ''}`}>
          <label className="ds-label" htmlFor="filer">
            {t.choose}
          </label>
          <div id="filer-hint" data-field="description">
            {fill(t.chooseHint, { rows: showWhole(most.rows, locale), mb })}
          </div>
          <input
            className="ds-input"
            type="file"
            id="filer"
            name="filer"
            accept=".xlsx,.csv,.txt,.tsv"
            aria-describedby="filer-hint"
            aria-invalid={error ? true : undefined}
          />
        </div>
        <p role="status" data-upload-status="" hidden />
        <progress data-upload-progress="" max={100} value={0} aria-label={t.sending} hidden />
        <Actions>
          <Button>{t.upload}</Button>
        </Actions>
      </form>
      {latest.length > 0 && (
        <Section title={t.latest} locale={locale}>
          <DataTable
            caption={t.latest}
            rows={latest}
            rowKey={({ run }) => run.id}
            columns={[
              {
                key: 'when',
                label: t.when,
                heading: true,
                cell: ({ run }) => <TextLink href={importAddress(register, run.id)}>{formatInstant(run.startedAt, locale)}</TextLink>,
              },
              { key: 'state', label: t.stateLabel, cell: ({ run }) => <StateTag run={run} locale={locale} /> },
              { key: 'result', label: t.result, cell: ({ run, counts }) => resultText(run, counts, locale) },
            ]}
          />
        </Section>
      )}
    </Stack>,
    crumbs(register, locale),
  )
}

const StateTag = ({ run, locale }: { readonly run: Import; readonly locale: Locale }) => {
  const t = importTexts(locale)
  if (run.stopped) return <Tag tone="warning">{t.stoppedState}</Tag>
  return <Tag tone={run.state === 'applied' ? 'success' : run.state === 'undone' ? 'neutral' : 'info'}>{t.states[run.state]}</Tag>
}

const resultText = ({ state }: Import, counts: Counts, locale: Locale) => {
  if (state !== 'applied' && state !== 'undone') return ''
  const items = state === 'undone' ? undoneItems(counts, locale) : doneItems(counts, locale)
  return items
    .filter(({ n }) => n > 0)
    .map(({ label, n }) => `${label}: ${showWhole(n, locale)}`)
    .join(', ')
}

/** What each column is. Shown again with what is wrong. */
export async function columnsPage(ctx: Ctx, register: Importable, run: Import, locale: Locale, refused?: Refused) {
  const t = importTexts(locale).columns
  const rows = await firstRows(ctx, run.id, mostAbove + 5)
  const examples = rows.filter(({ row }) => row > run.headingRow)
  const width = Math.max(run.headings.length, ...examples.map(({ cells }) => cells.length))
  const { fields } = register.texts(locale)
  const options = Object.keys(register.fields).map((field) => ({ value: field, label: fields[field]?.label ?? field }))
  const title = importTexts(locale).columns.title
  const required = Object.entries(register.fields).filter(
    ([field, { required }]) => required && !run.mapping.includes(field) && field !== register.key,
  )
  return page(
    title,
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={title} kicker={importTexts(locale).title} lead={t.lead} />
      <FileNotes run={run} locale={locale} missing={required.map(([field]) => labelIn(register, field, locale))} />
      <Form action={`${importAddress(register, run.id)}/overskrift`} unsaved={false}>
        <Select
          name="rad"
          label={t.headingRow}
          empty={false}
          value={String(run.headingRow)}
          options={rows.slice(0, mostAbove).map(({ row, cells }) => ({
            value: String(row),
            label: `${row}: ${cells.map(shownCell).filter(Boolean).slice(0, 4).join(' · ').slice(0, 80)}`,
          }))}
        />
        <Actions>
          <Button variant="secondary">{t.readAgain}</Button>
        </Actions>
      </Form>
      <Form action={`${importAddress(register, run.id)}/kolonner`}>
        {Array.from({ length: width }, (_, at) => {
          const some = examples.map(({ cells }) => inShort(shownCell(cells[at]))).filter((cell) => cell !== '')
          const name = `kolonne.${at}`
          return (
            <Select
              key={name}
              name={name}
              label={run.headings[at] ? shownCell(run.headings[at]) : `${fill(t.column, { n: at + 1 })} ${t.nameless}`}
              hint={some.length > 0 ? fill(t.examples, { examples: some.slice(0, 3).join(' · ').slice(0, 120) }) : t.empty}
              empty={t.skip}
              options={options}
              value={typeof refused?.raw[name] === 'string' ? refused.raw[name] : (run.mapping[at] ?? '')}
              error={errorAt(refused, name)}
            />
          )
        })}
        <Actions>
          <Button>{t.next}</Button>
          <LinkButton href={`${register.at}/import`} variant="tertiary">
            {importTexts(locale).preview.drop}
          </LinkButton>
        </Actions>
      </Form>
    </Stack>,
    crumbs(register, locale, true),
  )
}

/** What there is to say of the file before anybody chooses. */
function FileNotes({ run, locale, missing }: { readonly run: Import; readonly locale: Locale; readonly missing: readonly string[] }) {
  const t = importTexts(locale).columns
  const { notes } = run
  const n = (many: number) => ({ n: showWhole(many, locale) })
  const lines = [
    ...(notes.sheet === null ? [] : [fill(t.sheet, { sheet: notes.sheet })]),
    ...(notes.others > 0 ? [fill(t.others, n(notes.others))] : []),
    ...(run.headingRow > 1 ? [fill(t.headingRowFound, { row: run.headingRow })] : []),
    ...doubled(run.headings).map((heading) => fill(t.doubled, { heading })),
    ...(notes.formulas > 0 ? [fill(t.formulas, n(notes.formulas))] : []),
    ...(notes.merged > 0 ? [fill(t.merged, n(notes.merged))] : []),
    ...(notes.blank > 0 ? [fill(t.blank, n(notes.blank))] : []),
    ...missing.map((label) => fill(t.required, { label })),
  ]
  return lines.length === 0 ? null : (
    <Notice locale={locale}>
      <ul className="ds-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** The page of an import, whatever it is at. */
export async function importPage(ctx: Ctx, register: Importable, run: Import, locale: Locale) {
  if (run.state === 'read') return columnsPage(ctx, register, run, locale)
  const counts = await countsOf(ctx, run)
  if (run.stopped) return stoppedPage(ctx, register, run, counts, locale)
  if (run.state === 'checked') return previewPage(ctx, register, run, counts, locale)
  if (run.state === 'applied' || run.state === 'undone') return donePage(ctx, register, run, counts, locale)
  return goingPage(register, run, counts, locale)
}

async function previewPage(ctx: Ctx, register: Importable, run: Import, counts: Counts, locale: Locale) {
  const t = importTexts(locale)
  const at = importAddress(register, run.id)
  const brings = counts.verdict.add + counts.verdict.change
  const groups = []
  for (const verdict of ['refused', 'change', 'add'] as const) {
    if (counts.verdict[verdict] === 0) continue
    const rows = await rowsOf(ctx, run, { verdict }, shown)
    groups.push(
      <Section key={verdict} title={`${t.verdicts[verdict]}: ${showWhole(counts.verdict[verdict], locale)}`} locale={locale}>
        <RowsTable
          register={register}
          run={run}
          rows={rows}
          verdict={verdict}
          offers={await offersOf(ctx, register, rows)}
          locale={locale}
        />
        <FirstOf n={rows.length} of={counts.verdict[verdict]} locale={locale} />
        {verdict === 'refused' && <RefusedFiles at={at} locale={locale} />}
      </Section>,
    )
  }
  return page(
    t.preview.title,
    <Stack gap="lg">
      <PageHeading title={t.preview.title} kicker={t.title} lead={t.preview.lead} />
      <CountList items={verdicts.map((verdict) => ({ label: t.verdicts[verdict], n: counts.verdict[verdict] }))} locale={locale} />
      {counts.verdict.refused > 0 && (
        <Notice tone="warning" locale={locale}>
          {t.preview.mend}
        </Notice>
      )}
      {brings === 0 && <Notice locale={locale}>{t.preview.nothing}</Notice>}
      <Actions>
        {brings > 0 && <PostButton action={`${at}/gjennomforing`}>{fill(t.preview.do, { n: showWhole(brings, locale) })}</PostButton>}
        <LinkButton href={`${at}/kolonner`} variant="secondary">
          {t.preview.back}
        </LinkButton>
        <PostButton action={`${at}/sletting`} variant="tertiary">
          {t.preview.drop}
        </PostButton>
      </Actions>
      {groups}
    </Stack>,
    crumbs(register, locale, true),
  )
}

/** With script the figures move by themselves; without it the page is asked for again (Page.refresh). */
function goingPage(register: Importable, run: Import, counts: Counts, locale: Locale) {
  const t = importTexts(locale)
  const [n, of] = progressOf(run, counts)
  const title = t.going[run.state as 'checking']
  return {
    ...page(
      title,
      <Stack gap="lg">
        <PageHeading title={title} kicker={t.title} />
        <div className="v-stack" data-progress-page="" role="status">
          <progress max={Math.max(of, 1)} value={n} aria-label={title} />
          <p>{fill(t.going.text, { n: showWhole(n, locale), of: showWhole(of, locale) })}</p>
        </div>
        <Actions>
          <LinkButton href={importAddress(register, run.id)} variant="secondary">
            {t.going.again}
          </LinkButton>
        </Actions>
      </Stack>,
      crumbs(register, locale, true),
    ),
    refresh: 3,
  }
}

const progressOf = ({ state }: Import, { rows, seen, verdict, outcome }: Counts): readonly [number, number] => {
  if (state === 'checking') return [seen, rows]
  if (state === 'applying') return [outcome.done + outcome.refused, verdict.add + verdict.change + outcome.refused]
  return [outcome.undone + outcome.left, outcome.undone + outcome.left + outcome.done]
}

async function stoppedPage(ctx: Ctx, register: Importable, run: Import, counts: Counts, locale: Locale) {
  const t = importTexts(locale)
  const [n, of] = progressOf(run, counts)
  const at = importAddress(register, run.id)
  const last = await lastDone(ctx, run.id)
  return page(
    t.stopped.title,
    <Stack gap="lg">
      <PageHeading title={t.stopped.title} kicker={t.title} />
      <Notice tone="warning" locale={locale}>
        {run.stopped === 'left' && <p>{t.stopped.left}</p>}
        <p>{last ? fill(t.stopped.text, { row: last }) : t.stopped.textBefore}</p>
        <progress max={Math.max(of, 1)} value={n} aria-label={t.stopped.title} />
      </Notice>
      <Actions>
        <PostButton action={`${at}/fortsettelse`}>{t.stopped.resume}</PostButton>
      </Actions>
    </Stack>,
    crumbs(register, locale, true),
  )
}

const doneItems = ({ verdict, outcome, added, changed }: Counts, locale: Locale) => {
  const t = importTexts(locale).outcomes
  return [
    { label: t.added, n: added },
    { label: t.changed, n: changed },
    { label: t.same, n: verdict.same },
    { label: t.refused, n: verdict.refused + outcome.refused },
  ]
}
const undoneItems = ({ outcome }: Counts, locale: Locale) => {
  const t = importTexts(locale).outcomes
  return [
    { label: t.undone, n: outcome.undone },
    { label: t.left, n: outcome.left },
  ]
}

async function donePage(ctx: Ctx, register: Importable, run: Import, counts: Counts, locale: Locale) {
  const t = importTexts(locale)
  const at = importAddress(register, run.id)
  const undone = run.state === 'undone'
  const refused = await refusedRows(ctx, run, shown)
  const left = undone ? await rowsOf(ctx, run, { outcome: 'left' }, shown) : []
  const until = run.appliedAt && new Date(run.appliedAt.getTime() + undoMs)
  const title = undone ? t.done.titleUndone : t.done.title
  return page(
    title,
    <Stack gap="lg">
      <PageHeading title={title} kicker={t.title} />
      {counts.rows === 0 ? (
        <Notice locale={locale}>{t.done.gone}</Notice>
      ) : (
        <CountList items={undone ? undoneItems(counts, locale) : doneItems(counts, locale)} locale={locale} />
      )}
      <Actions>
        <LinkButton href={register.listAt ?? register.at}>{register.texts(locale).title}</LinkButton>
      </Actions>
      {mayUndo(run, ctx.now) && counts.outcome.done > 0 && (
        <CertainButton action={`${at}/angring`} locale={locale}>
          {t.done.undo}
        </CertainButton>
      )}
      {!undone && until && counts.outcome.done > 0 && (
        <p className="v-soft">{mayUndo(run, ctx.now) ? fill(t.done.undoUntil, { time: formatInstant(until, locale) }) : t.done.undoOver}</p>
      )}
      {left.length > 0 && (
        <Section title={`${t.leftTitle}: ${showWhole(counts.outcome.left, locale)}`} locale={locale}>
          <RowsTable register={register} run={run} rows={left} verdict="refused" offers={{}} locale={locale} />
          <FirstOf n={left.length} of={counts.outcome.left} locale={locale} />
        </Section>
      )}
      {refused.length > 0 && !undone && (
        <Section title={`${t.refusedTitle}: ${showWhole(counts.verdict.refused + counts.outcome.refused, locale)}`} locale={locale}>
          <RowsTable register={register} run={run} rows={refused} verdict="refused" offers={{}} locale={locale} />
          <FirstOf n={refused.length} of={counts.verdict.refused + counts.outcome.refused} locale={locale} />
          <RefusedFiles at={at} locale={locale} />
        </Section>
      )}
    </Stack>,
    crumbs(register, locale, true),
  )
}

const CountList = ({
  items,
  locale,
}: {
  readonly items: readonly { readonly label: string; readonly n: number }[]
  readonly locale: Locale
}) => <KeyFacts facts={items.map(({ label, n }) => ({ label, value: showWhole(n, locale) }))} />

const FirstOf = ({ n, of, locale }: { readonly n: number; readonly of: number; readonly locale: Locale }) =>
  of > n ? <p className="v-soft">{fill(importTexts(locale).first, { n: showWhole(n, locale), of: showWhole(of, locale) })}</p> : null

const RefusedFiles = ({ at, locale }: { readonly at: string; readonly locale: Locale }) => (
  <Actions>
    {(['xlsx', 'csv'] as const).map((form) => (
      <LinkButton key={form} href={`${at}/avvist/${form}`} variant="secondary" icon="download" download>
        {`${importTexts(locale).refusedFile} (${form.toUpperCase()})`}
      </LinkButton>
    ))}
  </Actions>
)

type RowsProps = {
  readonly register: Importable
  readonly run: Import
  readonly rows: readonly ImportRow[]
  readonly verdict: Verdict
  readonly offers: OffersByName
  readonly locale: Locale
}
const RowsTable = ({ register, run, rows, verdict, offers, locale }: RowsProps) => {
  const t = importTexts(locale)
  const says = verdict === 'refused' ? t.why : verdict === 'change' ? t.changes : t.preview.says
  return (
    <DataTable
      caption={t.verdicts[verdict]}
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'name', label: labelIn(register, register.name, locale), heading: true, cell: (row) => nameOf(register, run, row) },
        {
          key: 'says',
          label: says,
          cell: (row) =>
            verdict === 'refused' ? (
              <Lines lines={row.reasons.map((reason) => reasonText(register, reason, locale))} />
            ) : (
              <Lines lines={changesOf(register, row, offers, locale)} />
            ),
        },
        { key: 'row', label: t.row, cell: ({ row }) => showWhole(row, locale), figures: true, align: 'end' },
      ]}
    />
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 1 ? (
    lines[0]
  ) : (
    <ul className="ds-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )

const nameOf = (register: Importable, run: Import, row: ImportRow): string => {
  const [at, key] = [run.mapping.indexOf(register.name), run.mapping.indexOf(register.key)]
  return inShort(shownCell(row.cells[at]) || String(row.before?.[register.name] ?? '') || shownCell(row.cells[key]) || '–')
}

/** The whole of a long text is in the file. */
const inShort = (text: string): string => (text.length > shownLetters ? `${text.slice(0, shownLetters)} …` : text)
const shownLetters = 500

/** What the row says, or where there is a record: what it says otherwise. */
function changesOf(register: Importable, row: ImportRow, offers: OffersByName, locale: Locale): readonly string[] {
  const t = importTexts(locale)
  const { fields } = register.texts(locale)
  const plain = (field: string, values: Answers) =>
    plainValue(register.fields[field] as Field, values[field], fields[field] ?? { label: field }, locale, offers[field])
  const answers = revived(register.fields, row.answers ?? {})
  const before = row.before && revived(register.fields, row.before)
  return Object.keys(answers).flatMap((field) => {
    const label = labelIn(register, field, locale)
    const to = inShort(String(plain(field, answers) ?? ''))
    if (!before) return field === register.name ? [] : [`${label}: ${to}`]
    const [was, is] = [String(plain(field, before) ?? ''), String(plain(field, answers) ?? '')]
    const from = inShort(was)
    return was === is ? [] : [fill(t.fromTo, { label, from: from || t.nothingBefore, to })]
  })
}

const offersOf = (ctx: Ctx, register: Importable, rows: readonly ImportRow[]): Promise<OffersByName> =>
  namesIn(ctx, register.references as never, ...(rows.flatMap(({ answers, before }) => [answers ?? {}, before ?? {}]) as never[]))
