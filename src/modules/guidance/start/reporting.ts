import type { ReadyMade } from './ready-made.ts'
import { joined, say } from './text.ts'

/** What to report and how (seed 001), and the routine for deviations (seed 003). */
export const reportingTexts: readonly ReadyMade[] = [
  {
    key: 'reporting',
    kind: 'article',
    for: 'all',
    audiences: ['employee', 'leader', 'pupil'],
    inForce: true,
    sources: ['gdpr', 'authority', 'reportPage'],
    title: say('Hva du skal melde, og hvordan', 'Kva du skal melde, og korleis', 'What to report, and how'),
    body: joined([
      say(
        `Er du i tvil, så meld. Det er bedre å melde en gang for mye enn en gang for lite.

## Hvorfor melde {#hvorfor}

- Vi unngår at det skjer igjen, og at vi bryter loven.
- Vi får vite hvilke rutiner vi må forbedre.
- Vi får en god sikkerhetskultur.
- Skaden blir mindre når rutiner og systemer ikke virker som de skal.`,
        `Er du i tvil, så meld. Det er betre å melde ein gong for mykje enn ein gong for lite.

## Kvifor melde {#hvorfor}

- Vi unngår at det skjer igjen, og at vi bryt lova.
- Vi får vite kva rutinar vi må forbetre.
- Vi får ein god tryggleikskultur.
- Skaden blir mindre når rutinar og system ikkje verkar som dei skal.`,
        `If you are in doubt, report. It is better to report once too often than once too seldom.

## Why report {#hvorfor}

- We keep it from happening again, and keep from breaking the law.
- We learn which routines we must improve.
- We get a good security culture.
- The damage is smaller when routines and systems do not work as they should.`,
      ),
      say(
        `## Hva du skal melde {#hva}

- sensitive opplysninger på avveie
- tyveri av eller innbrudd i utstyr og data
- e-post eller vedlegg sendt til feil mottaker
- sensitive opplysninger eller fødselsnummer sendt uten kryptering, eller lagt åpent på nett
- at du har fått sensitive opplysninger om andre
- brudd på lov, forskrift eller interne rutiner
- sikringstiltak som mangler, ikke virker eller ikke blir fulgt
- feil i tilganger, utstyr eller programvare
- data som ligger åpent og skulle vært beskyttet
- opplysninger som er utlevert eller publisert uten grunnlag
- papirer, telefon, maskin eller minnepinne som er mistet`,
        `## Kva du skal melde {#hva}

- sensitive opplysningar på avvege
- tjuveri av eller innbrot i utstyr og data
- e-post eller vedlegg sendt til feil mottakar
- sensitive opplysningar eller fødselsnummer sende utan kryptering, eller lagde opent på nett
- at du har fått sensitive opplysningar om andre
- brot på lov, forskrift eller interne rutinar
- sikringstiltak som manglar, ikkje verkar eller ikkje blir følgde
- feil i tilgangar, utstyr eller programvare
- data som ligg opent og skulle vore verna
- opplysningar som er utleverte eller publiserte utan grunnlag
- papir, telefon, maskin eller minnepinne som er mista`,
        `## What to report {#hva}

- sensitive data that have gone astray
- theft of or break-ins into equipment and data
- e-mail or attachments sent to the wrong person
- sensitive data or national identity numbers sent without encryption, or left open on the web
- that you have received sensitive data about others
- breaches of laws, regulations or internal routines
- security measures that are missing, do not work or are not followed
- faults in access, equipment or software
- data that are open and should have been protected
- data disclosed or published without a legal basis
- lost papers, telephones, computers or memory sticks`,
      ),
      say(
        `## Slik melder du {#hvordan}

1. [Meld avviket](/avvik/ny) med en gang. Du trenger bare å skrive hva som har skjedd.
2. Skriv uten navn og fødselsnummer.
3. Stans skaden hvis du kan: be mottakeren slette, sperr telefonen, ta ned siden.

Det haster fordi virksomheten har 72 timer på å melde til Datatilsynet fra den ble kjent med bruddet (personvernforordningen artikkel 33 nr. 1, lest 28. november 2026).`,
        `## Slik melder du {#hvordan}

1. [Meld avviket](/avvik/ny) med ein gong. Du treng berre å skrive kva som har skjedd.
2. Skriv utan namn og fødselsnummer.
3. Stans skaden om du kan: be mottakaren slette, sperr telefonen, ta ned sida.

Det hastar fordi verksemda har 72 timar på å melde til Datatilsynet frå ho vart kjend med brotet (personvernforordninga artikkel 33 nr. 1, lesen 28. november 2026).`,
        `## How to report {#hvordan}

1. [Report the deviation](/avvik/ny) at once. You only need to write what has happened.
2. Write without names and national identity numbers.
3. Stop the damage if you can: ask the recipient to delete it, block the telephone, take the page down.

It is urgent because the organisation has 72 hours to notify Datatilsynet (the Norwegian Data Protection Authority) from when it became aware of the breach (GDPR Article 33(1), read on 28 November 2026).`,
      ),
    ]),
  },
  {
    key: 'deviationRoutine',
    kind: 'routine',
    for: 'all',
    audiences: ['employee', 'leader'],
    inForce: false,
    sources: ['gdpr', 'authority', 'reportPage'],
    title: say('Rutine for avvik', 'Rutine for avvik', 'Routine for deviations'),
    body: joined([
      say(
        `Rutinen gjelder når personopplysninger er på avveie, er ødelagt, tapt eller endret utilsiktet, eller er spredt til noen som ikke skulle ha dem.

## Den som oppdager avviket {#ansatt}

1. [Meld avviket](/avvik/ny) så snart du kan, og beskriv hva som har skjedd.
2. Spør personvernombudet hvis du er usikker på hva du skal gjøre.
3. Svar når du blir spurt om mer.`,
        `Rutinen gjeld når personopplysningar er på avvege, er øydelagde, tapte eller endra utilsikta, eller er spreidde til nokon som ikkje skulle ha dei.

## Den som oppdagar avviket {#ansatt}

1. [Meld avviket](/avvik/ny) så snart du kan, og beskriv kva som har skjedd.
2. Spør personvernombodet om du er usikker på kva du skal gjere.
3. Svar når du blir spurd om meir.`,
        `The routine applies when personal data have gone astray, have been destroyed, lost or changed unintentionally, or have been given to somebody who should not have them.

## The person who discovers the deviation {#ansatt}

1. [Report the deviation](/avvik/ny) as soon as you can, and describe what has happened.
2. Ask the data protection officer if you are not sure what to do.
3. Answer when you are asked for more.`,
      ),
      say(
        `## Den som behandler avviket {#behandler}

1. Stans og avgrens skaden.
2. Vurder risikoen for dem det gjelder.
3. Avgjør om det er et internt avvik, eller om Datatilsynet skal ha melding.
4. Finn årsaken, og bestem tiltak med ansvarlig og frist.
5. Dokumenter alt: hva som skjedde, omfanget, virkningene og hva vi har gjort. Det gjelder også små avvik (personvernforordningen artikkel 33 nr. 5, lest 28. november 2026).`,
        `## Den som behandlar avviket {#behandler}

1. Stans og avgrens skaden.
2. Vurder risikoen for dei det gjeld.
3. Avgjer om det er eit internt avvik, eller om Datatilsynet skal ha melding.
4. Finn årsaka, og bestem tiltak med ansvarleg og frist.
5. Dokumenter alt: kva som skjedde, omfanget, verknadene og kva vi har gjort. Det gjeld òg små avvik (personvernforordninga artikkel 33 nr. 5, lesen 28. november 2026).`,
        `## The person who handles the deviation {#behandler}

1. Stop and limit the damage.
2. Assess the risk to those concerned.
3. Decide whether it is an internal deviation, or whether Datatilsynet must be notified.
4. Find the cause, and decide on measures with somebody responsible and a due date.
5. Document everything: what happened, the extent, the effects and what we have done. This applies to small deviations too (GDPR Article 33(5), read on 28 November 2026).`,
      ),
      say(
        `## Hvem som skal ha beskjed {#beskjed}

| Risiko for dem det gjelder | Melding til Datatilsynet | Brev til de berørte |
|---|---|---|
| Lite trolig at det blir risiko | Nei | Nei |
| Risiko, men ikke høy | Ja, innen 72 timer | Nei |
| Høy risiko | Ja, innen 72 timer | Ja, uten ugrunnet opphold |

Reglene står i personvernforordningen artikkel 33 og 34 (lest 28. november 2026).`,
        `## Kven som skal ha beskjed {#beskjed}

| Risiko for dei det gjeld | Melding til Datatilsynet | Brev til dei råka |
|---|---|---|
| Lite truleg at det blir risiko | Nei | Nei |
| Risiko, men ikkje høg | Ja, innan 72 timar | Nei |
| Høg risiko | Ja, innan 72 timar | Ja, utan ugrunna opphald |

Reglane står i personvernforordninga artikkel 33 og 34 (lesen 28. november 2026).`,
        `## Who must be told {#beskjed}

| Risk to those concerned | Notification to Datatilsynet | Letter to those affected |
|---|---|---|
| A risk is unlikely | No | No |
| A risk, but not a high one | Yes, within 72 hours | No |
| A high risk | Yes, within 72 hours | Yes, without undue delay |

The rules are in GDPR Articles 33 and 34 (read on 28 November 2026).`,
      ),
      say(
        `## Tegn på høy risiko {#risiko}

- sensitive opplysninger i stor skala
- profilering som får følger for den enkelte
- systematisk overvåking av et offentlig sted
- ny og lite prøvd teknologi

Vær oppmerksom når det gjelder barn eller andre utsatte, svært mange, eller når noen kan bli utsatt for svindel, diskriminering eller skade på omdømmet.`,
        `## Teikn på høg risiko {#risiko}

- sensitive opplysningar i stor skala
- profilering som får følgjer for den enkelte
- systematisk overvaking av ein offentleg stad
- ny og lite prøvd teknologi

Ver merksam når det gjeld barn eller andre utsette, svært mange, eller når nokon kan bli utsette for svindel, diskriminering eller skade på omdømmet.`,
        `## Signs of high risk {#risiko}

- sensitive data on a large scale
- profiling that has consequences for the individual
- systematic monitoring of a public place
- new and little-tried technology

Be careful where it concerns children, other vulnerable people or very many people, or where somebody may suffer fraud, discrimination or damage to their reputation.`,
      ),
    ]),
  },
  {
    key: 'equipment',
    kind: 'guideline',
    for: 'all',
    audiences: ['employee', 'leader'],
    mustConfirm: true,
    inForce: true,
    sources: ['ownRules', 'itHandbook'],
    title: say(
      'Bruk av IT-utstyr, programmer og tjenester',
      'Bruk av IT-utstyr, program og tenester',
      'Use of IT equipment, programs and services',
    ),
    body: say(
      `Du skal følge retningslinjene for programmer, utstyr og tjenester som hører til utstyret.

- Bruk utstyret til jobben. Det du lagrer i løsningene våre, skal ha med jobben å gjøre.
- Installer bare programmer som er godkjent.
- Meld fra til IT så raskt som mulig om noe som kan gjøre utstyret utrygt.
- Lås skjermen når du går fra maskinen, nettbrettet eller telefonen.
- Lever utstyret tilbake når du slutter.`,
      `Du skal følgje retningslinjene for program, utstyr og tenester som høyrer til utstyret.

- Bruk utstyret til jobben. Det du lagrar i løysingane våre, skal ha med jobben å gjere.
- Installer berre program som er godkjende.
- Meld frå til IT så raskt som mogleg om noko som kan gjere utstyret utrygt.
- Lås skjermen når du går frå maskina, nettbrettet eller telefonen.
- Lever utstyret tilbake når du sluttar.`,
      `You must follow the guidelines on programs, equipment and the services that go with the equipment.

- Use the equipment for your work. What you store in our solutions must be work-related.
- Only install programs that have been approved.
- Tell IT as quickly as possible about anything that may make the equipment unsafe.
- Lock the screen when you leave the computer, the tablet or the telephone.
- Hand the equipment back when you leave.`,
    ),
  },
]
