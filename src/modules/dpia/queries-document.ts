import type { Ctx } from '../../kernel/ctx.ts'
import { namesIn, type OffersByName } from '../../kernel/reference.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type Letterhead, letterheadFor, organisationName } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { personsIn } from '../risks/public.ts'
import type { Assessment, Control, Dpia } from './dpia.ts'
import type { recordFields } from './fields.ts'
import { assessmentOf, controlsOf, recordReferences } from './queries.ts'

/** What the document of an assessment is made of. */
export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly all: Assessment
  readonly controls: readonly Control[]
  readonly offers: OffersByName
  readonly names: ReadonlyMap<string, string>
}

export async function documentMaterial(ctx: Ctx, record: Dpia, language: Locale): Promise<Material> {
  const all = await assessmentOf(ctx, record)
  const controls = await controlsOf(ctx, record.id)
  const persons = [
    ...[...controls.map(({ by }) => by), ...personsIn(all.measures), record.values.waivedBy],
    ...all.rounds.flatMap(({ sentBy, advisedBy, answeredBy }) => [sentBy, advisedBy, answeredBy]),
  ].filter((id) => id !== null)
  return {
    language,
    now: ctx.now,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    all,
    controls,
    offers: await namesIn<typeof recordFields>(ctx, recordReferences, record.values),
    names: new Map([...(await personsById(ctx, [...new Set(persons)]))].map(([id, { name }]) => [id, name])),
  }
}
