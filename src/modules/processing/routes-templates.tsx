import type { Asked } from '../../kernel/http.ts'
import { templateRoutes } from '../../register/templates/routes.tsx'
import { profileOf } from '../organisation/public.ts'
import { unitOptions, units } from '../people/public.ts'
import { addProcessing } from './commands.ts'
import { TemplateLaws } from './pages/template-laws.tsx'
import type { Answers } from './processing.ts'
import { processingsNamed } from './queries.ts'
import { mayAdd } from './rules.ts'
import { activitiesOf, offeredTo } from './templates/offered.ts'
import { texts } from './texts.ts'

const at = '/behandlinger'

/** Drafts out of what most organisations of the kind do: each by the deed that adds one, and all of them or none. */
export const processingTemplates = templateRoutes<Answers>({
  at,
  subject: 'processing',
  made: (unit) => `${at}?enhet=${unit}&status=draft&sorter=-touchedAt`,
  may: mayAdd,
  offered: async (ctx) => offeredTo(await profileOf(ctx)),
  names: async (ctx, names) => (await processingsNamed(ctx, names)).map(({ id, values }) => ({ id, name: values.name ?? '' })),
  add: (ctx, id, values, unit) => addProcessing(ctx, id, { ...values, unit }),
  units: async (ctx) => unitOptions(await units(ctx)),
  texts,
  below: async ({ ctx, locale }: Asked) => {
    const { orgType, locale: language } = await profileOf(ctx)
    return <TemplateLaws activities={activitiesOf[orgType].activities} language={language} locale={locale} />
  },
})
