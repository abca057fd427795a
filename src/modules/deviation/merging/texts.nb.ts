export const nb = {
  way: 'Slå sammen med en annen sak',
  title: 'Slå sammen med en annen sak om samme hendelse',
  lead: 'Saken du velger, fortsetter for begge, med de tidligste tidspunktene. Denne blir lukket, men beholder nummeret og alt som står i den. Du kan angre i ett døgn.',
  fields: { into: { label: 'Nummeret på saken som fortsetter', hint: 'For eksempel 2026-0017. Du må behandle begge sakene.' } },
  choose: 'Hvilken sak fortsetter?',
  other: 'En annen sak, med nummeret',
  look: 'Se begge sakene',
  confirmLead: 'Ingenting er gjort ennå. Se at det er samme hendelse.',
  closes: 'Blir lukket',
  continues: 'Fortsetter for begge',
  clock: 'Fristen etterpå',
  noClock: 'Ingen frist løper.',
  clockNow: 'Frist nå',
  back: 'Velg en annen sak',
  confirm: (into: string) => `Slå sammen med ${into}?`,
  openQuestions: (open: number) =>
    open === 1
      ? 'Ett spørsmål i saken som blir lukket, er ikke besvart. Det kan besvares som før, og svaret vises i saken som fortsetter.'
      : `${open} spørsmål i saken som blir lukket, er ikke besvart. De kan besvares som før, og svarene vises i saken som fortsetter.`,
  save: 'Slå sammen',
  saved: 'Saken er slått sammen med den andre.',
  merged: 'Samme hendelse som en annen sak',
  goesOn: (number: string) => `Saken fortsetter i ${number}.`,
  goesOnElsewhere: 'Saken fortsetter i en annen sak, som du ikke har tilgang til.',
  part: 'Angre sammenslåingen',
  parted: 'Sakene er skilt igjen.',
  from: 'Disse sakene gjelder samme hendelse og er slått sammen med denne:',
  reporter: 'Flere har meldt det samme. Meldingen din blir behandlet sammen med de andre.',
}
export type Texts = typeof nb
