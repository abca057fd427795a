import type { Texts } from './texts.nb.ts'

export const nn: Texts = {
  way: 'Slå saman med ei anna sak',
  title: 'Slå saman med ei anna sak om same hending',
  lead: 'Saka du vel, held fram for begge, med dei tidlegaste tidspunkta. Denne blir lukka, men held på nummeret og alt som står i ho. Du kan angre i eitt døgn.',
  fields: { into: { label: 'Nummeret på saka som held fram', hint: 'Til dømes 2026-0017. Du må behandle begge sakene.' } },
  choose: 'Kva for ei sak held fram?',
  other: 'Ei anna sak, med nummeret',
  look: 'Sjå begge sakene',
  confirmLead: 'Ingenting er gjort enno. Sjå at det er same hending.',
  closes: 'Blir lukka',
  continues: 'Held fram for begge',
  clock: 'Fristen etterpå',
  noClock: 'Ingen frist går.',
  clockNow: 'Frist no',
  back: 'Vel ei anna sak',
  confirm: (into) => `Slå saman med ${into}?`,
  openQuestions: (open) =>
    open === 1
      ? 'Eitt spørsmål i saka som blir lukka, er ikkje svart på. Det kan svarast på som før, og svaret står i saka som held fram.'
      : `${open} spørsmål i saka som blir lukka, er ikkje svarte på. Dei kan svarast på som før, og svara står i saka som held fram.`,
  save: 'Slå saman',
  saved: 'Saka er slått saman med den andre.',
  merged: 'Same hending som ei anna sak',
  goesOn: (number) => `Saka held fram i ${number}.`,
  goesOnElsewhere: 'Saka held fram i ei anna sak, som du ikkje har tilgang til.',
  part: 'Angre samanslåinga',
  parted: 'Sakene er skilde igjen.',
  from: 'Desse sakene gjeld same hending og er slått saman med denne:',
  reporter: 'Fleire har meldt det same. Meldinga di blir behandla saman med dei andre.',
}
