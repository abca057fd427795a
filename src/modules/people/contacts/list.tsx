import { sql } from 'kysely'
import type { Locale } from '../../../kernel/texts.ts'
import type { List } from '../../../register/view.ts'
import { Stack, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { hasWords, wordsOf } from '../queries-called.ts'
import { unitReference } from '../queries-reference.ts'
import { texts } from '../texts.ts'
import { type ContactAt, contactNamesAt, contactsAt, type NearestContacts, nearestOf, privacyContactsOf } from './queries.ts'

type UnitRow = {
  readonly id: string
  readonly name: string
  readonly parent_id: string | null
  readonly contacts: readonly ContactAt[]
  readonly nearest: NearestContacts
}

const ways = ['own', 'inherited', 'none'] as const
type Way = (typeof ways)[number]
const wayWords: Readonly<Record<Way, string>> = { own: 'egen', inherited: 'arvet', none: 'ingen' }
const wayOf = (value: string) => ways.find((way) => wayWords[way] === value)

/** Every unit with whom its people ask about privacy, for everybody: a unit without a contact has that of the unit above it (S0-33). */
export const contactList: List<UnitRow> = {
  at: '/personvernkontakter',
  subject: 'unit',
  exported: { type: 'unit.contactsExported' },
  rows: (ctx) => ({
    table: 'unit',
    as: 'u',
    seen: sql`u.organisation_id = ${ctx.actor.organisationId}`,
    select: sql`u.id, u.name, u.parent_id, ${contactsAt(ctx)} as contacts`,
  }),
  dressed: async (_, rows) => rows.map((row) => ({ ...row, nearest: nearestOf(row.id, row.contacts) })),
  columns: {
    name: { label: (locale) => texts(locale).contacts.unit, cell: ({ name }) => name },
    contact: {
      label: (locale) => texts(locale).contacts.contact,
      cell: ({ nearest }, { locale }) => <Contacts nearest={nearest} locale={locale} />,
      plain: ({ nearest: { contacts } }) => contacts.map(({ name, email }) => (email ? `${name} (${email})` : name)).join(', ') || null,
    },
    from: {
      label: (locale) => texts(locale).contacts.from,
      cell: ({ nearest }, { locale }) => givenAt(nearest, locale),
    },
    parent: {
      label: (locale) => texts(locale).unit.parent.label,
      cell: ({ parent_id }, { offers }) => offers.parent?.choices.find(({ id }) => id === parent_id)?.name ?? null,
      names: { reference: unitReference, id: ({ parent_id }) => parent_id },
    },
  },
  begins: ['contact', 'from', 'parent'],
  filters: {
    way: {
      kind: 'choice',
      key: 'kontakt',
      label: (locale) => texts(locale).contacts.contact,
      is: (value) => wayOf(value) !== undefined,
      options: ({ locale }) => ways.map((way) => ({ value: wayWords[way], label: texts(locale).contacts.ways[way] })),
      where: (value, ctx) => {
        const held = sql`jsonb_path_query_array(${contactsAt(ctx)}::jsonb, '$[*].unitId')`
        const any = sql<boolean>`jsonb_array_length(${held}) > 0`
        const own = sql<boolean>`${held} @> to_jsonb(u.id::text)`
        return wayOf(value) === 'none' ? sql`not (${any})` : wayOf(value) === 'own' ? own : sql`(${any} and not ${own})`
      },
    },
  },
  sorts: { name: ['sort_key'] },
  search: {
    label: (locale) => texts(locale).contacts.search,
    where: (words, ctx) => hasWords(wordsOf(words), [sql`u.name`, contactNamesAt(ctx)]),
  },
  texts: (locale) => {
    const { title, lead, none, noneText } = texts(locale).contacts
    return { title, lead, none, noneText }
  },
  notice: async ({ ctx, locale }) => {
    const t = texts(locale).contacts
    const mine = await privacyContactsOf(ctx, ctx.actor.unitId)
    return (
      <Section title={t.mine} locale={locale} plain>
        {mine.contacts.length === 0 ? <p>{t.nobodyForMe}</p> : <Contacts nearest={mine} locale={locale} />}
        {mine.inherited && <p className="v-soft">{t.inheritedFrom(mine.heldAt?.name ?? t.whole)}</p>}
      </Section>
    )
  },
}

/** Where the contact is given: at the unit itself, or which one it has it from. */
const givenAt = ({ contacts, heldAt, inherited }: NearestContacts, locale: Locale): string | null => {
  const t = texts(locale).contacts
  if (contacts.length === 0) return null
  return inherited ? t.inheritedFrom(heldAt?.name ?? t.whole) : t.ownContact
}

function Contacts({ nearest: { contacts }, locale }: { readonly nearest: NearestContacts; readonly locale: Locale }) {
  if (contacts.length === 0) return <span className="v-soft">{texts(locale).contacts.nobody}</span>
  return (
    <Stack gap="sm">
      {contacts.map(({ id, name, email }) => (
        <div key={id}>
          {name}
          {email && (
            <div>
              <TextLink href={`mailto:${email}`}>{email}</TextLink>
            </div>
          )}
        </div>
      ))}
    </Stack>
  )
}
