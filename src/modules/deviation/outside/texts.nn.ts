import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  title: 'Eit spørsmål til deg',
  lead: (organisation) => `${organisation} ber deg om ei opplysning. Lenkja er berre til deg og gjeld dette eine spørsmålet.`,
  question: 'Spørsmålet',
  what: {
    title: 'Kva svaret blir brukt til',
    text: (organisation) =>
      `${organisation} undersøkjer ei hending og treng å vite meir. Dei som behandlar saka, les svaret. Dei har teieplikt. Svaret og det du legg ved, blir lagra i saka. Du avgjer sjølv om du vil svare.`,
  },
  answer: { answer: { label: 'Svaret ditt', hint: 'Skriv berre det som trengst. Ikkje skriv fødselsnummer.' } },
  files: 'Vedlegg (valfritt)',
  filesHint: (files, megabytes) => `Inntil ${files} filer på høgst ${megabytes} MB kvar.`,
  tooLarge: 'Ei fil var for stor, eller det var for mange. Vel filene på nytt.',
  send: 'Send svaret',
  over: {
    title: 'Lenkja gjeld ikkje lenger',
    text: 'Spørsmålet er svart på, tida er ute eller saka er avslutta. Ta kontakt med den som sende deg lenkja, om du vil svare likevel.',
    written: 'Svaret ditt er ikkje sendt. Dette skreiv du:',
  },
  thanks: { title: 'Takk for svaret', text: 'Svaret er sendt. Lenkja er brukt og kan ikkje opnast igjen.' },
  wait: (minutes) => `Det er sendt mykje frå dette nettverket. Det du skreiv, står her. Prøv igjen om ${minutes} minutt.`,
  refusals: { linkOver: 'Lenkja gjeld ikkje lenger.', identityNumber: 'Ta ut fødselsnummeret før du sender.' },
}
