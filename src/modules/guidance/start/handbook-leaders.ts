import { joined, say } from './text.ts'

export const forLeaders = joined([
  say(
    `# Informasjonssikkerhet for ledere {#ledere}

## Tilgang for dem du leder {#leder-tilgang}

- Arbeidsavtale og taushetserklæring er underskrevet før noen får tilgang.
- De ansatte er registrert i HR-systemet.
- Hver enkelt har bare den tilgangen jobben krever, også til lokalene.
- Når noen slutter, opphører tilgangen til nettverk, systemer, data, skytjenester og lokaler.`,
    `# Informasjonstryggleik for leiarar {#ledere}

## Tilgang for dei du leier {#leder-tilgang}

- Arbeidsavtale og teieerklæring er underskrivne før nokon får tilgang.
- Dei tilsette er registrerte i HR-systemet.
- Kvar enkelt har berre den tilgangen jobben krev, òg til lokala.
- Når nokon sluttar, opphøyrer tilgangen til nettverk, system, data, skytenester og lokale.`,
    `# Information security for managers {#ledere}

## Access for those you manage {#leder-tilgang}

- The contract and the declaration of confidentiality are signed before anybody is given access.
- Employees are recorded in the HR system.
- Each person has only the access that the work requires, to the premises too.
- When somebody leaves, access to networks, systems, data, cloud services and premises ends.`,
  ),
  say(
    `## Lagring og behandling {#leder-lagring}

Du legger til rette for at de ansatte kan lagre og behandle opplysninger der de skal: i fagsystemene, på hjemmeområdet eller fellesområdet, eller i Teams, SharePoint og OneDrive. [Lagringsguiden](/lagringsguide) sier hva som gjelder hos oss.

Du sørger for at formålet med behandlingen er registrert, og for at det er gjort en ROS-analyse av nye systemer og ved større endringer.`,
    `## Lagring og behandling {#leder-lagring}

Du legg til rette for at dei tilsette kan lagre og behandle opplysningar der dei skal: i fagsystema, på heimeområdet eller fellesområdet, eller i Teams, SharePoint og OneDrive. [Lagringsguiden](/lagringsguide) seier kva som gjeld hos oss.

Du sørgjer for at formålet med behandlinga er registrert, og for at det er gjort ein ROS-analyse av nye system og ved større endringar.`,
    `## Storing and processing {#leder-lagring}

You make it possible for employees to store and process data where they should: in the specialist systems, in the home area or the shared area, or in Teams, SharePoint and OneDrive. The [storage guide](/lagringsguide) says what applies here.

You make sure that the purpose of the processing is recorded, and that a risk analysis has been made of new systems and of major changes.`,
  ),
  say(
    `## Møter, innkjøp og opplæring {#leder-opplaering}

- Ha informasjonssikkerhet som fast punkt på møtene.
- Kjøp programvare og utstyr etter reglene for innkjøp. Ta alltid med IT, personvernombudet og informasjonssikkerhetssjefen når dere kjøper ny programvare.
- Gi de ansatte opplæring: kontorverktøy, hvor informasjon lagres og deles, fagprogrammene med rutinene, og denne håndboken.
- Sørg for at alle vet hvordan de [melder avvik](/avvik/ny), og at de gjør det med en gang.`,
    `## Møte, innkjøp og opplæring {#leder-opplaering}

- Ha informasjonstryggleik som fast punkt på møta.
- Kjøp programvare og utstyr etter reglane for innkjøp. Ta alltid med IT, personvernombodet og informasjonstryggleikssjefen når de kjøper ny programvare.
- Gi dei tilsette opplæring: kontorverktøy, kvar informasjon blir lagra og delt, fagprogramma med rutinane, og denne handboka.
- Sørg for at alle veit korleis dei [melder avvik](/avvik/ny), og at dei gjer det med ein gong.`,
    `## Meetings, procurement and training {#leder-opplaering}

- Have information security as a regular item at meetings.
- Buy software and equipment according to the procurement rules. Always involve IT, the data protection officer and the information security manager when you buy new software.
- Train the employees: office tools, where information is stored and shared, the specialist programs with their routines, and this handbook.
- Make sure that everybody knows how to [report deviations](/avvik/ny), and that they do it at once.`,
  ),
])

export const organisation = joined([
  say(
    `# Organisering og ansvar {#ansvar}

Ansvaret for at håndboken blir fulgt, ligger i linjen. Alle ansatte skal følge reglene og beskytte verdien av informasjonen i fagsystemer, utstyr og infrastruktur.

## Øverste leder {#overste-leder}

Øverste leder er behandlingsansvarlig. Oppgavene i det daglige er delegert til den som leder virksomheten eller enheten. Ansvaret kan ikke delegeres (personvernforordningen artikkel 24, lest 28. november 2026).

## Ledere {#linjeledere}

Du følger opp sikkerheten i det daglige hos deg, og tar initiativ til risikovurderinger. Informasjonssikkerhetssjefen gir råd.`,
    `# Organisering og ansvar {#ansvar}

Ansvaret for at handboka blir følgd, ligg i linja. Alle tilsette skal følgje reglane og verne verdien av informasjonen i fagsystem, utstyr og infrastruktur.

## Øvste leiar {#overste-leder}

Øvste leiar er behandlingsansvarleg. Oppgåvene i det daglege er delegerte til den som leier verksemda eller eininga. Ansvaret kan ikkje delegerast (personvernforordninga artikkel 24, lesen 28. november 2026).

## Leiarar {#linjeledere}

Du følgjer opp tryggleiken i det daglege hos deg, og tek initiativ til risikovurderingar. Informasjonstryggleikssjefen gir råd.`,
    `# Organisation and responsibility {#ansvar}

Line management is responsible for seeing that the handbook is followed. All employees must follow the rules and protect the value of the information in specialist systems, equipment and infrastructure.

## Top management {#overste-leder}

The head of the organisation is the controller. The daily tasks are delegated to those who lead the departments and units. The responsibility cannot be delegated (GDPR Article 24, read on 28 November 2026).

## Managers {#linjeledere}

You follow up security day by day in your own unit, and take the initiative for risk assessments. The information security manager gives advice.`,
  ),
  say(
    `## Personvernombudet {#personvernombud}

Personvernombudet gir råd til ansatte, ledelsen og dem opplysningene gjelder, og kontrollerer at reglene blir fulgt. Ombudet har taushetsplikt, tar ikke imot instrukser og rapporterer til øverste ledelse (personvernforordningen artikkel 38 og 39, lest 28. november 2026).

## Informasjonssikkerhetssjefen {#informasjonssikkerhetssjef}

Informasjonssikkerhetssjefen veileder ansatte og ledere, hjelper til med risikovurderinger og sikkerhetsrevisjoner, og sprer kunnskap.

## IT {#it}

IT sikrer infrastruktur, maskinvare og sikkerhetssystemer, holder systemene tilgjengelige, og har beredskapsplan for lange driftsavbrudd.`,
    `## Personvernombodet {#personvernombud}

Personvernombodet gir råd til tilsette, leiinga og dei opplysningane gjeld, og kontrollerer at reglane blir følgde. Ombodet har teieplikt, tek ikkje imot instruksar og rapporterer til øvste leiing (personvernforordninga artikkel 38 og 39, lesen 28. november 2026).

## Informasjonstryggleikssjefen {#informasjonssikkerhetssjef}

Informasjonstryggleikssjefen rettleier tilsette og leiarar, hjelper til med risikovurderingar og tryggleiksrevisjonar, og spreier kunnskap.

## IT {#it}

IT sikrar infrastruktur, maskinvare og tryggleikssystem, held systema tilgjengelege, og har beredskapsplan for lange driftsavbrot.`,
    `## The data protection officer {#personvernombud}

The data protection officer advises employees, management and the data subjects, and monitors that the rules are followed. The officer has a duty of confidentiality, takes no instructions and reports to top management (GDPR Articles 38 and 39, read on 28 November 2026).

## The information security manager {#informasjonssikkerhetssjef}

The information security manager guides employees and managers, helps with risk assessments and security audits, and spreads knowledge.

## IT {#it}

IT secures infrastructure, hardware and security systems, keeps the systems available, and has a contingency plan for long outages.`,
  ),
  say(
    `## Systemeier og superbruker {#systemeier}

Systemeieren sørger for sikkerheten i systemet, for ROS-analysen og for gjennomgangen hvert år. Superbrukeren gir opplæring i systemet.

## Leverandører {#leverandorer}

Behandler en leverandør personopplysninger for oss, skal vi ha en databehandleravtale (personvernforordningen artikkel 28 nr. 3, lest 28. november 2026). Vi skal ha rett til å kontrollere at kravene blir fulgt.

## Fra innkjøp til avhending {#livslop}

- **Innkjøp:** Still krav om innebygd personvern og personvern som standardinnstilling (personvernforordningen artikkel 25, lest 28. november 2026). Utpek en systemeier. Vurder om det trengs en DPIA.
- **Forvaltning:** Gå gjennom sikkerheten og risikoen hvert år. Forny databehandleravtaler når det trengs.
- **Avhending:** Arkiver det som skal bevares, og sikre resten til det er slettet (arkivlova, lest 28. november 2026).`,
    `## Systemeigar og superbrukar {#systemeier}

Systemeigaren sørgjer for tryggleiken i systemet, for ROS-analysen og for gjennomgangen kvart år. Superbrukaren gir opplæring i systemet.

## Leverandørar {#leverandorer}

Behandlar ein leverandør personopplysningar for oss, skal vi ha ein databehandlaravtale (personvernforordninga artikkel 28 nr. 3, lesen 28. november 2026). Vi skal ha rett til å kontrollere at krava blir følgde.

## Frå innkjøp til avhending {#livslop}

- **Innkjøp:** Still krav om innebygd personvern og personvern som standardinnstilling (personvernforordninga artikkel 25, lesen 28. november 2026). Peik ut ein systemeigar. Vurder om det trengst ein DPIA.
- **Forvaltning:** Gå gjennom tryggleiken og risikoen kvart år. Forny databehandlaravtalar når det trengst.
- **Avhending:** Arkiver det som skal takast vare på, og sikre resten til det er sletta (arkivlova, lesen 28. november 2026).`,
    `## System owner and super user {#systemeier}

The system owner is responsible for the security of the system, to the risk analysis and to the review each year. The super user trains people in the system.

## Suppliers {#leverandorer}

If a supplier processes personal data for us, we must have a data processing agreement (GDPR Article 28(3), read on 28 November 2026). We must have the right to check that the requirements are met.

## From procurement to decommissioning {#livslop}

- **Procurement:** Require data protection by design and by default (GDPR Article 25, read on 28 November 2026). Appoint a system owner. Consider whether a DPIA is needed.
- **Management:** Review security and risk each year. Renew data processing agreements when needed.
- **Decommissioning:** Archive what must be preserved, and secure the rest until it has been deleted (Archives Act, read on 28 November 2026).`,
  ),
])

export const pupils = say(
  `## Elever {#elever}

Elevene bruker systemene våre. Skolen har ansvar for informasjonssikkerheten og personvernet deres.`,
  `## Elevar {#elever}

Elevane bruker systema våre. Skulen har ansvar for informasjonstryggleiken og personvernet deira.`,
  `## Pupils {#elever}

Pupils use our systems. The school is responsible for their information security and privacy.`,
)

export const internalControl = joined([
  say(
    `# Internkontroll {#internkontroll}

Vi følger opp at reglene blir fulgt, med sikkerhetsrevisjoner, avvik og ledelsens gjennomgang hvert år (forskrift om elektronisk kommunikasjon med og i forvaltningen § 15, lest 28. november 2026).

## Avvik {#avvik}

Vi behandler avvik for å begrense skaden, lære og endre rutinene. Meld når personopplysninger er på avveie, tapt eller ikke er riktige, også når de er krypterte. Alle som oppdager et avvik, skal [melde det](/avvik/ny).`,
    `# Internkontroll {#internkontroll}

Vi følgjer opp at reglane blir følgde, med tryggleiksrevisjonar, avvik og gjennomgangen i leiinga kvart år (forskrift om elektronisk kommunikasjon med og i forvaltninga § 15, lesen 28. november 2026).

## Avvik {#avvik}

Vi behandlar avvik for å avgrense skaden, lære og endre rutinane. Meld når personopplysningar er på avvege, tapte eller ikkje er rette, òg når dei er krypterte. Alle som oppdagar eit avvik, skal [melde det](/avvik/ny).`,
    `# Internal control {#internkontroll}

We check that the rules are followed, through security audits, deviations and management’s review each year (Regulations on electronic communication with and within public administration, section 15, read on 28 November 2026).

## Deviations {#avvik}

We handle deviations to limit the damage, to learn and to change the routines. Report when personal data have gone astray, are lost or are incorrect, even when they are encrypted. Everyone who discovers a deviation must [report it](/avvik/ny).`,
  ),
  say(
    `## Kamera, lydopptak og ID-kort {#kamera}

Kameraovervåking og lydopptak av folk er behandling av personopplysninger. Det trengs et formål, et behandlingsgrunnlag og informasjon til dem det gjelder (personvernforordningen artikkel 5, 6 og 13, lest 28. november 2026). Spør personvernombudet før dere setter det i gang.

Bær ID-kortet ditt, lån det aldri bort, og meld fra med en gang hvis du mister det.`,
    `## Kamera, lydopptak og ID-kort {#kamera}

Kameraovervaking og lydopptak av folk er behandling av personopplysningar. Det trengst eit formål, eit behandlingsgrunnlag og informasjon til dei det gjeld (personvernforordninga artikkel 5, 6 og 13, lesen 28. november 2026). Spør personvernombodet før de set det i gang.

Ber ID-kortet ditt, lån det aldri bort, og meld frå med ein gong om du mistar det.`,
    `## Cameras, audio recordings and ID cards {#kamera}

Camera surveillance and audio recordings of people are processing of personal data. A purpose, a legal basis and information to those concerned are needed (GDPR Articles 5, 6 and 13, read on 28 November 2026). Ask the data protection officer before you start.

Wear your ID card, never lend it to anybody, and tell us at once if you lose it.`,
  ),
])
