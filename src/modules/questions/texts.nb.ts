import type { FieldTexts } from '../../kernel/fields.ts'
import type { answerFields, askFields } from './fields.ts'

const ask: FieldTexts<typeof askFields> = {
  kind: {
    label: 'Hva gjelder det?',
    choices: { advice: 'Jeg trenger råd', routine: 'Jeg finner ikke rutinen' },
    choiceHints: {
      advice: 'Bare den du spør, ser spørsmålet.',
      routine: 'Det du skriver, kommer på listen over rutiner som mangler, uten navnet ditt.',
    },
  },
  sentTo: {
    label: 'Hvem vil du spørre?',
    choices: { leader: 'Lederen min', privacyContact: 'Personvernkontakten', dpo: 'Personvernombudet' },
  },
  about: { label: 'Hva lurer du på?', hint: 'Ikke skriv navn på personer eller fødselsnummer.' },
  unit: { label: 'Enhet' },
}
const answer: FieldTexts<typeof answerFields> = { answer: { label: 'Svar' } }

export const nb = {
  title: 'Spørsmål og råd',
  place: 'Spør om råd',
  one: 'Spørsmål',
  lead: 'Spør lederen, personvernkontakten eller personvernombudet.',
  add: 'Spør om råd',
  send: 'Send spørsmålet',
  sent: 'Spørsmålet er sendt.',
  none: 'Ingen spørsmål',
  noneText: 'Er du usikker på hva du skal gjøre, så spør. Det er lov å spørre.',
  status: { waiting: 'Venter på svar', answered: 'Besvart' },
  state: 'Status',
  askedBy: 'Spurt av',
  askedAt: 'Sendt',
  sentTo: 'Sendt til',
  due: 'Svar innen',
  answerTitle: 'Svar på spørsmålet',
  answerButton: 'Send svaret',
  answered: 'Svaret er sendt.',
  answeredBy: 'Besvart av',
  contacts: {
    title: 'Hvem du kan spørre',
    leader: 'Lederen din',
    privacyContact: 'Personvernkontakt',
    dpo: 'Personvernombud',
    nobody: 'Ingen er registrert. Spørsmålet går til personvernombudet.',
  },
  ask,
  answer,
  missing: {
    title: 'Rutiner som mangler',
    lead: 'Rutiner noen har lett etter uten å finne dem.',
    none: 'Ingen rutiner er meldt som manglende',
    noneText: 'Finner noen ikke en rutine, kommer den her.',
    add: 'Vi mangler en rutine',
    noUnit: 'Uten enhet',
    owner: 'Ansvarlig: {name}',
    open: 'Mangler',
    done: 'Avklart',
    of: '{unit} ({count})',
  },
  tasks: { advice: 'Svar på et spørsmål om råd', routine: 'Finn eller skriv en rutine som noen mangler' },
  messages: { sent: 'Du har fått et spørsmål', answered: 'Du har fått svar på spørsmålet ditt' },
  refusals: { answeredAlready: 'En annen har allerede svart.' },
  events: { sent: 'Spørsmål sendt', answered: 'Spørsmål besvart', refused: 'Avvist svar på spørsmål' },
}
export type Texts = typeof nb
