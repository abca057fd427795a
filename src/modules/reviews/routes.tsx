import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Reviewed } from '../../kernel/ctx.ts'
import type { Values, Whole } from '../../kernel/fields.ts'
import { type Asked, get, madeId, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, type RecordKey } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { FormOfAny, RecordForm } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { personReference } from '../people/public.ts'
import { hold, plan } from './commands.ts'
import { heldFields, listedFields, planFields } from './fields.ts'
import { planOf } from './queries.ts'
import type { Plan } from './review.ts'
import type { AfterReview } from './rules.ts'
import { texts } from './texts.ts'

type Opened = { readonly subject: RecordKey; readonly reviewed: Reviewed; readonly plan: Plan | null }

async function open({ ctx, params }: Asked): Promise<Opened | typeof nothing> {
  const subject = { type: params.type ?? '', id: params.id ?? '' }
  const reviewed = isId(subject.id) ? await ctx.house.reviewed(ctx, subject) : undefined
  return reviewed ? { subject, reviewed, plan: (await planOf(ctx, subject)) ?? null } : nothing
}
const forPlanners = door(async (asked) => {
  const opened = await open(asked)
  return 'kind' in opened || opened.reviewed.mayPlan ? opened : notAllowed
})
const forReviewers = door(async (asked) => {
  const opened = await open(asked)
  return 'kind' in opened || opened.reviewed.mayReview ? opened : notAllowed
})

export const routes: readonly Route[] = [
  get('/gjennomganger/:type/:id/plan', 'signedIn', forPlanners(planPage)),
  post('/gjennomganger/:type/:id/plan', 'signedIn', (asked) => forPlanners(postPlan)(asked)),
  get('/gjennomganger/:type/:id/ny', 'signedIn', forReviewers(heldPage)),
  post('/gjennomganger/:type/:id/ny', 'signedIn', (asked) =>
    forReviewers((posted, opened: Opened) => (opened.reviewed.checklist ? postListed : postHeld)(posted, opened))(asked),
  ),
]

const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = ({ reviewed }: Opened, locale: Locale) => [{ href: reviewed.page, label: reviewed.name[locale] || texts(locale).title }]
const frame = ({ reviewed }: Opened, title: string, locale: Locale) => ({
  ...{ title, kicker: reviewed.name[locale], back: reviewed.page, locale },
})
const back = ({ reviewed }: Opened, said: string) => redirect(reviewed.page, said)

/** Where nothing is planned yet, its editor saw version 0. */
const seen = ({ plan }: Opened): number => plan?.version ?? 0
const planned = ({ plan }: Opened): Values<typeof planFields> => ({
  every: planFields.every.of.find((one) => one === String(plan?.everyMonths ?? (plan ? 'once' : 12))) ?? null,
  dueOn: plan?.dueOn ?? null,
  owner: plan?.owner ?? null,
})
const owners = ({ ctx, form }: Asked, opened: Opened) => offersIn<typeof planFields>(ctx, { owner: personReference }, planned(opened), form)

async function planPage(asked: Asked, opened: Opened, after: After = {}) {
  const { locale } = asked
  const t = texts(locale)
  return page(
    t.planTitle,
    <FormFrame {...frame(opened, t.planTitle, locale)} {...after} version={seen(opened)}>
      <RecordForm
        fields={planFields}
        texts={t.plan}
        values={planned(opened)}
        offers={await owners(asked, opened)}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    crumbs(opened, locale),
  )
}

const postPlan = postedTo<Opened, typeof planFields, Plan>({
  fields: planFields,
  texts: (locale) => texts(locale).plan,
  refusals,
  whole: true,
  merges: true,
  offers: owners,
  version: seen,
  stands: planned,
  reload: async (asked, before) => {
    const now = await open(asked)
    return 'kind' in now ? before : now
  },
  draw: planPage,
  command: ({ ctx, form }, { subject }, values) => plan(ctx, subject, versionOf(form), values as Whole<typeof planFields>),
  done: ({ locale }, opened) => back(opened, texts(locale).said.planned),
  unchanged: ({ locale }, opened) => back(opened, texts(locale).said.planned),
})

async function heldPage(asked: Asked, opened: Opened, after: After = {}) {
  const { ctx, locale } = asked
  const t = texts(locale)
  const values = { heldOn: localDate(ctx.now), checked: [], found: null, participants: [ctx.actor.personId], nextOn: null }
  const { present = [] } = opened.reviewed
  const lead = present.length > 0 ? `${t.present}: ${present.map(({ label }) => label[locale]).join('; ')}.` : undefined
  return page(
    t.heldTitle,
    <FormFrame {...frame(opened, t.heldTitle, locale)} lead={lead} {...after} hidden={{ id: madeId(asked) }}>
      <FormOfAny
        fields={opened.reviewed.checklist ? listedFields : heldFields}
        texts={t.held}
        values={values}
        offers={await offersIn<typeof heldFields>(ctx, { participants: personReference }, values, asked.form)}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    crumbs(opened, locale),
  )
}

const heldForm = {
  texts: (locale: Locale) => texts(locale).held,
  refusals,
  whole: true as const,
  draw: heldPage,
  done: ({ locale }: Asked, opened: Opened) => back(opened, texts(locale).said.held),
  unchanged: ({ locale }: Asked, opened: Opened) => back(opened, texts(locale).said.held),
}
const postHeld = postedTo<Opened, typeof heldFields, AfterReview>({
  ...heldForm,
  fields: heldFields,
  command: (asked, { subject }, values) => hold(asked.ctx, subject, madeId(asked), values as Whole<typeof heldFields>),
})
const postListed = postedTo<Opened, typeof listedFields, AfterReview>({
  ...heldForm,
  fields: listedFields,
  command: (asked, { subject }, values) => hold(asked.ctx, subject, madeId(asked), values as Whole<typeof listedFields>),
})
