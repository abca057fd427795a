import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { campaignSweep } from './jobs.ts'
import { mayReadReport, mayRun } from './permissions.ts'
import { findUnit, forwardsOf, readAnswers, readsUnit, unitsOwedBy } from './queries.ts'
import { plannedInQuestionnaires } from './queries-planned.ts'
import { routes } from './routes.tsx'
import { questionnairePart } from './settings.ts'
import { texts } from './texts.ts'

const at = '/internkontroll'
/** Three kinds of record, and one kind in the log: the yearly internal control. */
const logs = (['questionnaire', 'campaign', 'campaign_unit'] as const).map((subject) =>
  registerLog(subject, at, (locale) => ({ title: texts(locale).title, events: texts(locale).events[subject] })),
)

export const questionnaire = moduleRow({
  name: 'questionnaire',
  mayBeLeftOut: true,
  routes,
  profile: questionnairePart,
  log: {
    words: (locale) => ({ events: Object.assign({}, ...logs.map(({ words }) => words(locale).events)) }),
    kinds: Object.assign({}, ...logs.map(({ kinds }) => kinds)),
    own: { key: 'internkontroll', label: (locale) => texts(locale).title },
  },
  places: [
    { errand: 'control', href: at, label: (locale) => texts(locale).place, may: (actor) => mayReadReport(actor) || actor.leads.length > 0 },
  ],
  ways: [
    { href: at, label: (locale) => texts(locale).title, may: async (ctx) => (await unitsOwedBy(ctx)).length > 0 },
    { href: `${at}/skjemaer`, label: (locale) => texts(locale).writing.title, may: ({ actor }) => mayRun(actor) },
    { href: `${at}/skjemaer/nytt`, label: (locale) => texts(locale).writing.emptyTitle, may: ({ actor }) => mayRun(actor) },
    { href: `${at}/ny`, label: (locale) => texts(locale).list.begin, may: ({ actor }) => mayRun(actor) },
  ],
  planned: [plannedInQuestionnaires],
  opens: {
    campaign_unit: async (ctx, id) => {
      const unit = await findUnit(ctx, id)
      if (!unit) return false
      const { personId } = ctx.actor
      if (await readsUnit(ctx, unit)) return true
      if ((await forwardsOf(ctx, id)).some(({ asked, status }) => asked === personId && status === 'open')) return true
      return [...(await readAnswers(ctx, id)).values()].some(({ owner }) => owner === personId)
    },
  },
  sweeps: () => [campaignSweep],
})
