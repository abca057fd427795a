import type { FieldTexts } from '../../kernel/fields.ts'
import type { answerFields, askFields } from './fields.ts'

const ask: FieldTexts<typeof askFields> = {
  kind: {
    label: 'Hva trenger du?',
    choices: { agreement: 'En databehandleravtale', drafting: 'Hjelp fra Anskaffelser til å utforme en avtale' },
  },
  counterpart: { label: 'Hvem skal avtalen være med?', hint: 'Leverandøren eller samarbeidspartneren.' },
  about: { label: 'Hva gjelder det?', hint: 'Hvilke opplysninger, om hvem, og hva de skal gjøre med dem. Ikke skriv navn på personer.' },
  unit: { label: 'Enhet' },
}
const answer: FieldTexts<typeof answerFields> = {
  answer: { label: 'Svar' },
  agreement: { label: 'Avtalen det gjelder', hint: 'Hvis den er registrert.' },
}

export const nb = {
  title: 'Forespørsler om databehandleravtale',
  place: 'Avtaleforespørsler',
  one: 'Forespørsel om databehandleravtale',
  lead: 'Be om en databehandleravtale, eller om hjelp til å utforme den. Svaret kommer hit og som varsel.',
  add: 'Be om databehandleravtale',
  send: 'Send forespørselen',
  sent: 'Forespørselen er sendt.',
  none: 'Ingen forespørsler',
  noneText: 'Skal noen utenfor behandle personopplysninger for enheten din, trenger dere en databehandleravtale.',
  status: { waiting: 'Venter på svar', answered: 'Besvart' },
  state: 'Status',
  askedBy: 'Sendt av',
  askedAt: 'Sendt',
  answerTitle: 'Svar på forespørselen',
  answerButton: 'Send svaret',
  answered: 'Svaret er sendt.',
  answeredBy: 'Besvart av',
  goesTo: (who: string) => `Forespørselen er sendt til ${who}.`,
  ask,
  answer,
  panel: {
    title: 'Trenger dere en avtale?',
    text: 'Den behandlingsansvarlige inngår avtalen, og Anskaffelser kan hjelpe med å utforme den.',
    agreement: 'Be om databehandleravtale',
    drafting: 'Be Anskaffelser om hjelp',
  },
  tasks: { agreement: 'Svar på forespørselen om databehandleravtale', drafting: 'Hjelp til med en databehandleravtale' },
  messages: { sent: 'Ny forespørsel om databehandleravtale', answered: 'Svar på forespørselen din om databehandleravtale' },
  refusals: { answeredAlready: 'En annen har allerede svart.' },
  setting: {
    heading: 'Hvem svarer på forespørsler om avtale',
    follows: 'De som har en av rollene, får oppgaven med å svare og ser forespørselen.',
    fields: { agreement: { label: 'Svarer når noen ber om en avtale' }, drafting: { label: 'Hjelper til med å utforme en avtale' } },
  },
  events: {
    sent: 'Forespørsel om databehandleravtale sendt',
    answered: 'Forespørsel om databehandleravtale besvart',
    refused: 'Avvist svar på forespørsel om databehandleravtale',
  },
}
export type Texts = typeof nb
