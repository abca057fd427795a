import type { FieldTexts } from '../../../kernel/fields.ts'
import type { answerFields, handlingFields, questionFields, triageFields } from '../fields-handling.ts'

const fields: FieldTexts<typeof handlingFields> = {
  shortName: { label: 'Kort navn på saken', hint: 'Det saken kalles i listen. Ikke navn på personer.' },
  severity: {
    label: 'Alvorlighetsgrad',
    hint: 'Slik du ser det nå. Du kan endre den senere.',
    choices: { minor: 'Liten', moderate: 'Moderat', serious: 'Alvorlig', critical: 'Svært alvorlig' },
  },
  reality: { label: 'Er avviket reelt?', hint: 'Hva har du fått bekreftet, og av hvem i kraft av rollen?' },
  extent: { label: 'Omfang', hint: 'Hvor mange, hvilke opplysninger, hvor lenge, hvem kan ha sett dem?' },
  recordsKnown: {
    label: 'Vet dere omtrent hvor mange registreringer det gjelder?',
    hint: 'Datatilsynet spør om antallet registreringer av personopplysninger, ikke bare antallet personer.',
    choices: { approximate: 'Ja, omtrent', unknown: 'Ikke kjent ennå' },
  },
  recordsCount: { label: 'Omtrent hvor mange registreringer?' },
  specialData: {
    label: 'Gjelder det særlige kategorier?',
    hint: 'Helse, religion, fagforening og de andre i personvernforordningen artikkel 9.',
    choices: { yes: 'Ja', no: 'Nei', unknown: 'Vet ikke' },
  },
  vulnerable: { label: 'Er barn eller andre sårbare berørt?', choices: { yes: 'Ja', no: 'Nei', unknown: 'Vet ikke' } },
  crossBorder: { label: 'Er noen i andre land berørt?', choices: { yes: 'Ja', no: 'Nei', unknown: 'Vet ikke' } },
  processorInvolved: { label: 'Er en databehandler involvert?', choices: { yes: 'Ja', no: 'Nei', unknown: 'Vet ikke' } },
  proposedMeasures: { label: 'Forslag til tiltak', hint: 'Hva lukker avviket og begrenser skaden?' },
  approach: { label: 'Slik går vi videre', hint: 'Velg når du har vurdert alvorlighetsgraden og antall berørte.' },
  contained: { label: 'Er avviket stanset?', choices: { yes: 'Ja', partly: 'Delvis', no: 'Nei' } },
  containedAt: { label: 'Når?', hint: 'La stå tomt hvis det er nå.' },
  containment: { label: 'Hva er gjort for å stanse det?', hint: 'For eksempel slettet, sperret, kalt tilbake, byttet passord.' },
  involved: { label: 'Hvem var involvert?', hint: 'Skriv roller, ikke navn.' },
}

const question: FieldTexts<typeof questionFields> = {
  to: { label: 'Hvem vil du spørre?', choices: { reporter: 'Den som meldte', person: 'En som kan vite mer' } },
  person: { label: 'Hvem?', hint: 'Bare når du spør noen andre enn den som meldte.' },
  role: {
    label: 'I hvilken rolle?',
    choices: { leader: 'Leder', systemOwner: 'Systemansvarlig', handler: 'Behandler', it: 'IT', other: 'Annet' },
  },
  question: { label: 'Spørsmålet', hint: 'Den du spør, ser spørsmålet og saksnummeret, ikke saken. Ikke skriv navn.' },
  dueAt: { label: 'Svar innen', hint: 'Innenfor de 72 timene så lenge de løper.' },
}
const answer: FieldTexts<typeof answerFields> = {
  answer: { label: 'Svaret', hint: 'Skriv roller, ikke navn. Skriv bare det som trengs.' },
}
const triage: FieldTexts<typeof triageFields> = {
  triage: {
    label: 'Hva er dette?',
    choices: { internal: 'Et internt avvik som leder kan lukke', authority: 'Et avvik som skal meldes til Datatilsynet' },
  },
}

export const nb = {
  fields,
  question,
  answer,
  triage,
  edit: {
    title: 'Behandling',
    lead: 'Det du vet nå. Du kan endre det senere.',
    save: 'Lagre',
    saved: 'Behandlingen er lagret.',
    affected: (count: string) => `Antall berørte: ${count}`,
    affectedUnknown: 'Antall berørte er ikke oppgitt',
    editReport: 'Rett avviksmeldingen',
    namesForbidden: 'Ikke skriv navn på personer. Et avvik handler om handlingen.',
  },
  contain: {
    title: 'Stans og begrens',
    lead: 'Først: hindre at det blir verre. Vurderingen av risikoen går samtidig, og de venter ikke på hverandre.',
    save: 'Lagre',
    saved: 'Det som er gjort for å stanse avviket, er lagret.',
  },
  measures: {
    title: 'Tiltak',
    lead: 'Det som er gjort, og det som skal gjøres. Tøm feltet «Hva» for å fjerne et tiltak.',
    one: (number: number) => `Tiltak ${number}`,
    fresh: 'Nytt tiltak',
    save: 'Lagre tiltakene',
    saved: 'Tiltakene er lagret.',
  },
  questions: {
    title: 'Spørsmål og svar',
    lead: 'Få nok opplysninger så raskt som mulig. Spør den som meldte, eller noen som kan vite mer.',
    answered: 'Besvart',
    none: 'Ingen spørsmål venter på svar.',
    ask: 'Nytt spørsmål',
    send: 'Send spørsmålet',
    sent: 'Spørsmålet er sendt.',
    due: 'Svar innen',
    asked: (who: string, when: string) => `Spurt av ${who} ${when}`,
    answeredAt: (when: string) => `Besvart ${when}`,
    toReporter: 'Den som meldte',
    protectedHint: 'Melderen er beskyttet. Spørsmålet vises på melderens egen side, og du får ikke vite hvem det er.',
    codeHint: 'Avviket er meldt uten innlogging. Melderen leser spørsmålet med koden sin, og vi kan ikke si fra om at det er kommet.',
    noReporter: 'Saken har ingen melder som kan spørres her.',
    chooseOne: 'Velg hvem du vil spørre.',
    write: 'Skriv inn svaret',
  },
  answerPage: {
    title: 'Svar på spørsmål',
    kicker: (reference: string) => `Avvik ${reference}`,
    lead: 'Du er spurt fordi du kan vite noe som trengs for å behandle et avvik. Du ser bare spørsmålet.',
    leadReporter: 'De som behandler det du meldte, trenger å vite mer.',
    leadHandler: 'Har du fått svaret muntlig eller på annen måte? Skriv det inn her.',
    save: 'Send svaret',
    saved: 'Takk. Svaret er sendt.',
    already: 'Spørsmålet er besvart.',
    confidential: 'Svaret blir en del av saken og er taushetsbelagt.',
  },
  triagePage: {
    title: 'Veien videre',
    save: 'Lagre valget',
    saved: 'Valget er lagret.',
    facts: 'Det valget bygger på',
    level: 'Vurdert risiko',
    severity: 'Alvorlighetsgrad',
    affected: 'Antall berørte',
    leader: 'Lederen for enheten',
    notAssessed: 'Ikke vurdert',
    noLeader: 'Ingen leder er registrert',
    internal: 'Lederen får saken som oppgave og kan lukke den.',
    internalRule: 'Brukes når Datatilsynet ikke skal ha melding.',
    authority: 'Meldingen til Datatilsynet gjøres klar. Lederen kan ikke lukke saken.',
    authorityRule: 'Personvernforordningen art. 33 nr. 1',
    weigh: 'Vurder alvorlighetsgraden',
    assess: 'Vurder risikoen først',
  },
  asked: {
    title: 'Spørsmål',
    missing: (count: number) => (count === 1 ? 'Ett svar mangler' : `${count} svar mangler`),
    noneYet: 'Ingen har fått spørsmål ennå',
    answered: (count: number) => (count === 1 ? 'Ett besvart' : `${count} besvart`),
    none: 'Ingen har spurt om noe ennå.',
    ask: 'Spør om mer',
    toReporter: 'Til melderen',
    to: (who: string) => `Til ${who}`,
    waiting: 'Venter på svar',
    write: 'Skriv inn svaret',
  },
}
export type Texts = typeof nb
