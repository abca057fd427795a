import type { Ctx } from '../../../kernel/ctx.ts'
import { readForGood } from '../../../kernel/lasting.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { letterheadOf } from '../details.ts'
import type { Letterhead, Logo } from '../logo.ts'
import { ownWords } from '../own-texts.ts'
import { organisationDetails, profileOf } from '../queries.ts'

type Asker = Pick<Ctx, 'tx' | 'actor'>

/** The logo that documents made now get; null for none. */
export async function currentLogo({ tx, actor }: Asker): Promise<Logo | null> {
  const row = await tx
    .selectFrom('organisation_details')
    .select('logo_id')
    .where('organisation_id', '=', actor.organisationId)
    .executeTakeFirst()
  return row?.logo_id ? ((await logoById({ tx, actor }, row.logo_id)) ?? null) : null
}

/** One that was ever used: a document keeps the one it was made with. */
export function logoById({ tx, actor }: Asker, id: string): Promise<Logo | undefined> {
  // A logo never changes. Some 30 kB each.
  const kept = { kind: 'logo', key: `${actor.organisationId}:${id}`, most: 100 }
  return readForGood(tx, kept, async () => {
    const row = await tx
      .selectFrom('organisation_logo')
      .select(['id', 'png', 'width', 'height'])
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', id)
      .executeTakeFirst()
    return row && { ...row, png: new Uint8Array(row.png) }
  })
}

/** What a document made now has at its top and its foot, in any language. */
export async function letterheads(ctx: Asker): Promise<(language: Locale) => Letterhead> {
  const [details, logo, profile] = await Promise.all([organisationDetails(ctx), currentLogo(ctx), profileOf(ctx)])
  const { footer } = ownWords(profile)
  return (language) => ({ lines: letterheadOf(details, language), logo, footer: footer[language] })
}
export const letterheadFor = async (ctx: Asker, language: Locale): Promise<Letterhead> => (await letterheads(ctx))(language)
