export const nb = {
  title: 'Et spørsmål til deg',
  lead: (organisation: string) => `${organisation} ber deg om en opplysning. Lenken er bare til deg og gjelder dette ene spørsmålet.`,
  question: 'Spørsmålet',
  what: {
    title: 'Hva svaret brukes til',
    text: (organisation: string) =>
      `${organisation} undersøker en hendelse og trenger å vite mer. De som behandler saken, leser svaret. De har taushetsplikt. Svaret og det du legger ved, blir lagret i saken. Du avgjør selv om du vil svare.`,
  },
  answer: { answer: { label: 'Svaret ditt', hint: 'Skriv bare det som trengs. Ikke skriv fødselsnummer.' } },
  files: 'Vedlegg (valgfritt)',
  filesHint: (files: number, megabytes: number) => `Inntil ${files} filer på høyst ${megabytes} MB hver.`,
  tooLarge: 'En fil var for stor, eller det var for mange. Velg filene på nytt.',
  send: 'Send svaret',
  over: {
    title: 'Lenken gjelder ikke lenger',
    text: 'Spørsmålet er besvart, tiden er ute eller saken er avsluttet. Ta kontakt med den som sendte deg lenken, hvis du vil svare likevel.',
    written: 'Svaret ditt er ikke sendt. Dette skrev du:',
  },
  thanks: { title: 'Takk for svaret', text: 'Svaret er sendt. Lenken er brukt og kan ikke åpnes igjen.' },
  wait: (minutes: number) =>
    `Det er sendt mye fra dette nettverket. Det du skrev, står her. Prøv igjen om ${minutes} ${minutes === 1 ? 'minutt' : 'minutter'}.`,
  refusals: { linkOver: 'Lenken gjelder ikke lenger.', identityNumber: 'Ta ut fødselsnummeret før du sender.' },
}
export type Texts = typeof nb
