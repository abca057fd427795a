import type { Localised } from '../../kernel/texts.ts'
import type { Suggested } from '../risks/public.ts'
import type { harms } from './fields.ts'

const say = (nb: string, nn: string, en: string): Localised => ({ nb, nn, en })
type Own = Suggested & { readonly harms: readonly (typeof harms)[number][] }

/** What processing may do to people, in our own words: a beginning that is chosen from and rewritten. */
export const scenarioLibrary: Readonly<Record<string, Own>> = {
  otherPurpose: {
    name: say(
      'Opplysningene brukes til noe annet enn de ble samlet inn for',
      'Opplysningane blir brukte til noko anna enn dei vart samla inn for',
      'The data are used for purposes other than those they were collected for',
    ),
    cause: 'routine',
    touches: [],
    harms: ['control'],
  },
  notKnown: {
    name: say(
      'De det gjelder, vet ikke hva som skjer med opplysningene',
      'Dei det gjeld, veit ikkje kva som skjer med opplysningane',
      'People do not know what happens to their data',
    ),
    cause: 'humanCompetence',
    touches: [],
    harms: ['control', 'freedom'],
  },
  wrongJudgement: {
    name: say(
      'Noen blir vurdert feil ut fra opplysningene',
      'Nokon blir vurdert feil ut frå opplysningane',
      'Somebody is judged wrongly from the data',
    ),
    cause: 'technical',
    touches: ['integrity'],
    harms: ['exclusion', 'discrimination'],
  },
  skewed: {
    name: say(
      'Systemet behandler noen grupper dårligere enn andre',
      'Systemet behandlar nokre grupper dårlegare enn andre',
      'The system treats some groups worse than others',
    ),
    cause: 'technical',
    touches: [],
    harms: ['discrimination'],
  },
  watched: {
    name: say(
      'Folk lar være å gjøre noe fordi de føler seg overvåket',
      'Folk lèt vere å gjere noko fordi dei kjenner seg overvaka',
      'People hold back from doing something because they feel watched',
    ),
    cause: 'routine',
    touches: [],
    harms: ['freedom', 'health'],
  },
  known: {
    name: say(
      'Noen som kjenner den det gjelder, får se opplysningene',
      'Nokon som kjenner den det gjeld, får sjå opplysningane',
      'Somebody who knows the person sees the data',
    ),
    cause: 'humanProtection',
    touches: ['confidentiality'],
    harms: ['confidentiality', 'reputation'],
  },
  hidden: {
    name: say('En fortrolig adresse kommer på avveie', 'Ei fortruleg adresse kjem på avvege', 'A confidential address goes astray'),
    cause: 'humanCompetence',
    touches: ['confidentiality'],
    harms: ['health', 'confidentiality'],
  },
  reidentified: {
    name: say(
      'Personer kjennes igjen i opplysninger uten navn',
      'Personar blir kjende igjen i opplysningar utan namn',
      'People are recognised in data without names',
    ),
    cause: 'technical',
    touches: ['confidentiality'],
    harms: ['reidentified'],
  },
  stolen: {
    name: say(
      'Noen stjeler opplysningene og utgir seg for den det gjelder',
      'Nokon stel opplysningane og gir seg ut for den det gjeld',
      'Somebody steals the data and poses as the person',
    ),
    cause: 'malicious',
    touches: ['confidentiality'],
    harms: ['identity', 'financial'],
  },
  keptTooLong: {
    name: say(
      'Opplysninger blir liggende når de ikke trengs lenger',
      'Opplysningar blir liggjande når dei ikkje trengst lenger',
      'Data are kept after they are no longer needed',
    ),
    cause: 'routine',
    touches: ['confidentiality'],
    harms: ['control'],
  },
  unanswered: {
    name: say(
      'Den som ber om innsyn eller retting, får ikke svar',
      'Den som bed om innsyn eller retting, får ikkje svar',
      'Somebody who asks for access or rectification gets no answer',
    ),
    cause: 'routine',
    touches: [],
    harms: ['control'],
  },
}
