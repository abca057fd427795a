import { sql } from 'kysely'
import type { Ctx, Hit } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { askedFor, everybody, foundBy } from '../../kernel/words.ts'
import { texts } from './texts.ts'

/** People by the words of their names and addresses, also those who have left: for whoever may open a person's page. */
export async function findsPeople(ctx: Ctx, words: string, locale: Locale, most: number): Promise<readonly Hit[]> {
  const { rows } = await sql<{ id: string; name: string; unit: string | null; active: boolean }>`
    select p.id, p.name, p.active, u.name as unit
    from (${foundBy('person', askedFor(words), everybody, most)}) f
    join person p on p.organisation_id = ${ctx.actor.organisationId} and p.id = f.id
    left join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id
    order by f.place`.execute(ctx.tx)
  return rows.map(({ id, name, unit, active }) => ({
    href: `/personer/${id}`,
    title: name,
    beside: active ? unit : texts(locale).reference.left,
  }))
}
