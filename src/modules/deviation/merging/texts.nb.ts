export const nb = {
  way: 'Slå sammen med en annen sak',
  title: 'Slå sammen med en annen sak om samme hendelse',
  lead: 'Saken du velger, fortsetter for begge, med de tidligste tidspunktene. Denne blir lukket, men beholder nummeret og alt som står i den. Du kan angre i ett døgn.',
  fields: { into: { label: 'Nummeret på saken som fortsetter', hint: 'For eksempel 2026-0017. Du må behandle begge sakene.' } },
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
