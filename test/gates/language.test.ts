import { describe, expect, test } from 'vitest'
import { checkLanguage, words } from '../../scripts/check-language.ts'
import { planted } from './planted.ts'

const found = (name: string, text: string) => checkLanguage(planted({ [`src/modules/a/${name}`]: text })).map((one) => one.says)

const tried: readonly (readonly [string, string])[] = [
  ['texts.nn.ts', `a: 'TRANSLATE: Er det meldt til politiet?'`],
  ['texts.nb.ts', `a: 'Tomt er øverst.'`],
  ['texts.nb.ts', `a: 'Her nå'`],
  ['texts.nb.ts', `agreementNone: 'Alle leverandører har avtale.'`],
  ['texts.nn.ts', `a: 'Ord på vegen til den som avgjer'`],
  ['texts.nn.ts', `a: 'Vart kjent'`],
  ['texts.nn.ts', `a: 'Signaturframstillingsdata for verksemda'`],
  ['texts.nb.ts', `a: 'E-posttjeneren svarte ikke'`],
  ['texts.nb.ts', `a: 'Vurder alvorsgraden'`],
  ['words-nb.ts', `a: 'Råd til den som beslutter'`],
  ['texts.nb.ts', `a: 'Hva bestemmer du?'`],
  ['texts.nb.ts', `a: 'Det finnes alt et utkast.'`],
  ['texts.nb.ts', `a: 'Alt kan endres siden.'`],
  ['texts.nb.ts', `a: 'Tilintetgjøring'`],
  ['texts.nn.ts', `a: 'E-posttenaren avviste'`],
  ['texts.nn.ts', `a: 'Opne saka att'`],
  ['texts.nn.ts', `a: 'Rolla di gjev ikkje tilgang'`],
  ['texts.nn.ts', `a: 'Tilintetgjøring'`],
  ['texts.nn.ts', `a: 'Informasjonssikkerheita er god nok'`],
  ['texts.nn.ts', `a: 'Skildre hendinga'`],
  ['texts.nn.ts', `a: 'Ikkje svara på'`],
  ['texts.nn.ts', `a: 'Ny teknikk'`],
  ['texts.nn.ts', `a: 'Kva vi har gjort for å retta opp'`],
  ['texts.nn.ts', `a: 'Di vurdering'`],
  ['texts.nn.ts', `a: 'Ikkje skrive referat'`],
  ['texts.nn.ts', `a: 'Blir ettersend.'`],
  ['texts.nn.ts', `a: 'Alt kan endrast sidan.'`],
  ['texts.nb.ts', `a: 'Det ledelsen har bestemt'`],
  ['texts.nb.ts', `a: 'Mappa er tom'`],
  ['texts.nb.ts', `a: 'Kan fremdeles leses'`],
  ['texts.nn.ts', `a: 'Tomt felt fjernar det'`],
  ['texts.nb.ts', `a: 'Spørreskjema påbegynt'`],
  ['texts.nn.ts', `a: 'Begynn med ein mal'`],
  ['standard-nn.ts', `a: 'Når føremålet er borte'`],
  ['texts.nn.ts', `a: 'Verkar lenka?'`],
  ['texts.nn.ts', `a: 'Send klagen'`],
  ['texts.nn.ts', `a: 'Skriftleg underretning'`],
  ['texts.nn.ts', `a: 'Den som stadfester'`],
  ['texts.nn.ts', `a: 'La feltet stå tomt'`],
  ['texts.nn.ts', `a: 'Utstedar'`],
  ['texts.nn.ts', `a: 'I ålmenta si interesse'`],
  ['texts.nn.ts', `a: 'Kor viktig er tilgjengelegheita?'`],
  ['texts.nn.ts', `a: 'System blir gjennomgådde'`],
  ['texts.nn.ts', `a: 'Rettkommen interesse'`],
  ['texts.nn.ts', `a: 'Galdt offentlege dokument'`],
  ['texts.nn.ts', `a: 'HR og lønn'`],
  ['texts.nn.ts', `a: 'Kome på avvegar'`],
  ['texts.nn.ts', `a: 'Utan grunnlaust opphald'`],
  ['texts.nn.ts', `a: 'Tryggingskopiar'`],
  ['texts.nn.ts', `a: 'Omfanget er stadfest.'`],
  ['texts.nn.ts', `a: 'Rettar og fridomar'`],
  ['texts.nn.ts', `a: 'Finn rutina'`],
  ['texts.en.ts', `a: 'The date is ahead.'`],
  ['texts.en.ts', `a: 'What this hangs together with'`],
  ['texts.en.ts', `a: 'The organisation demands a stronger sign-in'`],
  ['texts.en.ts', `a: 'Whoever asked has been told.'`],
  ['texts.en.ts', `a: 'The camera can be taken into use'`],
  ['texts.en.ts', `a: 'Take the system into use'`],
  ['texts.en.ts', `a: '1 access is waiting for you'`],
  ['texts.en.ts', `a: 'Ask your leader'`],
  ['texts.en.ts', `a: 'The processing rests on consent'`],
  ['texts.en.ts', `a: 'Write the whole address'`],
  ['texts.en.ts', `a: 'Waits for an answer'`],
  ['texts.en.ts', `a: 'The log has been gone through'`],
  ['texts.en.ts', `a: 'Leaders are to take up information security at a meeting'`],
  ['texts.en.ts', `a: '1 processing is confirmed.'`],
  ['texts.en.ts', `a: 'The training they are to have'`],
  ['texts.en.ts', `a: 'Register that it is done'`],
  ['texts.en.ts', `a: 'The leader may close the case'`],
  ['texts.en.ts', `a: 'A professional system'`],
  ['texts.en.ts', `a: 'Control questions in English'`],
  ['texts.nn.ts', `a: 'Derfor hastar det.'`],
  ['texts.nn.ts', `a: 'Systema du brukar'`],
  ['texts.nb.ts', `a: 'Trekk av melding'`],
  ['texts.en.ts', `a: 'Your name does not stand in the case.'`],
  ['texts.en.ts', `a: 'Whom do you want to be?'`],
  ['texts.en.ts', `a: 'Empty is at the top.'`],
  ['texts.en.ts', `a: 'All is kept.'`],
  ['texts.nb.ts', `a: 'Melding til de berørte'`],
  ['texts.nn.ts', `a: 'Signer meldinga til dei råka'`],
  ['texts.nb.ts', `a: 'Mine meldinger'`],
  ['texts.nn.ts', `a: 'Mi melding'`],
  ['texts.nb.ts', `a: 'Du er logget ut på alle enheter.'`],
  ['texts.nn.ts', `a: 'Eining mista eller stolen'`],
  ['texts.nb.ts', `a: 'Skal Datatilsynet varsles?'`],
  ['texts.nn.ts', `a: 'Avgjer at Datatilsynet ikkje skal varslast'`],
  ['texts.nb.ts', `a: 'Følsomme opplysninger'`],
  ['texts.nb.ts', `a: 'Rollen din gir ikke adgang til dette.'`],
  ['texts.nb.ts', `a: 'Lagre beslutningen'`],
  ['texts.nb.ts', `a: 'Bestem om de berørte skal ha beskjed'`],
  ['texts.nn.ts', `a: 'Du har ikkje tilgang til henne.'`],
  ['texts.nn.ts', `a: 'Før avviket blei oppdaga'`],
  ['texts.nn.ts', `a: 'Meldinga er alt send.'`],
  ['texts.nn.ts', `a: 'Det finst alt eit utkast.'`],
  ['texts.nn.ts', `a: 'Framlegg til tiltak'`],
  ['texts.nn.ts', `a: 'Gjeld det også barn?'`],
  ['texts.nn.ts', `a: 'Grunngjeving'`],
  ['texts.nn.ts', `a: 'attkjenning'`],
  ['texts.nn.ts', `a: 'Arbeidet byrjar no'`],
  ['texts.en.ts', `a: 'Message to those affected'`],
  ['texts.en.ts', `a: 'Shall those affected be told?'`],
  ['texts.en.ts', `a: 'Draft begun'`],
  ['texts.en.ts', `a: 'The nearest leader is told'`],
  ['texts.en.ts', `a: 'A deviation has been proposed closed'`],
  ['texts.en.ts', `a: 'You have changed nothing.'`],
  ['texts.en.ts', `a: 'The breach gives a risk.'`],
  ['texts.en.ts', `a: 'The text points at someone.'`],
  ['texts.en.ts', `a: 'once too seldom'`],
  ['texts.en.ts', `a: 'Empty follows the organisation.'`],
  ['texts.en.ts', `a: 'works the case'`],
  ['texts.nn.ts', `a: 'Ikke noko å sjå her.'`],
]

describe('a word that the texts do not use is found', () => {
  test.each(tried)('%s: %s', (name, text) => expect(found(name, text)).toHaveLength(1))

  test('every rule is tried above', () => {
    const says = tried.flatMap(([name, text]) => found(name, text))
    expect(words.filter(({ instead }) => !says.some((one) => one.includes(instead))).map(({ word }) => word.source)).toEqual([])
  })
})

test.each([
  ['texts.nb.ts', `a: 'Tjenesten er åpen. Siden finnes ikke. Alt er lagret. Et bestemt formål.'`],
  ['texts.nn.ts', `a: 'Alle svara er her. Det er retta opp. Dette skal ettersendast, og er ettersendt.'`],
  ['texts.nb.ts', `a: 'Hva er tilintetgjort?', // law's words`],
  ['rules.ts', `const alvorsgrad = 1`],
  ['texts.nn.ts', `const titles = { hvem: 'Kven' }`],
  ['start.ts', `export const a = { nb: 'Ikke her', nn: 'Ikkje her', en: 'Not here' }`],
])('%s: %s is left alone', (name, text) => expect(found(name, text)).toEqual([]))

test('languages that lie beside each other are read, each by its own words', () => {
  const start = `const a = {\n  nb: 'Du finner den her',\n  nn: { title: 'Ikke her' },\n  en: ['Whom?'],\n}`
  expect(checkLanguage(planted({ 'src/a/start.ts': start }))).toMatchObject([{ line: 3 }, { line: 4 }])
})

test('the file and the line are named', () => {
  expect(checkLanguage(planted({ 'src/a/texts.en.ts': `\n\nb: 'All is kept.'` }))).toMatchObject([{ file: 'src/a/texts.en.ts', line: 3 }])
})
