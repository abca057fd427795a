import type { ComponentChildren } from 'preact'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { type Option, Select, TextInput } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { RecordView } from '../../../ui/record-view.tsx'
import { ReferenceField } from '../../../ui/reference-field.tsx'
import { errorAt, type Refused } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { personFields, type roleFields } from '../fields.ts'
import type { Assignment, Person, Unit } from '../person.ts'
import { holds, lastDayOf } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly person: Person
  readonly today: string
  readonly offers: Offers<typeof personFields>
  readonly forRole: Offers<typeof roleFields>
  /** The units of the roles, by id. */
  readonly held: ReadonlyMap<string, Pick<Unit, 'name'>>
  readonly roles: readonly Option[]
  /** One's own page: nobody takes themselves out. */
  readonly own: boolean
  /** The day that all but the name was deleted. */
  readonly forgottenOn: string | null
  /** What is next for this person: how they come in. */
  readonly related: readonly ComponentChildren[]
  readonly refused?: Refused | undefined
  readonly locale: Locale
}

/** Who it is, which roles from when to when, and the deeds an administrator may do. */
export function PersonPage(props: Props) {
  const { person, offers, own, forgottenOn, related, locale, refused } = props
  const t = texts(locale)
  const here = `/personer/${person.id}`
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading
        title={person.values.name ?? ''}
        kicker={t.show.kind}
        actions={
          person.active && (
            <LinkButton href={`${here}/innlogging`} variant="secondary" icon="lock">
              {t.show.signIn}
            </LinkButton>
          )
        }
      />
      {each(related, (panel) => panel)}
      {!person.active && <Tag icon="minus">{t.show.inactive}</Tag>}
      {forgottenOn && <p>{t.show.forgotten(formatDate(forgottenOn, locale))}</p>}
      <Section title={t.show.details} locale={locale} plain edit={person.active ? { href: `${here}/rediger` } : undefined}>
        <RecordView
          fields={personFields}
          texts={t.person}
          values={person.values}
          shown={answered(person)}
          offers={offers}
          locale={locale}
        />
      </Section>
      <Section title={t.roles.title} locale={locale}>
        <p className="v-soft">{t.roles.lead}</p>
        {person.assignments.length === 0 ? <p>{t.roles.none}</p> : <Roles {...props} />}
      </Section>
      {person.active && (
        <Section title={t.roles.give} locale={locale} id="gi-rolle">
          <GiveRole {...props} />
        </Section>
      )}
      {!own && (
        <Section title={person.active ? t.show.deactivate : t.show.reactivate} locale={locale}>
          {person.active && <p className="v-soft">{t.show.deactivateHint}</p>}
          <Actions>
            {person.active ? (
              <LinkButton href={`${here}/slutt`} variant="secondary">
                {t.show.deactivate}
              </LinkButton>
            ) : (
              <PostButton action={`${here}/retur`} variant="secondary" hidden={{ version: person.version }}>
                {t.show.reactivate}
              </PostButton>
            )}
          </Actions>
        </Section>
      )}
    </>
  )
}

const lastDay = (one: Assignment, locale: Locale) => {
  const day = lastDayOf(one)
  return day && formatDate(day, locale)
}

function Roles({ person, roles, held, today, locale }: Props) {
  const t = texts(locale).roles
  const called = (of: readonly Option[] | undefined, value: string) => of?.find((option) => option.value === value)?.label ?? value
  return (
    <DataTable<Assignment>
      caption={t.title}
      rows={person.assignments}
      rowKey={(one) => one.id}
      columns={[
        { key: 'role', label: t.role, heading: true, cell: (one) => called(roles, one.role) },
        { key: 'unit', label: t.unit, cell: (one) => (one.unitId ? held.get(one.unitId)?.name : t.whole) },
        { key: 'from', label: t.from, figures: true, cell: (one) => formatDate(one.from, locale) },
        { key: 'to', label: t.to, figures: true, cell: (one) => lastDay(one, locale) ?? t.noEnd },
        { key: 'reason', label: t.why, cell: (one) => one.reason ?? '–' },
        {
          key: 'state',
          label: t.status,
          cell: (one) => (
            <StatusTag tone={holds(one, today) ? 'success' : 'neutral'} done={one.to !== null && one.to <= today}>
              {t.state[stateOf(one, today)]}
            </StatusTag>
          ),
        },
        {
          key: 'end',
          label: t.end,
          deed: true,
          cell: (one) =>
            stateOf(one, today) !== 'past' && (
              <TextLink href={`/personer/${person.id}/roller/${one.id}/slutt`}>
                {t.end}
                <span className="ds-sr-only"> {called(roles, one.role)}</span>
              </TextLink>
            ),
        },
      ]}
    />
  )
}

/** Own leader and language are exceptions: shown where they are set. */
const answered = ({ values }: Person) =>
  (['name', 'email', 'unit', 'leader', 'locale'] as const).filter((name) => name === 'unit' || values[name])
const stateOf = (one: Assignment, today: string) => (holds(one, today) ? 'now' : one.from > today ? 'ahead' : 'past')

function GiveRole({ person, roles, forRole, today, refused, locale }: Props) {
  const t = texts(locale).roles
  const written = (name: string, otherwise = '') => {
    const value = refused?.raw[name]
    return typeof value === 'string' ? value : otherwise
  }
  const errorOf = (name: string) => errorAt(refused, name)
  return (
    <Form action={`/personer/${person.id}/roller`} version={person.version}>
      <Select
        name="role"
        label={t.role}
        options={roles.filter((option) => option.value !== 'employee')}
        value={written('role')}
        error={errorOf('role')}
        empty={uiTexts(locale).chooseOne}
      />
      <ReferenceField
        name="unit"
        label={t.unit}
        offered={forRole.unit}
        value={written('unit')}
        error={errorOf('unit')}
        empty={t.whole}
        locale={locale}
      />
      <TextInput name="from" type="date" label={t.from} value={written('from', today)} error={errorOf('from')} />
      <TextInput name="to" type="date" label={t.to} hint={t.toHint} value={written('to')} error={errorOf('to')} optional={locale} />
      <TextInput name="reason" label={t.reason} hint={t.reasonHint} value={written('reason')} error={errorOf('reason')} guard />
      <Actions>
        <Button variant="secondary">{t.give}</Button>
      </Actions>
    </Form>
  )
}
