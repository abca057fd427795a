import { type RawBuilder, sql } from 'kysely'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Filter } from '../../register/view.ts'
import { personsById } from './queries.ts'
import { personsCalled } from './queries-called.ts'

/** So many of a name are meant at once: whoever means fewer chooses one while writing. */
const mostMeant = 20
/** In the address: the name is nobody's. */
const nobodyFound = 'ingen'
const idsIn = (value: string): readonly string[] => value.split('.').filter(isId)

/**
 * A list narrowed to a colleague by name: chosen while one writes, or written whole without a script; who is named in its records is not told.
 * Those who have left are found too, since what they had still names them. `column`: where a record names the person.
 */
export const personFilter = (
  key: string,
  label: (locale: Locale) => string,
  column: RawBuilder<unknown>,
  more: Pick<Filter, 'rare'> = {},
): Filter => ({
  ...{ kind: 'words', key, label, find: '/personer/finn', ...more },
  is: (value) => value === nobodyFound || (value !== '' && value.split('.').every(isId)),
  meant: async (name, ctx) => (await personsCalled(ctx, name, mostMeant)).join('.') || nobodyFound,
  shown: async (value, ctx) => [...(await personsById(ctx, idsIn(value))).values()].map(({ name }) => name).join(', '),
  where: (value) => sql`${column} = any(${[...idsIn(value)]}::uuid[])`,
})
