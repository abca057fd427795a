import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { closeCampaign, openCampaign, planCampaign } from '../../modules/questionnaire/commands.ts'
import { saveAnswers, sendAnswers } from '../../modules/questionnaire/commands-answering.ts'
import { beginStandard, publishQuestionnaire } from '../../modules/questionnaire/commands-writing.ts'
import { answersFor, peopled } from '../../modules/questionnaire/factory.ts'
import { campaignFields } from '../../modules/questionnaire/fields.ts'
import { unitsOfCampaign } from '../../modules/questionnaire/queries.ts'
import type { Answer } from '../../modules/questionnaire/questionnaire.ts'
import type { Fill } from './demo.ts'

/** The yearly internal control of the university, and of a municipality that has taken it up: last year's round, and this year's half answered. */
export const fillQuestionnaire: Fill = async ({ preset, as, person }) => {
  if (preset !== 'uio' && preset !== 'sauda') return
  const words = preset === 'uio' ? nb : nn
  const dpo = await as('personvernombud')
  const top = await as(preset === 'uio' ? 'universitetsdirektor' : 'kommunedirektor')
  const owner = person('personvernombud')
  const questionnaire = newId(dpo.now)
  must(await beginStandard(dpo, questionnaire))
  must(await publishQuestionnaire(dpo, questionnaire, null))
  const today = localDate(dpo.now)
  const year = Number(today.slice(0, 4))
  const round = async (of: number) => {
    const id = newId(dpo.now)
    const dates = { opensOn: today, dueOn: addDays(today, 21), daysALevel: preset === 'uio' ? 7 : 0 }
    const values = { name: `${words.name} ${of}`, year: of, questionnaire, ...dates, contact: words.contact }
    must(await planCampaign(dpo, id, { ...emptyValues(campaignFields), ...values }))
    must(await openCampaign(dpo, id, null))
    await peopled(dpo, id, 24)
    return id
  }
  const past = await round(year - 1)
  const action = { option: 'notCovered', follow: 'action', owner, dueOn: addDays(today, 60) } as const
  const weak: Readonly<Record<string, Partial<Answer>>> = {
    training: { ...action, reason: words.why[0] ?? null, action: words.actions[0] ?? null },
    deletion: { ...action, reason: words.why[1] ?? null, action: words.actions[1] ?? null },
    portal: { option: 'notCovered', reason: words.why[2] ?? null, follow: 'acceptance' },
  }
  await answered(top, past, () => weak, 5)
  must(await closeCampaign(dpo, past, null))
  const now = await round(year)
  await answered(
    top,
    now,
    (at) => (at % 3 === 0 ? { deletion: weak.deletion ?? {} } : at % 3 === 1 ? { portal: weak.portal ?? {} } : {}),
    3,
  )
}

/** The last of the units, so many of them, answer everything; `how`: what is not as it should be in each. */
async function answered(
  ctx: Ctx,
  campaign: string,
  how: (at: number) => Readonly<Record<string, Partial<Answer>>>,
  most: number,
): Promise<void> {
  const units = (await unitsOfCampaign(ctx, campaign)).filter(({ depth }) => depth > 0).toReversed()
  for (const [at, unit] of units.slice(0, most).entries()) {
    must(await saveAnswers(ctx, unit.id, null, await answersFor(ctx, unit, how(at))))
    must(await sendAnswers(ctx, unit.id, null, unit.unitId))
  }
}

type Words = {
  readonly locale: 'nb' | 'nn'
  readonly name: string
  readonly contact: string
  readonly why: readonly string[]
  readonly actions: readonly string[]
}
const nb: Words = {
  locale: 'nb',
  name: 'Årlig internkontroll',
  contact: 'internkontroll@uio.example',
  why: ['Flere har begynt det siste året.', 'Vi har ingen rutine for søkerlistene.', 'Enheten driver ikke forskning.'],
  actions: ['Hold kurset om personvern for alle nye', 'Lag en sletterutine for søkerlister'],
}
const nn: Words = {
  locale: 'nn',
  name: 'Årleg internkontroll',
  contact: 'internkontroll@sauda.example',
  why: ['Fleire har starta det siste året.', 'Vi har ingen rutine for søkjarlistene.', 'Eininga driv ikkje forsking.'],
  actions: ['Hald kurset om personvern for alle nye', 'Lag ein sletterutine for søkjarlister'],
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why}`)
}
