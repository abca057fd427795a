import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { namesIn } from '../../kernel/reference.ts'
import type { Locale } from '../../kernel/texts.ts'
import { letterheadFor, organisationDetails, organisationName } from '../organisation/public.ts'
import { findSupplier } from '../suppliers/public.tsx'
import type { Agreement } from './agreement.ts'
import type { Material } from './documents/agreement.ts'
import { recordFields } from './fields.ts'
import { recordReferences } from './queries.ts'
import { readSubProcessors } from './store.ts'

/** What the document of an agreement is made of. */
export async function documentMaterial(ctx: Ctx, record: Agreement, language: Locale): Promise<Material> {
  const { values } = record
  const supplier = values.supplier === null ? undefined : await findSupplier(ctx, values.supplier)
  const offers = await namesIn<typeof recordFields>(ctx, recordReferences, values)
  return {
    ...(await ourselves(ctx, language)),
    values,
    subProcessors: await readSubProcessors(ctx, record.id),
    other: {
      name: supplier?.values.name ?? values.otherParty,
      number: supplier?.values.organisationNumber ?? null,
      country: supplier?.values.country ?? null,
    },
    processings: offers.processings.choices.map(({ name }) => name),
    systems: offers.systems.choices.map(({ name }) => name),
  }
}

/** The same with nothing filled in. */
export const templateMaterial = async (ctx: Ctx, language: Locale): Promise<Material> => ({
  ...(await ourselves(ctx, language)),
  values: { ...emptyValues(recordFields), ourRole: 'controller', status: 'draft' },
  subProcessors: [],
  other: { name: null, number: null, country: null },
  processings: [],
  systems: [],
})

async function ourselves(ctx: Ctx, language: Locale) {
  const details = await organisationDetails(ctx)
  return {
    language,
    now: ctx.now,
    organisation: await organisationName(ctx),
    number: details.number,
    letterhead: await letterheadFor(ctx, language),
  }
}
