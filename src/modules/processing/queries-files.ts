import type { Asked } from '../../kernel/http.ts'
import { namesIn, type Offered } from '../../kernel/reference.ts'
import { capital } from '../../kernel/texts.ts'
import type { FileForm, Later } from '../../register/view.ts'
import { nameIn } from '../../ui/reference-field.tsx'
import { renderLargePdf } from '../documents/public.ts'
import { letterheadFor, organisationDetails, organisationName, profileOf } from '../organisation/public.ts'
import { personsWithRoles } from '../people/public.ts'
import { registerDocument } from './documents/register.ts'
import type { recordFields } from './fields.ts'
import { type Activity, linkedData } from './linked-data.ts'
import type { Processing } from './processing.ts'
import { recordReferences } from './queries.ts'
import { texts } from './texts.ts'

/** The record of processing as files that are no table: what is shown in the list, each activity whole. */
export const registerForms: Readonly<Record<'pdf' | 'jsonld', FileForm<Processing>>> = {
  pdf: { label: 'PDF/A', type: 'application/pdf', made: pdf },
  jsonld: { label: 'JSON-LD', type: 'application/ld+json', made: jsonld },
}

async function pdf({ ctx, locale }: Asked, records: readonly Processing[]): Promise<Later> {
  const [profile, organisation, letterhead, officers, offers] = await Promise.all([
    profileOf(ctx),
    organisationName(ctx),
    letterheadFor(ctx, locale),
    personsWithRoles(ctx, ['dpo']),
    namesIn<typeof recordFields>(ctx, recordReferences, ...records.map(({ values }) => values)),
  ])
  const controller = `${capital(profile.titles.controller[locale])}, ${organisation}`
  const { actor, now } = ctx
  const document = registerDocument({
    ...{ language: locale, organisation, letterhead, controller, officers: officers.map(({ name }) => name) },
    ...{ records, offers, now },
  })
  return { later: () => renderLargePdf(actor, document, now) }
}

async function jsonld({ ctx }: Asked, records: readonly Processing[]): Promise<string> {
  const [{ locale: language }, name, { number, email }, activities] = await Promise.all([
    profileOf(ctx),
    organisationName(ctx),
    organisationDetails(ctx),
    activitiesOf(ctx, records),
  ])
  const t = texts(language)
  return linkedData(
    {
      ...{ base: ctx.house.baseUrl, language, organisation: { name, number, email } },
      ...{ title: t.register.title, description: t.register.about(name), page: '/behandlinger' },
      ...{ files: [], access: 'NON_PUBLIC', now: ctx.now },
    },
    activities,
  )
}

/** With the names of what they point at: a question a kind of record, however many they are. */
export async function activitiesOf(ctx: Asked['ctx'], records: readonly Pick<Processing, 'id' | 'values'>[]): Promise<readonly Activity[]> {
  const { locale } = await profileOf(ctx)
  const offers = await namesIn<typeof recordFields>(ctx, recordReferences, ...records.map(({ values }) => values))
  const named = (offered: Offered, ids: readonly string[]) => ids.flatMap((id) => nameIn(offered, id, locale) ?? [])
  return records.map((record) => {
    const { unit, systems, processedBy } = record.values
    return {
      record,
      unit: unit === null ? null : (named(offers.unit, [unit])[0] ?? null),
      systems: named(offers.systems, systems),
      processors: named(offers.processedBy, processedBy),
    }
  })
}
