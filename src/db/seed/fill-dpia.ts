import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import {
  addDpia,
  type DpiaAnswers,
  dpiaFields,
  dpiaScenarioFields,
  sendDpia,
  writeDpiaMeasure,
  writeDpiaScenario,
} from '../../modules/dpia/public.ts'
import { processingReference } from '../../modules/processing/public.ts'
import { measureFields } from '../../modules/risks/public.ts'
import type { Fill } from './demo.ts'

/** An impact assessment of the first activity in each organisation, written and sent to the data protection officer. */
export const fillDpia: Fill = async ({ ctx, preset, person }) => {
  const t = preset === 'sauda' ? nn : nb
  const activities = await processingReference.choices(ctx)
  const [activity] = activities === 'tooMany' ? [] : activities
  if (!activity) return
  const id = newId(ctx.now)
  const owner = person('systemeier')
  must(
    await addDpia(ctx, id, {
      ...emptyValues(dpiaFields),
      ...t.answers,
      name: `${t.name} ${activity.name}`,
      processings: [activity.id],
      owner,
    }),
  )
  const scenario = newId(ctx.now)
  must(
    await writeDpiaScenario(ctx, id, null, {
      ...emptyValues(dpiaScenarioFields),
      ...({ id: scenario, name: t.scenario, cause: 'humanProtection', harms: ['confidentiality', 'reputation'] } as const),
      ...({ likelihood: '3', forSubjects: '4', likelihoodAfter: '1', forSubjectsAfter: '4' } as const),
    }),
  )
  const planned = { kind: 'organisational', effect: ['preventing', 'detecting'], dueOn: '2027-02-01' } as const
  const measure = { ...emptyValues(measureFields), ...planned, name: t.measure, owner, scenarios: [scenario], id: newId(ctx.now) }
  must(await writeDpiaMeasure(ctx, id, null, measure))
  must(await sendDpia(ctx, id, null, t.question))
}

type Said = {
  readonly name: string
  readonly answers: Partial<DpiaAnswers>
  readonly scenario: string
  readonly measure: string
  readonly question: string
}
const chosen = {
  ...({ highRisk: 'undetermined', onList: 'no', sensitive: 'yes', vulnerable: 'yes', largeScale: 'undetermined', decision: 'do' } as const),
  ...({ evaluation: 'no', automated: 'no', monitoring: 'no', combining: 'no', newTechnology: 'no', hindering: 'no' } as const),
  viewsSought: 'yes',
  dataSubjects: ['serviceRecipients'],
  dataKinds: ['contact', 'health'],
} as const

const nb: Said = {
  name: 'DPIA for',
  answers: {
    ...chosen,
    about: 'Hele behandlingen, fra innsamling til sletting.',
    highRiskWhy: 'Opplysningene er sensitive, men det er få som ser dem.',
    decisionReason: 'To tegn på høy risiko passer.',
    purpose: 'Gi den hjelpen loven sier at folk har rett til, og dokumentere det.',
    howMany: 'Omtrent 900 personer, med opplysninger fra fem til ti år.',
    collected: 'Fra den det gjelder, og fra andre tjenester når loven åpner for det.',
    used: 'Saksbehandlere leser og skriver i saken. Ingen avgjørelser tas automatisk.',
    shared: 'Med leverandøren av systemet, som er databehandler. Ingenting forlater EØS.',
    kept: 'I systemet, hos leverandøren i Norge. Kopi hver natt.',
    deleted: 'Slettes når saken er avsluttet og arkivert.',
    access: 'De som arbeider med saken, og to som drifter systemet.',
    legalBasis: 'Artikkel 6 nr. 1 bokstav e og artikkel 9 nr. 2 bokstav g, med særloven.',
    necessary: 'Uten opplysningene kan ikke hjelpen gis.',
    lessIntrusive: 'Vi har prøvd med færre opplysninger. Da ble avgjørelsene feil.',
    proportionate: 'Den det gjelder, får hjelp, og få ser opplysningene.',
    quality: 'Opplysningene bekreftes i hver samtale.',
    informed: 'I brevet om at saken er åpnet, og på nettsiden.',
    handled: 'Den det gjelder, kan se saken sin og be om retting på nettet eller på kontoret.',
    freedoms: 'Privatliv, og retten til ikke å bli diskriminert.',
    viewsHow: 'Brukerrådet, i et møte i høst.',
    viewsSaid: 'De ville vite hvem som har lest saken deres.',
    viewsFollowed: 'Loggen kan nå bestilles.',
  },
  scenario: 'Noen som kjenner den det gjelder, får se opplysningene',
  measure: 'Tilgang etter rolle, med gjennomgang hvert halvår',
  question: 'Er det nok at loggen kan bestilles?',
}
const nn: Said = {
  name: 'DPIA for',
  answers: {
    ...chosen,
    about: 'Heile behandlinga, frå innsamling til sletting.',
    highRiskWhy: 'Opplysningane er sensitive, men det er få som ser dei.',
    decisionReason: 'To teikn på høg risiko passar.',
    purpose: 'Gi den hjelpa lova seier at folk har rett til, og dokumentere det.',
    howMany: 'Om lag 900 personar, med opplysningar frå fem til ti år.',
    collected: 'Frå den det gjeld, og frå andre tenester når lova opnar for det.',
    used: 'Saksbehandlarar les og skriv i saka. Ingen avgjerder blir tekne automatisk.',
    shared: 'Med leverandøren av systemet, som er databehandlar. Ingenting forlèt EØS.',
    kept: 'I systemet, hos leverandøren i Noreg. Kopi kvar natt.',
    deleted: 'Blir sletta når saka er avslutta og arkivert.',
    access: 'Dei som arbeider med saka, og to som driftar systemet.',
    legalBasis: 'Artikkel 6 nr. 1 bokstav e og artikkel 9 nr. 2 bokstav g, med særlova.',
    necessary: 'Utan opplysningane kan ikkje hjelpa bli gitt.',
    lessIntrusive: 'Vi har prøvd med færre opplysningar. Då vart avgjerdene feil.',
    proportionate: 'Den det gjeld, får hjelp, og få ser opplysningane.',
    quality: 'Opplysningane blir stadfesta i kvar samtale.',
    informed: 'I brevet om at saka er opna, og på nettsida.',
    handled: 'Den det gjeld, kan sjå saka si og be om retting på nettet eller på kontoret.',
    freedoms: 'Privatliv, og retten til ikkje å bli diskriminert.',
    viewsHow: 'Brukarrådet, i eit møte i haust.',
    viewsSaid: 'Dei ville vite kven som har lese saka deira.',
    viewsFollowed: 'Loggen kan no bestillast.',
  },
  scenario: 'Nokon som kjenner den det gjeld, får sjå opplysningane',
  measure: 'Tilgang etter rolle, med gjennomgang kvart halvår',
  question: 'Er det nok at loggen kan bestillast?',
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why}`)
}
