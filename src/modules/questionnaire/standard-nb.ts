import type { StandardWords } from './standard-words.ts'

/** The questions and guidance of UiO's yearly internal control from 2016, in our own plain words, with the law of today beside. */
export const nb: StandardWords = {
  name: 'Årlig internkontroll',
  source: 'Veiledning til den årlige internkontrollen, Universitetet i Oslo. Publisert 9. desember 2016, sist endret 11. mai 2019.',
  options: {
    covered: ['Helt dekket', 'Du er så godt som sikker på at «ja, dette stemmer for min enhet».'],
    notCovered: ['Ikke dekket', 'Du er så godt som sikker på at «nei, dette stemmer ikke for min enhet».'],
    yes: ['Ja', 'Du er så godt som sikker på at svaret er ja for din enhet.'],
    no: ['Nei', 'Du er så godt som sikker på at svaret er nei for din enhet.'],
  },
  sections: {
    knowledge: ['Informasjon og kunnskap om behandlinger av personopplysninger', ''],
    mapping: [
      'Kartlegging og innmelding av behandlinger av personopplysninger',
      'En behandling er alt som gjøres med personopplysninger: samle inn, registrere, sette sammen, lagre, utlevere og slette (personvernforordningen artikkel 4 nr. 2).',
    ],
    access: ['Innsyn, informasjon og samtykke', ''],
    exporting: ['Eksport av data', ''],
    security: [
      'Informasjonssikkerhet',
      'Informasjonssikkerhet er å holde informasjonen konfidensiell, riktig og tilgjengelig. Bare de som trenger personopplysninger i jobben, skal behandle dem. Standardtjenestene for sikkerhet er oftest nok; har en behandling særlige behov, sikrer den ansvarlige den med egne tiltak.',
    ],
    deletion: [
      'Sletting',
      'Når formålet er borte, eller grunnlaget faller bort av andre årsaker, skal opplysningene slettes. Den som er ansvarlig for behandlingen, skal ha rutiner for det.',
    ],
    deviations: [
      'Håndtering av avvik',
      'Et avvik er at en behandling ikke følger reglene og rutinene. Det kan være at et fødselsnummer ligger åpent på nettet{municipality:, at en e-post om en elev går til feil forelder}, eller at sensitive opplysninger ikke er lagret sikkert nok. Avvik skal meldes straks.',
    ],
    cameras: ['Kameraovervåking', 'Bare {camera} kan sette opp kamera for å overvåke områder {university:ved}{municipality:i} {org}.'],
  },
  questions: {
    responsible: {
      text: 'Vet enheten hvem som har det overordnede ansvaret for behandling av personopplysninger {university:ved}{municipality:i} {org}?',
      guidance:
        '{controller} har det overordnede ansvaret for alle behandlinger av personopplysninger{university:, både i administrasjonen og i forskning}. Det fritar ingen: Alle som behandler personopplysninger, skal kjenne reglene og rutinene, passe på at de blir fulgt, og melde avvik.',
      rule: 'Den behandlingsansvarlige skal kunne vise at reglene blir fulgt (personvernforordningen artikkel 5 nr. 2 og 24).',
      historic: '',
    },
    training: {
      text: 'Har de som behandler personopplysninger i enheten, fått informasjon eller opplæring i hvordan det skal gjøres og i reglene?',
      guidance:
        'Reglene er personopplysningsloven, {org} sine regler om personvern, håndboken i informasjonssikkerhet og enhetens egne rutiner.{ownRules: Se {org} sine regler, kapittel 12.2.2 og 12.2.4.}',
      rule: 'De som behandler opplysninger, skal gjøre det etter instruks (personvernforordningen artikkel 29 og 32 nr. 4). Personvernombudet kontrollerer opplæringen (artikkel 39 nr. 1 bokstav b).',
      historic: 'I 2016 gjaldt personopplysningsloven av 2000 og personopplysningsforskriften.',
    },
    advice: {
      text: 'Er det kjent i enheten hvor man kan få veiledning?',
      guidance: 'Spør {dpo} eller kontoret til {controller} om det som gjelder behandling av personopplysninger.',
      rule: 'Personvernombudet skal gi råd til dem som behandler personopplysninger (personvernforordningen artikkel 38 nr. 4 og 39 nr. 1 bokstav a).',
      historic: '',
    },
    duty: {
      text: 'Kjenner de ansvarlige til {university:meldeplikten, og at noen behandlinger krever konsesjon}{municipality:at alle behandlinger skal stå i protokollen, og at høy risiko skal vurderes før dere starter}?',
      guidance:
        'Alle behandlinger skal stå i protokollen{ownRules:, og ved {org} skal de meldes til {dpo} senest 30 dager før de starter}.{university: Forskning meldes til Sikt.} Gå gjennom enhetens behandlinger, så de er riktige når dere sender svaret.{ownRules: Se kapittel 12.2.3, 12.3.5 og 12.4.5.}',
      rule: '{university:Meldeplikten til Datatilsynet og kravet om konsesjon falt bort 20. juli 2018. I dag skal det}{municipality:Det skal} føres protokoll (personvernforordningen artikkel 30), gjøres en vurdering av personvernkonsekvenser når risikoen er høy (artikkel 35), og Datatilsynet skal spørres på forhånd når høy risiko ikke kan dempes (artikkel 36).',
      historic:
        '{university:I 2016 meldte man til personvernombudet eller NSD senest 30 dager før start. Noen typer krevde konsesjon fra Datatilsynet.}',
    },
    control: {
      text: 'Har enheten kontroll på alle sine behandlinger av personopplysninger?',
      guidance:
        'Alle enheter skal ha oversikt over behandlingene de er ansvarlige for, og holde dem oppdatert.{ownRules: Se kapittel 12.3.2 og 12.4.2.}',
      rule: 'Protokollen skal vise alle behandlinger (personvernforordningen artikkel 30 nr. 1).',
      historic: 'Definisjonen sto i personopplysningsloven av 2000 § 2 nr. 2.',
    },
    routines: {
      text: 'Har enheten rutiner som sikrer at nye og endrede behandlinger blir {university:meldt til {dpo} eller Sikt}{municipality:ført i protokollen}?',
      guidance:
        '{university:Administrative behandlinger meldes til {dpo}. Behandlinger i et forskningsprosjekt meldes til Sikt.}{municipality:Tenk på hvem som sier fra når dere tar i bruk noe nytt, og hvem som fører det i protokollen. Spør {dpo} hvis dere er i tvil.}{ownRules: Se kapittel 12.2.3, 12.3.5 og 12.4.5.}',
      rule: 'Protokollen skal være riktig til enhver tid (personvernforordningen artikkel 30 og 5 nr. 2). {ownRules:At endringer meldes internt, er {org} sin egen regel.}',
      historic:
        '{university:I 2016 het mottakeren for forskning Norsk samfunnsvitenskapelig datatjeneste (NSD). NSD ble en del av Sikt 1. januar 2022.}',
    },
    licence: {
      text: 'Har enheten behandlinger {university:som trenger konsesjon}{municipality:der Datatilsynet må spørres på forhånd}?',
      guidance:
        'Svaret er til opplysning: Ja er verken bedre eller dårligere enn nei. Svarer dere ja, skriver dere hvilke behandlinger det gjelder.{ownRules: Se kapittel 12.2.3.}',
      rule: '{university:Nye konsesjoner gis ikke etter 20. juli 2018. Svar ja hvis en gammel konsesjon fortsatt brukes, eller hvis Datatilsynet er spurt på forhånd (personvernforordningen artikkel 36).}{municipality:Datatilsynet skal spørres når en vurdering av personvernkonsekvenser viser høy risiko som dere ikke kan dempe (personvernforordningen artikkel 36).}',
      historic: 'Personopplysningsloven av 2000 § 33 krevde konsesjon for sensitive opplysninger.',
    },
    permission: {
      text: 'Har enheten sikret at {university:administrative }behandlinger med sensitive opplysninger ikke skjer uten {university:uttrykkelig tillatelse fra {controller}}{municipality:at de er vurdert og har et eget grunnlag}?',
      guidance:
        'Sensitive opplysninger er blant annet helse, etnisk bakgrunn, religion, politisk syn, fagforening, seksuelle forhold og straffbare forhold.{ownRules: Se kapittel 12.2.3.}',
      rule: 'I dag heter det særlige kategorier (personvernforordningen artikkel 9) og straffedommer og lovovertredelser (artikkel 10).{ownRules: Tillatelsen er {org} sin egen regel.}',
      historic: 'Personopplysningsloven av 2000 § 2 nr. 8 bokstav a til e regnet opp de sensitive opplysningene.',
    },
    portal: {
      text: 'Har enheten tilgang til meldingsarkivet hos Sikt, med oversikt over egne meldinger og hvordan det står til med dem?',
      guidance: 'Sikt gir personverntjenester for forskning. I meldingsarkivet ser enheten hva som er meldt, og om det er vurdert.',
      rule: 'Forskningsprosjekter skal stå i protokollen på linje med andre behandlinger (personvernforordningen artikkel 30).',
      historic: 'I 2016 var NSD personvernombud for all forskning, og spørsmålet gjaldt NSDs portal.',
    },
    overview: {
      text: 'Kan enheten gi ansatte og {university:studenter}{municipality:innbyggere} oversikt over behandlingen av deres opplysninger når de ber om det?',
      guidance:
        'Ansatte og {university:studenter}{municipality:innbyggere} kan når som helst be om innsyn.{ownRules: Se kapittel 12.5.1, 12.5.2 og 12.5.3.}',
      rule: 'Retten til innsyn står i personvernforordningen artikkel 15.',
      historic: '',
    },
    access: {
      text: 'Kan enheten svare på et innsynskrav innen 30 dager?',
      guidance: 'Tenk på hvem som tar imot kravet, hvem som finner opplysningene, og hvem som svarer.{ownRules: Se kapittel 12.5.2.}',
      rule: 'Svaret skal komme uten unødig opphold og senest innen én måned (personvernforordningen artikkel 12 nr. 3).',
      historic: 'Personopplysningsloven av 2000 § 16 ga 30 dager.',
    },
    consent: {
      text: 'Der innsamling bygger på samtykke: sikrer rutinene at den som samtykker, vet nok om hva det gjelder?',
      guidance:
        'Samtykket skal være frivillig, og den som gir det, skal vite hva det gjelder. Datatilsynet har en veiledning på nettsidene sine.',
      rule: 'Kravene står i personvernforordningen artikkel 4 nr. 11 og 7. Hva det skal informeres om, står i artikkel 13.',
      historic: 'Veiledningen viste til kapittel 3 i personopplysningsloven av 2000.',
    },
    exporting: {
      text: 'Har enheten sørget for at bare systemeieren avgjør eksport av data?',
      guidance:
        'Eksport er å gi fra seg data til andre enn eget system, egen behandling eller den opplysningene gjelder. Eiere av sentrale systemer skal ha rutiner for hva de utleverer, og hvorfor. Er de i tvil, rådfører de seg med {university:representanten til {controller}}{municipality:{dpo}}.{ownRules: Se kapittel 12.11.1.}',
      rule: 'All utlevering må ha et grunnlag og et formål (personvernforordningen artikkel 5 nr. 1 bokstav b og 6). {ownRules:At systemeieren avgjør, er {org} sin egen regel.}',
      historic: '',
    },
    extracts: {
      text: 'Har enheten sørget for at uttrekk med personopplysninger fra {systems} aldri eksporteres uten at systemeieren har godkjent det?',
      guidance:
        'Disse systemene har hver sin eier. Bare eieren kan avgjøre om personopplysninger skal hentes ut.{ownRules: Se kapittel 12.11.1.}',
      rule: 'Tilgang og utlevering skal være sikret etter risiko (personvernforordningen artikkel 32).',
      historic: '{ownRules:I 2016 eide Avdeling for administrativ støtte SAPUiO, og Avdeling for studieadministrasjon FS.}',
    },
    processors: {
      text: 'Er det inngått dekkende databehandleravtale der en ekstern aktør behandler opplysninger enheten har ansvar for?',
      guidance:
        'Når andre behandler opplysninger for dere, skal det være en avtale mellom den behandlingsansvarlige og databehandleren. Spør kontoret til {controller} om dere trenger en.',
      rule: 'Hva avtalen skal inneholde, står i personvernforordningen artikkel 28 nr. 3.',
      historic: '',
    },
    using: {
      text: 'Finnes det dokumenterte rutiner for bruk av informasjonssystemet?',
      guidance:
        'Alle som behandler personopplysninger, skal kjenne reglene og rutinene. Mangler dere rutiner, er dette et godt tidspunkt å spørre om de trengs. {dpo} og {controller} kan svare.',
      rule: 'Retningslinjer skal finnes der det står i forhold til behandlingen (personvernforordningen artikkel 24 nr. 2).',
      historic: '',
    },
    keeping: {
      text: 'Er det kjent at sikkerhetsdokumentasjon skal oppbevares minst 5 år etter at den er erstattet?',
      guidance: 'Det gjelder rutiner, risikovurderinger, avtaler og annet som viser hvordan sikkerheten er ivaretatt.',
      rule: 'Dere skal kunne vise at reglene er fulgt (personvernforordningen artikkel 5 nr. 2). {ownRules:Fem år er i dag {org} sin egen regel.}{municipality:Loven sier ikke lenger hvor lenge; fem år er god praksis.}',
      historic: 'Fem år sto i personopplysningsforskriften av 2000 § 2-16.',
    },
    authorisation: {
      text: 'Er det etablert en ordning for autorisasjon av tilganger?',
      guidance:
        'Oftest er det lederne i enheten eller personalavdelingen som ser til dette. Vet du ikke svaret, kan du sende spørsmålet til dem.',
      rule: 'Bare de som trenger opplysningene i jobben, skal ha tilgang (personvernforordningen artikkel 32 nr. 1 bokstav b og 32 nr. 4).',
      historic: 'Kravet sto i personopplysningsforskriften av 2000 § 2-8.',
    },
    measures: {
      text: 'Finnes det tiltak som hindrer uautorisert bruk og gjør det mulig å oppdage forsøk?',
      guidance:
        'Det gjelder både fysisk sikring og IT-sikkerhet. Vet du ikke svaret, kan du sende spørsmålet til nærmeste leder eller lokal IT.',
      rule: 'Sikkerheten skal passe til risikoen (personvernforordningen artikkel 32 nr. 1).',
      historic: 'Kravet sto i personopplysningsforskriften av 2000 § 2-14.',
    },
    attempts: {
      text: 'Blir forsøk på uautorisert bruk registrert?',
      guidance:
        'Det gjelder både fysisk sikring og IT-sikkerhet. Vet du ikke svaret, kan du sende spørsmålet til nærmeste leder eller lokal IT.',
      rule: 'Det skal testes jevnlig om sikkerheten virker (personvernforordningen artikkel 32 nr. 1 bokstav d).',
      historic: 'Kravet sto i personopplysningsforskriften av 2000 § 2-8 og 2-16.',
    },
    deletion: {
      text: 'Har enheten rutiner som sikrer sletting når formålet er borte?',
      guidance: 'Rutinen sier hva som slettes, når, og hvem som gjør det.{ownRules: Se kapittel 12.9.1.}',
      rule: 'Opplysninger lagres ikke lenger enn formålet krever (personvernforordningen artikkel 5 nr. 1 bokstav e og 17). Det som skal arkiveres, følger arkivlova.',
      historic: 'Sletteplikten sto i personopplysningsloven av 2000 § 28.',
    },
    routine: {
      text: 'Er rutinene for avvikshåndtering kjent i enheten?',
      guidance: 'Alle skal vite hvordan man melder, og at det skal skje straks.{ownRules: Se kapittel 12.12.1.}',
      rule: 'Et brudd skal meldes til Datatilsynet innen 72 timer hvis det kan være en risiko for dem det gjelder (personvernforordningen artikkel 33). Alle brudd skal dokumenteres.',
      historic: 'I 2016 sto kravet i personopplysningsforskriften av 2000 § 2-6.',
    },
    unreported: {
      text: 'Har enheten hatt avvik som ikke er meldt{university: til {cert} eller {controller}}?',
      guidance: 'Svarer dere ja, kan dere melde avviket med en gang. Det er aldri for sent.',
      rule: 'Også sene meldinger skal sendes; da sier man hvorfor det tok tid (personvernforordningen artikkel 33 nr. 1).',
      historic: '',
    },
    cameras: {
      text: 'Har ledelsen i enheten sikret at bare kameraer satt opp av {camera} finnes på enhetens område?',
      guidance: 'Finner dere et kamera som andre har satt opp, er det et avvik.{ownRules: Se kapittel 12.10.1.}',
      rule: 'Kamera på arbeidsplassen følger arbeidsmiljøloven kapittel 9 og forskrift 2. juli 2018 nr. 1107. Ellers gjelder personvernforordningen artikkel 6.',
      historic: 'I 2016 het det fjernsynsovervåking, og reglene sto i personopplysningsloven av 2000 kapittel VII.',
    },
  },
}
