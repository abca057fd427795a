import type { Localised } from '../../../kernel/texts.ts'
import type { ForWhom, ReadyMade } from './ready-made.ts'
import { say } from './text.ts'

const tip = (key: string, title: Localised, body: Localised, more: { readonly for?: ForWhom; readonly print?: true } = {}): ReadyMade => ({
  key: `tip-${key}`,
  kind: 'tip',
  for: more.for ?? 'all',
  audiences: ['employee', 'leader'],
  title,
  body,
  shownAt: more.print ? ['checklist', 'print'] : ['checklist'],
  inForce: true,
})

/** What a caseworker must remember, a point for each rule of seed 000: the checklist, and the tips in rotation (S0-12). */
export const tips: readonly ReadyMade[] = [
  tip(
    'documentation',
    say('Arkiver vurderinger og avtaler', 'Arkiver vurderingar og avtalar', 'File assessments and agreements'),
    say(
      'Vurderinger, avtaler og andre dokumenter som viser at du følger reglene, skal i sak- og arkivsystemet.',
      'Vurderingar, avtalar og andre dokument som viser at du følgjer reglane, skal i sak- og arkivsystemet.',
      'Assessments, agreements and other documents that show that you follow the rules belong in the case and archive system.',
    ),
  ),
  tip(
    'print',
    say('Hent utskriften med kortet ditt', 'Hent utskrifta med kortet ditt', 'Collect print-outs with your card'),
    say(
      'Bruk pullprint der det finnes. Da blir ikke utskrifter med personopplysninger liggende på kopirommet. Det er også bra for miljøet.',
      'Bruk pullprint der det finst. Då blir ikkje utskrifter med personopplysningar liggjande på kopirommet. Det er bra for miljøet òg.',
      'Use pull printing where it is available. Print-outs with personal data are then not left in the copy room. It is good for the environment too.',
    ),
    { print: true },
  ),
  tip(
    'lock-up',
    say('Lås inn dokumenter', 'Lås inn dokument', 'Lock up documents'),
    say(
      'Lås inn dokumenter med personopplysninger. Ikke la dem ligge på pulten når du går hjem.',
      'Lås inn dokument med personopplysningar. Lat dei ikkje liggje på pulten når du går heim.',
      'Lock up documents with personal data. Do not leave them on the desk when you go home.',
    ),
  ),
  tip(
    'encrypt',
    say('Krypter sensitiv e-post', 'Krypter sensitiv e-post', 'Encrypt sensitive e-mail'),
    say(
      'Ikke send fødselsnummer, kontonummer eller sensitive opplysninger i e-post uten kryptering.',
      'Ikkje send fødselsnummer, kontonummer eller sensitive opplysningar i e-post utan kryptering.',
      'Do not send national identity numbers, bank account numbers or sensitive data by e-mail without encryption.',
    ),
  ),
  tip(
    'marked',
    say('Merk intern e-post Fortrolig', 'Merk intern e-post Fortrolig', 'Mark internal e-mail Fortrolig'),
    say(
      'Internt kan du sende slike opplysninger i e-post når du merker den Fortrolig.',
      'Internt kan du sende slike opplysningar i e-post når du merkjer han Fortrolig.',
      'Internally you may send such data by e-mail when you mark the message Fortrolig (confidential).',
    ),
    { for: 'markedMail' },
  ),
  tip(
    'identifiers',
    say(
      'Bruk andre kjennetegn enn fødselsnummer',
      'Bruk andre kjenneteikn enn fødselsnummer',
      'Use identifiers other than the national identity number',
    ),
    say(
      'Bruk ansattnummer, {university:studentnummer}{municipality:elevnummer} eller navn og fødselsdato der du kan.',
      'Bruk tilsettnummer, {university:studentnummer}{municipality:elevnummer} eller namn og fødselsdato der du kan.',
      'Use the employee number, the {university:student}{municipality:pupil} number, or name and date of birth where you can.',
    ),
  ),
  tip(
    'stick',
    say(
      'Ikke lagre på minnepinne uten kryptering',
      'Ikkje lagre på minnepinne utan kryptering',
      'Do not store on a memory stick without encryption',
    ),
    say(
      'Se i [lagringsguiden](/lagringsguide) hvor du kan lagre det du har.',
      'Sjå i [lagringsguiden](/lagringsguide) kvar du kan lagre det du har.',
      'See the [storage guide](/lagringsguide) for where you may store what you have.',
    ),
  ),
  tip(
    'shared',
    say('Bruk fellesområder med få lesere', 'Bruk fellesområde med få lesarar', 'Use shared areas with few readers'),
    say(
      'Lagre på et fellesområde der få andre har tilgang.',
      'Lagre på eit fellesområde der få andre har tilgang.',
      'Store in a shared area to which few others have access.',
    ),
  ),
  tip(
    'lock-screen',
    say('Lås skjermen når du går', 'Lås skjermen når du går', 'Lock the screen when you leave'),
    say(
      'Lås eller logg ut av PC-en, nettbrettet og telefonen hver gang du går fra dem.',
      'Lås eller logg ut av PC-en, nettbrettet og telefonen kvar gong du går frå dei.',
      'Lock or sign out of the computer, the tablet and the telephone each time you leave them.',
    ),
  ),
  tip(
    'own-user',
    say('Brukeren din er din', 'Brukaren din er din', 'Your user account is yours'),
    say('Del den aldri med andre.', 'Del han aldri med andre.', 'Never share it with others.'),
  ),
  tip(
    'passwords',
    say('Hold passordene hemmelige', 'Hald passorda hemmelege', 'Keep your passwords secret'),
    say(
      'Bruk unike passord, og ikke skriv dem ned.',
      'Bruk unike passord, og ikkje skriv dei ned.',
      'Use unique passwords, and do not write them down.',
    ),
  ),
  tip(
    'email-rules',
    say('Kjenn reglene for e-post', 'Kjenn reglane for e-post', 'Know the rules for e-mail'),
    say(
      'Les hva som gjelder når du sender og mottar e-post.',
      'Les kva som gjeld når du sender og får e-post.',
      'Read what applies when you send and receive e-mail.',
    ),
  ),
  tip(
    'received',
    say(
      'Fikk du noe sensitivt? Lagre trygt og slett',
      'Fekk du noko sensitivt? Lagre trygt og slett',
      'Received something sensitive? Store safely and delete',
    ),
    say(
      'Lagre det du trenger på et sikkert sted, og slett e-posten, også fra slettede elementer. [Vi går gjennom det med deg](/lagringsguide/mottatt-e-post).',
      'Lagre det du treng på ein trygg stad, og slett e-posten, òg frå sletta element. [Vi går gjennom det med deg](/lagringsguide/mottatt-e-post).',
      'Store what you need in a safe place, and delete the e-mail, from deleted items too. [We take you through it](/lagringsguide/mottatt-e-post).',
    ),
  ),
  tip(
    'no-reply',
    say('Ikke svar på ukryptert e-post', 'Ikkje svar på ukryptert e-post', 'Do not reply to unencrypted e-mail'),
    say(
      'Ikke send sensitive opplysninger videre, og ikke svar avsenderen i en e-post uten kryptering.',
      'Ikkje send sensitive opplysningar vidare, og ikkje svar avsendaren i ein e-post utan kryptering.',
      'Do not forward sensitive data, and do not reply to the sender in an e-mail without encryption.',
    ),
  ),
  tip(
    'reveals',
    say('Tenk på hva e-posten røper', 'Tenk på kva e-posten røper', 'Think about what the e-mail reveals'),
    say(
      'Røper e-posten at noen er pasient, er den sensitiv, selv om innholdet ikke er det.',
      'Røper e-posten at nokon er pasient, er han sensitiv, sjølv om innhaldet ikkje er det.',
      'If the e-mail reveals that somebody is a patient, it is sensitive, even if its content is not.',
    ),
  ),
  tip(
    'survey',
    say(
      'Krypter utsending av undersøkelser som røper noe',
      'Krypter utsending av undersøkingar som røper noko',
      'Encrypt surveys that reveal something',
    ),
    say(
      'Røper utsendingen eller lenken et pasientforhold, må e-posten krypteres.',
      'Røper utsendinga eller lenkja eit pasientforhold, må e-posten krypterast.',
      'If the mailing or the link reveals that somebody is a patient, the e-mail must be encrypted.',
    ),
  ),
  tip(
    'new-system',
    say(
      'Avklar behovet før du tar i bruk noe nytt',
      'Avklar behovet før du tek i bruk noko nytt',
      'Clarify the need before you use something new',
    ),
    say(
      'Avklar behovet, bruken og forvaltningen før du tar i bruk en applikasjon eller et IT-system.',
      'Avklar behovet, bruken og forvaltninga før du tek i bruk ein applikasjon eller eit IT-system.',
      'Clarify the need, the use and the management before you start using an application or an IT system.',
    ),
  ),
  tip(
    'contacts',
    say('Spør personvernkontakten', 'Spør personvernkontakten', 'Ask the privacy contact'),
    say(
      'Personvernkontakten på enheten din hjelper deg. [Spør om råd](/sporsmal/nytt?type=advice).',
      'Personvernkontakten på eininga di hjelper deg. [Spør om råd](/sporsmal/nytt?type=advice).',
      'The privacy contact of your unit helps you. [Ask for advice](/sporsmal/nytt?type=advice).',
    ),
  ),
]
