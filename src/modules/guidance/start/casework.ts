import type { ReadyMade } from './ready-made.ts'
import { joined, say } from './text.ts'

/** Privacy in casework (seed 000), and what each is responsible for. */
export const caseworkTexts: readonly ReadyMade[] = [
  {
    key: 'responsibility',
    kind: 'article',
    for: 'all',
    audiences: ['employee', 'leader'],
    mustConfirm: true,
    inForce: true,
    sources: ['gdpr', 'localRoutines'],
    title: say('Ansvaret ditt', 'Ansvaret ditt', 'Your responsibility'),
    body: say(
      `Du har et selvstendig ansvar når du behandler opplysninger om folk. Det gjelder på skjerm og på papir, og uansett hvor i virksomheten du arbeider.

Den øverste ledelsen er behandlingsansvarlig. Det fritar ikke deg. Du skal

- gjøre deg kjent med reglene og rutinene som gjelder der du arbeider
- passe på at du behandler opplysningene riktig
- melde fra når du oppdager et avvik

Bare de som trenger opplysningene i jobben, skal ha tilgang til dem. Alle som behandler dem for virksomheten, gjør det etter instruks (personvernforordningen artikkel 29 og artikkel 32 nr. 4, lest 28. november 2026).`,
      `Du har eit sjølvstendig ansvar når du behandlar opplysningar om folk. Det gjeld på skjerm og på papir, og uansett kvar i verksemda du arbeider.

Den øvste leiinga er behandlingsansvarleg. Det fritek ikkje deg. Du skal

- gjere deg kjend med reglane og rutinane som gjeld der du arbeider
- passe på at du behandlar opplysningane rett
- melde frå når du oppdagar eit avvik

Berre dei som treng opplysningane i jobben, skal ha tilgang til dei. Alle som behandlar dei for verksemda, gjer det etter instruks (personvernforordninga artikkel 29 og artikkel 32 nr. 4, lesen 28. november 2026).`,
      `You have a responsibility of your own when you process data about people. This applies on screen and on paper, wherever in the organisation you work.

Top management is the controller. That does not free you from responsibility. You must

- know the rules and routines that apply where you work
- make sure that you process the data correctly
- report deviations when you discover them

Only those who need the data in their work may have access to them. Everyone who processes them for the organisation does so on its instructions (GDPR Article 29 and Article 32(4), read on 28 November 2026).`,
    ),
  },
  {
    key: 'casework',
    kind: 'article',
    for: 'all',
    audiences: ['employee', 'leader'],
    inForce: true,
    sources: ['gdpr', 'archives', 'ownRules', 'localRoutines', 'storageGuide', 'emailInstruction', 'emailPage'],
    title: say(
      'Personvern ved saksbehandling i systemer og tjenester',
      'Personvern ved saksbehandling i system og tenester',
      'Privacy in casework in systems and services',
    ),
    body: joined([
      say(
        `Her står det kort hva du har ansvar for, og hva du må huske, når du behandler personopplysninger i et system eller en tjeneste.

## Ansvar {#ansvar}

Bruker du et system for å gjøre en arbeidsoppgave, behandler du ofte personopplysninger. Da har du et selvstendig ansvar, elektronisk og på papir, sentralt og ute på enhetene.

Du skal

- sørge for at opplysningene er **tilstrekkelige og relevante**, **riktige** og **oppdaterte** (personvernforordningen artikkel 5 nr. 1 bokstav c og d, lest 28. november 2026)
- følge rutinene på enheten din og reglene som gjelder for alle. Finner du dem ikke, spør lederen eller personvernkontakten
- si fra til lederen når du trenger opplæring
- melde avvik

Spør lederen eller personvernkontakten når du er usikker.`,
        `Her står det kort kva du har ansvar for, og kva du må hugse, når du behandlar personopplysningar i eit system eller ei teneste.

## Ansvar {#ansvar}

Bruker du eit system for å gjere ei arbeidsoppgåve, behandlar du ofte personopplysningar. Då har du eit sjølvstendig ansvar, elektronisk og på papir, sentralt og ute på einingane.

Du skal

- sørgje for at opplysningane er **tilstrekkelege og relevante**, **rette** og **oppdaterte** (personvernforordninga artikkel 5 nr. 1 bokstav c og d, lesen 28. november 2026)
- følgje rutinane på eininga di og reglane som gjeld for alle. Finn du dei ikkje, spør leiaren eller personvernkontakten
- seie frå til leiaren når du treng opplæring
- melde avvik

Spør leiaren eller personvernkontakten når du er usikker.`,
        `This is a short account of what you are responsible for, and what you must remember, when you process personal data in a system or a service.

## Responsibility {#ansvar}

If you use a system to do your work, you often process personal data. You then have a responsibility of your own, electronically and on paper, centrally and in the units.

You are to

- make sure that the data are **adequate and relevant**, **accurate** and **up to date** (GDPR Article 5(1)(c) and (d), read on 28 November 2026)
- follow the routines of your unit and the rules that apply to everybody. If you cannot find them, ask your line manager or the privacy contact
- tell your line manager when you need training
- report deviations

Ask your line manager or the privacy contact when you are unsure.`,
      ),
      say(
        `## Opplæring {#opplaering}

Du skal ha opplæring i systemene du bruker, og i rutinene som hører til. Si fra til lederen hvis du mangler den. Lederen har ansvar for at du får den.`,
        `## Opplæring {#opplaering}

Du skal ha opplæring i systema du bruker, og i rutinane som høyrer til. Sei frå til leiaren om du manglar ho. Leiaren har ansvar for at du får ho.`,
        `## Training {#opplaering}

You must be trained in the systems you use, and in the routines that go with them. Tell your line manager if you have not had this training. Your line manager is responsible for your training.`,
      ),
      say(
        `## Hva du må huske på {#huske}

Bruk [huskelisten](/huskeliste). Den er din egen: du krysser av det du har på plass, og bare du ser det.`,
        `## Kva du må hugse på {#huske}

Bruk [hugselista](/huskeliste). Ho er di eiga: du kryssar av det du har på plass, og berre du ser det.`,
        `## What you must remember {#huske}

Use the [checklist](/huskeliste). It is your own: you tick what is in place, and only you can see it.`,
      ),
      say(
        `## Dokumentasjon {#dokumentasjon}

Du må kunne vise at du følger reglene (personvernforordningen artikkel 5 nr. 2, lest 28. november 2026). Arkiver vurderinger, avtaler og andre dokumenter som viser det, i sak- og arkivsystemet. Avtaler om databehandling, risikovurderinger og avvik hører med.`,
        `## Dokumentasjon {#dokumentasjon}

Du må kunne vise at du følgjer reglane (personvernforordninga artikkel 5 nr. 2, lesen 28. november 2026). Arkiver vurderingar, avtalar og andre dokument som viser det, i sak- og arkivsystemet. Avtalar om databehandling, risikovurderingar og avvik høyrer med.`,
        `## Documentation {#dokumentasjon}

You must be able to show that you follow the rules (GDPR Article 5(2), read on 28 November 2026). File assessments, agreements and other documents that show it in the case and archive system. Data processing agreements, risk assessments and deviations are among them.`,
      ),
      say(
        `## Sikkerhetstips {#sikkerhetstips}

- Hent utskriften ved skriveren med kortet ditt, der det er mulig.
- Lås inn papirer med personopplysninger når du går.
- Ikke send fødselsnummer, kontonummer eller sensitive opplysninger i e-post uten kryptering.
- Bruk ansattnummer, {university:studentnummer}{municipality:elevnummer} eller navn og fødselsdato i stedet for fødselsnummer.
- Lagre der [lagringsguiden](/lagringsguide) sier at du kan.
- Lås eller logg ut av maskinen når du går fra den.
- Brukeren din er din. Del den aldri med andre.
- Hold passordene dine hemmelige.`,
        `## Tryggleikstips {#sikkerhetstips}

- Hent utskrifta ved skrivaren med kortet ditt, der det er mogleg.
- Lås inn papir med personopplysningar når du går.
- Ikkje send fødselsnummer, kontonummer eller sensitive opplysningar i e-post utan kryptering.
- Bruk tilsettnummer, {university:studentnummer}{municipality:elevnummer} eller namn og fødselsdato i staden for fødselsnummer.
- Lagre der [lagringsguiden](/lagringsguide) seier at du kan.
- Lås eller logg ut av maskina når du går frå ho.
- Brukaren din er din. Del han aldri med andre.
- Hald passorda dine hemmelege.`,
        `## Security tips {#sikkerhetstips}

- Collect your print-outs at the printer with your card, where that is possible.
- Lock up papers with personal data when you leave.
- Do not send national identity numbers, bank account numbers or sensitive data by e-mail without encryption.
- Use the employee number, the {university:student}{municipality:pupil} number, or name and date of birth instead of the national identity number.
- Store information where the [storage guide](/lagringsguide) says you may.
- Lock your computer or sign out when you leave it.
- Your user account is yours. Never share it with others.
- Keep your passwords secret.`,
      ),
      say(
        `## Sending av e-post {#e-post}

Opplysningene trenger ikke å være sensitive i seg selv. Det holder at e-posten røper noe sensitivt, for eksempel at noen er pasient. Det samme gjelder når du sender ut en undersøkelse: røper lenken eller utsendingen et pasientforhold, må e-posten krypteres. [Vurder opplysningene her](/lagringsguide/klassifisering).

Får du sensitive opplysninger i en e-post som ikke er kryptert?

1. Trenger virksomheten opplysningene til et bestemt formål, lagrer du dem raskt på et sikkert sted.
2. Slett e-posten, også fra slettede elementer.
3. Ikke videresend den, og ikke svar på den uten kryptering.

[Vi går gjennom det med deg, steg for steg](/lagringsguide/mottatt-e-post).`,
        `## Sending av e-post {#e-post}

Opplysningane treng ikkje å vere sensitive i seg sjølve. Det held at e-posten røper noko sensitivt, til dømes at nokon er pasient. Det same gjeld når du sender ut ei undersøking: røper lenkja eller utsendinga eit pasientforhold, må e-posten krypterast. [Vurder opplysningane her](/lagringsguide/klassifisering).

Får du sensitive opplysningar i ein e-post som ikkje er kryptert?

1. Treng verksemda opplysningane til eit bestemt formål, lagrar du dei raskt på ein trygg stad.
2. Slett e-posten, òg frå sletta element.
3. Ikkje send han vidare, og ikkje svar på han utan kryptering.

[Vi går gjennom det med deg, steg for steg](/lagringsguide/mottatt-e-post).`,
        `## Sending e-mail {#e-post}

The data need not be sensitive in themselves. It is enough that the e-mail reveals something sensitive, for example that somebody is a patient. The same applies when you send out a survey: if the link or the mailing reveals that somebody is a patient, the e-mail must be encrypted. [Assess the data here](/lagringsguide/klassifisering).

Have you received sensitive data in an e-mail that is not encrypted?

1. If the organisation needs the data for a specific purpose, store them quickly in a safe place.
2. Delete the e-mail, from deleted items too.
3. Do not forward it, and do not reply to it without encryption.

[We take you through it, step by step](/lagringsguide/mottatt-e-post).`,
      ),
      say(
        `## Nye systemer og tjenester {#nytt-system}

Skal du ta i bruk eller kjøpe en applikasjon, programvare, utstyr eller et IT-system? Avklar behovet først, og hvordan det skal brukes og forvaltes. Risikoen skal vurderes før systemet tas i bruk.`,
        `## Nye system og tenester {#nytt-system}

Skal du ta i bruk eller kjøpe ein applikasjon, programvare, utstyr eller eit IT-system? Avklar behovet først, og korleis det skal brukast og forvaltast. Risikoen skal vurderast før systemet blir teke i bruk.`,
        `## New systems and services {#nytt-system}

Are you going to use or buy an application, software, equipment or an IT system? Clarify the need first, and how it is to be used and managed. The risk must be assessed before the system is brought into use.`,
      ),
      say(
        `## Personvernkontakter {#personvernkontakter}

Enheten din har en personvernkontakt som hjelper deg. [Spør om råd her](/sporsmal/nytt?type=advice), så går spørsmålet til lederen din, personvernkontakten eller personvernombudet. Se hvem det er under [Roller](/roller).`,
        `## Personvernkontaktar {#personvernkontakter}

Eininga di har ein personvernkontakt som hjelper deg. [Spør om råd her](/sporsmal/nytt?type=advice), så går spørsmålet til leiaren din, personvernkontakten eller personvernombodet. Sjå kven det er under [Roller](/roller).`,
        `## Privacy contacts {#personvernkontakter}

Your unit has a privacy contact who helps you. [Ask for advice here](/sporsmal/nytt?type=advice), and the question goes to your line manager, the privacy contact or the data protection officer. See who they are under [Roles](/roller).`,
      ),
    ]),
  },
]
