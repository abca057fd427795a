import { hasRole } from '../../../kernel/actor.ts'
import { parseWhole } from '../../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, post, type Route, redirect, versionOf } from '../../../kernel/http.ts'
import { again, door } from '../../../kernel/road.ts'
import { type After, unread } from '../../../ui/refused.ts'
import { answerPersonalData, confirmExtentOf, decideWhetherBreach, setAwareness } from '../commands.ts'
import { type CommandForm, casePage, forDeed, posted, sentCase } from '../deed/routes-deed.tsx'
import { awareFields, extentFields } from '../fields-times.ts'
import type { CaseView } from '../queries.ts'
import { lastDecision } from '../rests.ts'
import { openIdentity, showIdentity } from './commands.ts'
import { breachFields, openingFields, personalDataFields } from './fields.ts'
import { BreachPage } from './pages/breach.tsx'
import { OpenedPage, OpeningPage } from './pages/opening.tsx'
import { PersonalDataPage } from './pages/personal-data.tsx'
import { TimesPage } from './pages/times.tsx'
import { overviewTexts } from './texts.ts'

/** Where nobody is protected there is nothing to open. */
const forProtected = door(async (asked) => {
  const view = await sentCase(asked)
  if (view?.reporter.kind !== 'protected') return nothing
  return hasRole(asked.ctx.actor, 'dpo') ? view : notAllowed
})
/** Two deeds share the page of times: whoever may do one of them comes in. */
const forTimes = forDeed('setAware', 'edit')
const forBreach = forDeed('decideBreach')
const forDataAnswer = forDeed('edit')

const aware: CommandForm<typeof awareFields> = {
  fields: awareFields,
  texts: (locale) => overviewTexts(locale).times.aware,
  draw: (asked, view, after) => timesPage(asked, view, 'aware', after),
  command: ({ ctx, form }, id, { awareAt, reason }) => setAwareness(ctx, id, versionOf(form), awareAt, reason),
  saved: (locale) => overviewTexts(locale).times.savedAware,
  stands: ({ deviation }) => ({ awareAt: deviation.awareAt, reason: deviation.awareReason }),
  by: ({ deviation }) => deviation.awareBy,
}

const extent: CommandForm<typeof extentFields> = {
  fields: extentFields,
  texts: (locale) => overviewTexts(locale).times.extent,
  draw: (asked, view, after) => timesPage(asked, view, 'extent', after),
  command: ({ ctx, form }, id, { extentConfirmedAt }) => confirmExtentOf(ctx, id, versionOf(form), extentConfirmedAt),
  saved: (locale) => overviewTexts(locale).times.savedExtent,
  stands: ({ deviation }) => ({ extentConfirmedAt: deviation.extentConfirmedAt }),
}

const breach: CommandForm<typeof breachFields> = {
  fields: breachFields,
  texts: (locale) => overviewTexts(locale).breach.fields,
  draw: (asked, view, after) => {
    const { ctx, locale } = asked
    return casePage(asked, view, overviewTexts(locale).breach.title, <BreachPage view={view} locale={locale} now={ctx.now} {...after} />)
  },
  command: ({ ctx, form }, id, { breach: outcome, reason }) => decideWhetherBreach(ctx, id, versionOf(form), outcome, reason),
  saved: (locale) => overviewTexts(locale).breach.saved,
  stands: (view) => ({ breach: view.deviation.breach, reason: lastBreach(view)?.reason ?? null }),
  by: (view) => lastBreach(view)?.by ?? null,
}

const personalData: CommandForm<typeof personalDataFields> = {
  fields: personalDataFields,
  texts: (locale) => overviewTexts(locale).personalData.fields,
  draw: (asked, view, after) => {
    const { ctx, locale } = asked
    const body = <PersonalDataPage view={view} locale={locale} now={ctx.now} {...after} />
    return casePage(asked, view, overviewTexts(locale).personalData.title, body)
  },
  // Without personal data the case may be another queue's, and no longer this reader's to see.
  next: ({ deviation }, { personalData: answer }) => (answer === 'no' ? '/avvik' : `/avvik/${deviation.id}`),
  command: ({ ctx, form }, id, values) => answerPersonalData(ctx, id, versionOf(form), values.personalData),
  saved: (locale, { personalData: answer }) => {
    const { savedYes, savedNo } = overviewTexts(locale).personalData
    return answer === 'no' ? savedNo : savedYes
  },
  stands: ({ deviation }) => ({
    personalData: personalDataFields.personalData.of.find((one) => one === deviation.report.personalData) ?? null,
  }),
}

export const routes: readonly Route[] = [
  get('/avvik/:id/tidspunkter', 'signedIn', forTimes(aware.draw)),
  post('/avvik/:id/tidspunkter', 'signedIn', (asked) => forTimes(asked.form.deed === 'extent' ? posted(extent) : posted(aware))(asked)),
  get('/avvik/:id/personopplysninger', 'signedIn', forDataAnswer(personalData.draw)),
  post('/avvik/:id/personopplysninger', 'signedIn', forDataAnswer(posted(personalData))),
  get('/avvik/:id/brudd', 'signedIn', forBreach(breach.draw)),
  post('/avvik/:id/brudd', 'signedIn', forBreach(posted(breach))),
  get('/avvik/:id/melder', 'signedIn', forProtected(getIdentity)),
  post('/avvik/:id/melder', 'signedIn', forProtected(postIdentity)),
]

function timesPage(asked: Asked, view: CaseView, deed: 'aware' | 'extent', { refused, conflict }: After = {}) {
  const { ctx, locale } = asked
  const body = <TimesPage view={view} locale={locale} now={ctx.now} refused={refused && { deed, refused }} conflict={conflict} />
  return casePage(asked, view, overviewTexts(locale).times.title, body)
}

const lastBreach = ({ deviation }: CaseView) => lastDecision(deviation, 'breach')

/** Shows the identity the one time it may be shown, else asks why it must be. */
async function getIdentity(asked: Asked, view: CaseView) {
  const { ctx, locale, query } = asked
  const opened = query.has('vis') ? await showIdentity(ctx, view.deviation.id) : undefined
  return opened
    ? casePage(asked, view, overviewTexts(locale).opening.shownTitle, <OpenedPage view={view} who={opened.who} locale={locale} />)
    : openingPage(asked, view)
}

async function postIdentity(asked: Asked, view: CaseView) {
  const parsed = parseWhole(openingFields, asked.form)
  if (!parsed.ok) {
    const refused = unread(asked, parsed.problems, overviewTexts(asked.locale).opening.fields)
    return again(422, openingPage(asked, view, { refused }))
  }
  const opening = await openIdentity(asked.ctx, view.deviation.id, parsed.values.why)
  if (opening === 'opened') return redirect(`/avvik/${view.deviation.id}/melder?vis`)
  return opening === 'notAllowed' ? notAllowed : nothing
}

function openingPage(asked: Asked, view: CaseView, { refused }: After = {}) {
  const { ctx, locale } = asked
  const body = <OpeningPage view={view} locale={locale} now={ctx.now} refused={refused} />
  return casePage(asked, view, overviewTexts(locale).opening.title, body)
}
