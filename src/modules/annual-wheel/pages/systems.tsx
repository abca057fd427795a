import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { KeyFacts } from '../../../ui/key-facts.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import type { After } from '../../../ui/refused.ts'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { SystemLine, SystemState } from '../annual-wheel.ts'
import { systemState } from '../rules.ts'
import { texts } from '../texts.ts'

const tones = { unplanned: 'danger', late: 'danger', soon: 'warning', never: 'warning', fine: 'success' } as const
export const systemStates: readonly SystemState[] = ['late', 'unplanned', 'soon', 'never', 'fine']

type Props = Pick<After, 'refused'> & {
  readonly lines: readonly SystemLine[]
  /** Only those that stand so; null: all. */
  readonly only: SystemState | null
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly coordinates: boolean
  readonly now: Date
  readonly locale: Locale
}

/** Systems by how they stand with their yearly review (S4-171): the figures open the rows that they count. */
export function SystemsPage({ lines, only, names, coordinates, refused, now, locale }: Props) {
  const t = texts(locale).systems
  const today = localDate(now)
  const at = '/systemgjennomganger'
  const count = (state: SystemState) => lines.filter((line) => systemState(line, today) === state).length
  const shown = only === null ? lines : lines.filter((line) => systemState(line, today) === only)
  if (lines.length === 0) return <Empty title={t.none} />
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton href={`${at}/rapport.pdf`} variant="secondary" download>
            {t.report}
          </LinkButton>
        }
      />
      <KeyFacts
        facts={systemStates.map((state) => ({
          label: t.states[state],
          value: <TextLink href={`${at}?status=${state}`}>{String(count(state))}</TextLink>,
          ...(count(state) > 0 && tones[state] === 'danger' ? { tone: 'danger' as const } : {}),
        }))}
      />
      {only !== null && (
        <p>
          {t.states[only]} ({shown.length}). <TextLink href={at}>{t.all}</TextLink>
        </p>
      )}
      {coordinates && (
        <>
          {count('late') + count('unplanned') > 0 && (
            <Actions>
              <PostButton action={`${at}/paminnelse`}>{t.remindAll}</PostButton>
            </Actions>
          )}
          {(count('unplanned') > 0 || refused) && <Begin {...{ refused, locale }} />}
        </>
      )}
      <Systems {...{ shown, names, coordinates, today, locale }} />
    </>
  )
}

const Begin = ({ refused, locale }: Pick<Props, 'refused' | 'locale'>) => {
  const t = texts(locale).systems
  return (
    <Details summary={t.begin} open={refused !== undefined}>
      <p>{t.beginText}</p>
      <Form action="/systemgjennomganger/start" unsaved={false}>
        <TextInput name="dueOn" type="date" label={t.dueOn.label} value="" />
        <Actions>
          <Button variant="secondary">{t.begin}</Button>
        </Actions>
      </Form>
    </Details>
  )
}

type SystemsProps = Pick<Props, 'names' | 'coordinates' | 'locale'> & { readonly shown: readonly SystemLine[]; readonly today: LocalDate }
function Systems({ shown, names, coordinates, today, locale }: SystemsProps) {
  const t = texts(locale).systems
  return (
    <DataTable
      caption={t.title}
      rows={shown}
      rowKey={({ id }) => id}
      columns={[
        { key: 'system', label: t.system, heading: true, cell: ({ id, name }) => <TextLink href={`/systemer/${id}`}>{name}</TextLink> },
        { key: 'owner', label: t.owner, cell: ({ owner }) => (owner && names.get(owner)?.name) || t.nobody },
        { key: 'held', label: t.held, figures: true, cell: ({ heldOn }) => (heldOn ? formatDate(heldOn, locale) : t.never) },
        { key: 'due', label: t.due, figures: true, cell: ({ dueOn }) => (dueOn ? formatDate(dueOn, locale) : '–') },
        {
          key: 'status',
          label: t.status,
          cell: (line) => <StatusTag tone={tones[systemState(line, today)]}>{t.states[systemState(line, today)]}</StatusTag>,
        },
        ...(coordinates
          ? [
              {
                key: 'remind',
                label: t.remind,
                deed: true,
                cell: (line: SystemLine) =>
                  systemState(line, today) !== 'fine' && (
                    <PostButton action={`/systemgjennomganger/${line.id}/paminnelse`} variant="tertiary">
                      {t.remind}
                      <span className="ds-sr-only">: {line.name}</span>
                    </PostButton>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
