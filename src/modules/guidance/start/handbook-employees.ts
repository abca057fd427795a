import { joined, say } from './text.ts'

export const introduction = joined([
  say(
    `# Innledning {#innledning}

Informasjonssikkerhet handler om å sikre informasjon som betyr noe for forvaltningen, for virksomheter og for den enkelte. Derfor gjelder det oss alle.

## Tilgang og sikring hører sammen {#tilgang-og-sikring}

Tilgang til informasjon og sikring av informasjon er ikke to interesser som står mot hverandre. Vi sikrer informasjonen mot misbruk. Den som trenger den i jobben, skal ha den.`,
    `# Innleiing {#innledning}

Informasjonstryggleik handlar om å sikre informasjon som betyr noko for forvaltninga, for verksemder og for den enkelte. Difor gjeld det oss alle.

## Tilgang og sikring høyrer saman {#tilgang-og-sikring}

Tilgang til informasjon og sikring av informasjon er ikkje to interesser som står mot kvarandre. Vi sikrar informasjonen mot misbruk. Den som treng han i jobben, skal ha han.`,
    `# Introduction {#innledning}

Information security is about securing information that matters to public administration, to organisations and to individuals. That is why it concerns us all.

## Access and protection belong together {#tilgang-og-sikring}

Access to information and the protection of it are not two opposed interests. We protect the information against misuse. Those who need it in their work must have it.`,
  ),
  say(
    `## Hva som bestemmer kravene {#krav}

To ting bestemmer hvor godt informasjon må sikres:

1. hva den inneholder
2. hvilken sammenheng den brukes i

Den største trusselen er at vi mennesker ikke vet hvorfor noe må sikres. Tiltak, rutiner og prosedyrer skal være formelle og systematiske, og det skal gå an å etterprøve dem.

Informasjonssikkerhet er

- **konfidensialitet**: bare de som trenger informasjonen i jobben, har tilgang til den
- **integritet**: informasjonen er fullstendig, nøyaktig og gyldig, og uvedkommende har ikke endret den
- **tilgjengelighet**: de som trenger informasjonen, har den når de trenger den

Vi må sikre personopplysninger ut fra risikoen (personvernforordningen artikkel 32 nr. 1, lest 28. november 2026).`,
    `## Kva som bestemmer krava {#krav}

To ting bestemmer kor godt informasjon må sikrast:

1. kva han inneheld
2. kva samanheng han blir brukt i

Den største trusselen er at vi menneske ikkje veit kvifor noko må sikrast. Tiltak, rutinar og prosedyrar skal vere formelle og systematiske, og det skal gå an å etterprøve dei.

Informasjonstryggleik er

- **konfidensialitet**: berre dei som treng informasjonen i jobben, har tilgang til han
- **integritet**: informasjonen er fullstendig, nøyaktig og gyldig, og uvedkomande har ikkje endra han
- **tilgjenge**: dei som treng informasjonen, har han når dei treng han

Vi må sikre personopplysningar ut frå risikoen (personvernforordninga artikkel 32 nr. 1, lesen 28. november 2026).`,
    `## What decides the requirements {#krav}

Two things decide how well information must be secured:

1. what it contains
2. the context it is used in

The greatest threat is people not knowing why something must be secured. Measures, routines and procedures must be formal, systematic and verifiable.

Information security is

- **confidentiality**: only those who need the information in their work have access to it
- **integrity**: the information is complete, accurate and valid, and nobody has changed it without authority
- **availability**: those who need the information have it when they need it

We must secure personal data according to the risk (GDPR Article 32(1), read on 28 November 2026).`,
  ),
  say(
    `## Hvem håndboken gjelder for {#gjelder}

Håndboken gjelder for alle som skal ha tilgang til IT-systemene våre, og for all behandling av informasjon: intern informasjon, offentlig informasjon, informasjon som er unntatt offentlighet, og personopplysninger, også de sensitive.

Den skal verne samarbeidsparter, innbyggere, ansatte og {university:studenter}{municipality:elever}. Vi skal beskytte informasjonen og systemene slik at informasjon ikke kommer på avveie.

Alle som bruker systemene våre, plikter å kjenne håndboken og følge den.`,
    `## Kven handboka gjeld for {#gjelder}

Handboka gjeld for alle som skal ha tilgang til IT-systema våre, og for all behandling av informasjon: intern informasjon, offentleg informasjon, informasjon som er unnateken offentlegheit, og personopplysningar, òg dei sensitive.

Ho skal verne samarbeidspartar, innbyggjarar, tilsette og {university:studentar}{municipality:elevar}. Vi skal verne informasjonen og systema slik at informasjon ikkje kjem på avvege.

Alle som bruker systema våre, pliktar å kjenne handboka og følgje ho.`,
    `## Who the handbook applies to {#gjelder}

The handbook applies to everyone who uses our IT systems, and to all processing of information: internal information, public information, information exempt from public access, and personal data, including sensitive data.

It protects partners, residents, employees and {university:students}{municipality:pupils}. We must protect the information and the systems so that information does not go astray.

Everyone who uses our systems must know the handbook and follow it.`,
  ),
])

export const forEmployees = joined([
  say(
    `# Informasjonssikkerhet for alle ansatte {#ansatte}

Alle ansatte skal følge reglene for informasjonssikkerhet, og ta vare på verdien av informasjonen i fagsystemer, utstyr og infrastruktur.

## Tilgang og brukerkontroll {#tilgang}

1. Du får brukernavn og passord. De viser hvem du er, og gir tilgang til utstyr, systemer og nettverk.
2. Hold passordet hemmelig for andre. Lær det utenat. Ikke skriv det ned. Bruk aldri andres brukernavn og passord.
3. Bruk unike passord i systemene våre.
4. Har du glemt passordet, eller tror du at andre kjenner det, kontakter du IT med en gang og får et nytt. Se [hjelp med passord](/passordhjelp).
5. Alle som skal ha tilgang, har skrevet under på taushetserklæring. Det gjelder også konsulenter og vikarer (forvaltningsloven § 13, lest 28. november 2026).
6. Lås maskinen, nettbrettet og telefonen når du går fra dem.`,
    `# Informasjonstryggleik for alle tilsette {#ansatte}

Alle tilsette skal følgje reglane for informasjonstryggleik, og ta vare på verdien av informasjonen i fagsystem, utstyr og infrastruktur.

## Tilgang og brukarkontroll {#tilgang}

1. Du får brukarnamn og passord. Dei viser kven du er, og gir tilgang til utstyr, system og nettverk.
2. Hald passordet hemmeleg for andre. Lær det utanåt. Ikkje skriv det ned. Bruk aldri brukarnamnet og passordet til andre.
3. Bruk unike passord i systema våre.
4. Har du gløymt passordet, eller trur du at andre kjenner det, kontaktar du IT med ein gong og får eit nytt. Sjå [hjelp med passord](/passordhjelp).
5. Alle som skal ha tilgang, har skrive under på teieerklæring. Det gjeld òg konsulentar og vikarar (forvaltningslova § 13, lesen 28. november 2026).
6. Lås maskina, nettbrettet og telefonen når du går frå dei.`,
    `# Information security for all employees {#ansatte}

All employees must follow the rules on information security, and look after the value of the information in specialist systems, equipment and infrastructure.

## Access and user control {#tilgang}

1. You are given a user name and a password. They show who you are, and give access to equipment, systems and networks.
2. Keep the password secret from others. Learn it by heart. Do not write it down. Never use anybody else’s user name and password.
3. Use unique passwords in our systems.
4. If you have forgotten the password, or think that others know it, contact IT at once and get a new one. See [help with your password](/passordhjelp).
5. Everyone with access has signed a declaration of confidentiality. This applies to consultants and temporary staff too (Public Administration Act, section 13, read on 28 November 2026).
6. Lock the computer, the tablet and the telephone when you leave them.`,
  ),
  say(
    `## Lagring og behandling av data {#lagring}

Det du lagrer i løsningene våre, skal ha med jobben å gjøre. [Lagringsguiden](/lagringsguide) sier hvor du kan lagre hva.

Behandler en løsning personopplysninger, skal behandlingen stå i protokollen (personvernforordningen artikkel 30, lest 28. november 2026). Spør personvernombudet. Risikoen skal vurderes i en ROS-analyse før løsningen tas i bruk.`,
    `## Lagring og behandling av data {#lagring}

Det du lagrar i løysingane våre, skal ha med jobben å gjere. [Lagringsguiden](/lagringsguide) seier kvar du kan lagre kva.

Behandlar ei løysing personopplysningar, skal behandlinga stå i protokollen (personvernforordninga artikkel 30, lesen 28. november 2026). Spør personvernombodet. Risikoen skal vurderast i ein ROS-analyse før løysinga blir teken i bruk.`,
    `## Storing and processing data {#lagring}

What you store in our solutions must be work-related. The [storage guide](/lagringsguide) says where you may store what.

If a solution processes personal data, the processing must be in the record of processing activities (GDPR Article 30, read on 28 November 2026). Ask the data protection officer. The risk must be assessed in a risk analysis before the solution is brought into use.`,
  ),
  say(
    `## Bruk av IT-utstyr, programmer og nettverk {#it-utstyr}

Du skal følge retningslinjene våre for programmer, utstyr og tjenester som hører til utstyret. Meld fra til IT så raskt som mulig om noe som kan ha betydning for sikkerheten.`,
    `## Bruk av IT-utstyr, program og nettverk {#it-utstyr}

Du skal følgje retningslinjene våre for program, utstyr og tenester som høyrer til utstyret. Meld frå til IT så raskt som mogleg om alt som kan ha noko å seie for tryggleiken.`,
    `## Use of IT equipment, programs and networks {#it-utstyr}

You must follow our guidelines on programs, equipment and the services that go with the equipment. Tell IT as quickly as possible about anything that may matter to security.`,
  ),
  say(
    `## Bruk av mobilt utstyr {#mobile}

Mobilt utstyr er utstyr du kobler til internett, som nettbrett og telefoner. Vi bruker det der noen må kunne nås, ha beredskap eller arbeide fleksibelt, og som verktøy i arbeidsdagen.

Reglene for [IT-utstyr, programmer og nettverk](#it-utstyr) gjelder her også.`,
    `## Bruk av mobilt utstyr {#mobile}

Mobilt utstyr er utstyr du koplar til internett, som nettbrett og telefonar. Vi bruker det der nokon må kunne nåast, ha beredskap eller arbeide fleksibelt, og som verktøy i arbeidsdagen.

Reglane for [IT-utstyr, program og nettverk](#it-utstyr) gjeld her òg.`,
    `## Use of mobile devices {#mobile}

Mobile devices are devices that connect to the internet, such as tablets and telephones. We use them where people must be available, on call or able to work flexibly, and as a tool in the working day.

The rules on [IT equipment, programs and networks](#it-utstyr) apply here too.`,
  ),
  say(
    `## Når du slutter {#slutter}

Rydd i filene dine, e-posten og Teams før du går. Lederen din stanser tilgangen.`,
    `## Når du sluttar {#slutter}

Rydd i filene dine, e-posten og Teams før du går. Leiaren din stansar tilgangen.`,
    `## When you leave {#slutter}

Tidy up your files, your e-mail and Teams before you go. Your line manager ends your access.`,
  ),
])
