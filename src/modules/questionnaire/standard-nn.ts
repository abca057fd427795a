import type { StandardWords } from './standard-words.ts'

export const nn: StandardWords = {
  name: 'Årleg internkontroll',
  source: 'Rettleiing til den årlege internkontrollen, Universitetet i Oslo. Publisert 9. desember 2016, sist endra 11. mai 2019.',
  options: {
    covered: ['Heilt dekt', 'Du er så godt som sikker på at «ja, dette stemmer for eininga mi».'],
    notCovered: ['Ikkje dekt', 'Du er så godt som sikker på at «nei, dette stemmer ikkje for eininga mi».'],
    yes: ['Ja', 'Du er så godt som sikker på at svaret er ja for eininga di.'],
    no: ['Nei', 'Du er så godt som sikker på at svaret er nei for eininga di.'],
  },
  sections: {
    knowledge: ['Informasjon og kunnskap om behandlingar av personopplysningar', ''],
    mapping: [
      'Kartlegging og innmelding av behandlingar av personopplysningar',
      'Ei behandling er alt som blir gjort med personopplysningar: samle inn, registrere, setje saman, lagre, utlevere og slette (personvernforordninga artikkel 4 nr. 2).',
    ],
    access: ['Innsyn, informasjon og samtykke', ''],
    exporting: ['Eksport av data', ''],
    security: [
      'Informasjonstryggleik',
      'Informasjonstryggleik er å halde informasjonen konfidensiell, rett og tilgjengeleg. Berre dei som treng personopplysningar i jobben, skal behandle dei. Standardtenestene for tryggleik er oftast nok; har ei behandling særlege behov, sikrar den ansvarlege ho med eigne tiltak.',
    ],
    deletion: [
      'Sletting',
      'Når formålet er borte, eller grunnlaget fell bort av andre årsaker, skal opplysningane slettast. Den som er ansvarleg for behandlinga, skal ha rutinar for det.',
    ],
    deviations: [
      'Handtering av avvik',
      'Eit avvik er at ei behandling ikkje følgjer reglane og rutinane. Det kan vere at eit fødselsnummer ligg ope på nettet{municipality:, at ein e-post om ein elev går til feil forelder}, eller at sensitive opplysningar ikkje er lagra sikkert nok. Avvik skal meldast straks.',
    ],
    cameras: ['Kameraovervaking', 'Berre {camera} kan setje opp kamera for å overvake område {university:ved}{municipality:i} {org}.'],
  },
  questions: {
    responsible: {
      text: 'Veit eininga kven som har det overordna ansvaret for behandling av personopplysningar {university:ved}{municipality:i} {org}?',
      guidance:
        '{controller} har det overordna ansvaret for alle behandlingar av personopplysningar{university:, både i administrasjonen og i forsking}. Det fritek ingen: Alle som behandlar personopplysningar, skal kjenne reglane og rutinane, passe på at dei blir følgde, og melde avvik.',
      rule: 'Den behandlingsansvarlege skal kunne vise at reglane blir følgde (personvernforordninga artikkel 5 nr. 2 og 24).',
      historic: '',
    },
    training: {
      text: 'Har dei som behandlar personopplysningar i eininga, fått informasjon eller opplæring i korleis det skal gjerast og i reglane?',
      guidance:
        'Reglane er personopplysningslova, {org} sine reglar om personvern, handboka i informasjonstryggleik og dei eigne rutinane til eininga.{ownRules: Sjå {org} sine reglar, kapittel 12.2.2 og 12.2.4.}',
      rule: 'Dei som behandlar opplysningar, skal gjere det etter instruks (personvernforordninga artikkel 29 og 32 nr. 4). Personvernombodet kontrollerer opplæringa (artikkel 39 nr. 1 bokstav b).',
      historic: 'I 2016 gjaldt personopplysningslova av 2000 og personopplysningsforskrifta.',
    },
    advice: {
      text: 'Er det kjent i eininga kvar ein kan få rettleiing?',
      guidance: 'Spør {dpo} eller kontoret til {controller} om det som gjeld behandling av personopplysningar.',
      rule: 'Personvernombodet skal gi råd til dei som behandlar personopplysningar (personvernforordninga artikkel 38 nr. 4 og 39 nr. 1 bokstav a).',
      historic: '',
    },
    duty: {
      text: 'Kjenner dei ansvarlege til {university:meldeplikta, og at nokre behandlingar krev konsesjon}{municipality:at alle behandlingar skal stå i protokollen, og at høg risiko skal vurderast før de startar}?',
      guidance:
        'Alle behandlingar skal stå i protokollen{ownRules:, og ved {org} skal dei meldast til {dpo} seinast 30 dagar før dei startar}.{university: Forsking blir meld til Sikt.} Gå gjennom behandlingane til eininga, så dei er rette når de sender svaret.{ownRules: Sjå kapittel 12.2.3, 12.3.5 og 12.4.5.}',
      rule: '{university:Meldeplikta til Datatilsynet og kravet om konsesjon fall bort 20. juli 2018. I dag skal det}{municipality:Det skal} førast protokoll (personvernforordninga artikkel 30), gjerast ei vurdering av personvernkonsekvensar når risikoen er høg (artikkel 35), og Datatilsynet skal spørjast på førehand når høg risiko ikkje kan dempast (artikkel 36).',
      historic:
        '{university:I 2016 melde ein til personvernombodet eller NSD seinast 30 dagar før start. Nokre typar kravde konsesjon frå Datatilsynet.}',
    },
    control: {
      text: 'Har eininga kontroll på alle behandlingane sine av personopplysningar?',
      guidance:
        'Alle einingar skal ha oversikt over behandlingane dei er ansvarlege for, og halde dei oppdaterte.{ownRules: Sjå kapittel 12.3.2 og 12.4.2.}',
      rule: 'Protokollen skal vise alle behandlingar (personvernforordninga artikkel 30 nr. 1).',
      historic: 'Definisjonen stod i personopplysningslova av 2000 § 2 nr. 2.',
    },
    routines: {
      text: 'Har eininga rutinar som sikrar at nye og endra behandlingar blir {university:melde til {dpo} eller Sikt}{municipality:førte i protokollen}?',
      guidance:
        '{university:Administrative behandlingar blir melde til {dpo}. Behandlingar i eit forskingsprosjekt blir melde til Sikt.}{municipality:Tenk på kven som seier frå når de tek i bruk noko nytt, og kven som fører det i protokollen. Spør {dpo} dersom de er i tvil.}{ownRules: Sjå kapittel 12.2.3, 12.3.5 og 12.4.5.}',
      rule: 'Protokollen skal vere rett til kvar tid (personvernforordninga artikkel 30 og 5 nr. 2). {ownRules:At endringar blir melde internt, er {org} sin eigen regel.}',
      historic:
        '{university:I 2016 heitte mottakaren for forsking Norsk samfunnsvitenskapelig datatjeneste (NSD). NSD vart ein del av Sikt 1. januar 2022.}',
    },
    licence: {
      text: 'Har eininga behandlingar {university:som treng konsesjon}{municipality:der Datatilsynet må spørjast på førehand}?',
      guidance:
        'Svaret er til opplysning: Ja er verken betre eller dårlegare enn nei. Svarer de ja, skriv de kva behandlingar det gjeld.{ownRules: Sjå kapittel 12.2.3.}',
      rule: '{university:Nye konsesjonar blir ikkje gitt etter 20. juli 2018. Svar ja dersom ein gammal konsesjon framleis er i bruk, eller dersom Datatilsynet er spurt på førehand (personvernforordninga artikkel 36).}{municipality:Datatilsynet skal spørjast når ei vurdering av personvernkonsekvensar viser høg risiko som de ikkje kan dempe (personvernforordninga artikkel 36).}',
      historic: 'Personopplysningslova av 2000 § 33 kravde konsesjon for sensitive opplysningar.',
    },
    permission: {
      text: 'Har eininga sikra at {university:administrative }behandlingar med sensitive opplysningar ikkje skjer utan {university:uttrykkeleg løyve frå {controller}}{municipality:at dei er vurderte og har eit eige grunnlag}?',
      guidance:
        'Sensitive opplysningar er mellom anna helse, etnisk bakgrunn, religion, politisk syn, fagforeining, seksuelle forhold og straffbare forhold.{ownRules: Sjå kapittel 12.2.3.}',
      rule: 'I dag heiter det særlege kategoriar (personvernforordninga artikkel 9) og straffedommar og lovbrot (artikkel 10).{ownRules: Løyvet er {org} sin eigen regel.}',
      historic: 'Personopplysningslova av 2000 § 2 nr. 8 bokstav a til e rekna opp dei sensitive opplysningane.',
    },
    portal: {
      text: 'Har eininga tilgang til meldingsarkivet hos Sikt, med oversikt over eigne meldingar og korleis det står til med dei?',
      guidance: 'Sikt gir personverntenester for forsking. I meldingsarkivet ser eininga kva som er meldt, og om det er vurdert.',
      rule: 'Forskingsprosjekt skal stå i protokollen på linje med andre behandlingar (personvernforordninga artikkel 30).',
      historic: 'I 2016 var NSD personvernombod for all forsking, og spørsmålet gjaldt portalen til NSD.',
    },
    overview: {
      text: 'Kan eininga gi tilsette og {university:studentar}{municipality:innbyggjarar} oversikt over behandlinga av opplysningane deira når dei ber om det?',
      guidance:
        'Tilsette og {university:studentar}{municipality:innbyggjarar} kan når som helst be om innsyn.{ownRules: Sjå kapittel 12.5.1, 12.5.2 og 12.5.3.}',
      rule: 'Retten til innsyn står i personvernforordninga artikkel 15.',
      historic: '',
    },
    access: {
      text: 'Kan eininga svare på eit innsynskrav innan 30 dagar?',
      guidance: 'Tenk på kven som tek imot kravet, kven som finn opplysningane, og kven som svarer.{ownRules: Sjå kapittel 12.5.2.}',
      rule: 'Svaret skal kome utan unødig opphald og seinast innan éin månad (personvernforordninga artikkel 12 nr. 3).',
      historic: 'Personopplysningslova av 2000 § 16 gav 30 dagar.',
    },
    consent: {
      text: 'Der innsamlinga byggjer på samtykke: sikrar rutinane at den som samtykkjer, veit nok om kva det gjeld?',
      guidance:
        'Samtykket skal vere frivillig, og den som gir det, skal vite kva det gjeld. Datatilsynet har ei rettleiing på nettsidene sine.',
      rule: 'Krava står i personvernforordninga artikkel 4 nr. 11 og 7. Kva det skal informerast om, står i artikkel 13.',
      historic: 'Rettleiinga viste til kapittel 3 i personopplysningslova av 2000.',
    },
    exporting: {
      text: 'Har eininga sørgt for at berre systemeigaren avgjer eksport av data?',
      guidance:
        'Eksport er å gi frå seg data til andre enn eige system, eiga behandling eller den opplysningane gjeld. Eigarar av sentrale system skal ha rutinar for kva dei utleverer, og kvifor. Er dei i tvil, rådfører dei seg med {university:representanten til {controller}}{municipality:{dpo}}.{ownRules: Sjå kapittel 12.11.1.}',
      rule: 'All utlevering må ha eit grunnlag og eit formål (personvernforordninga artikkel 5 nr. 1 bokstav b og 6). {ownRules:At systemeigaren avgjer, er {org} sin eigen regel.}',
      historic: '',
    },
    extracts: {
      text: 'Har eininga sørgt for at uttrekk med personopplysningar frå {systems} aldri blir eksporterte utan at systemeigaren har godkjent det?',
      guidance:
        'Desse systema har kvar sin eigar. Berre eigaren kan avgjere om personopplysningar skal hentast ut.{ownRules: Sjå kapittel 12.11.1.}',
      rule: 'Tilgang og utlevering skal vere sikra etter risiko (personvernforordninga artikkel 32).',
      historic: '{ownRules:I 2016 åtte Avdeling for administrativ støtte SAPUiO, og Avdeling for studieadministrasjon FS.}',
    },
    processors: {
      text: 'Er det inngått dekkjande databehandlaravtale der ein ekstern aktør behandlar opplysningar eininga har ansvar for?',
      guidance:
        'Når andre behandlar opplysningar for dykk, skal det vere ein avtale mellom den behandlingsansvarlege og databehandlaren. Spør kontoret til {controller} om de treng ein.',
      rule: 'Kva avtalen skal innehalde, står i personvernforordninga artikkel 28 nr. 3.',
      historic: '',
    },
    using: {
      text: 'Finst det dokumenterte rutinar for bruk av informasjonssystemet?',
      guidance:
        'Alle som behandlar personopplysningar, skal kjenne reglane og rutinane. Manglar de rutinar, er dette eit godt tidspunkt å spørje om dei trengst. {dpo} og {controller} kan svare.',
      rule: 'Retningslinjer skal finnast der det står i forhold til behandlinga (personvernforordninga artikkel 24 nr. 2).',
      historic: '',
    },
    keeping: {
      text: 'Er det kjent at tryggleiksdokumentasjon skal takast vare på i minst 5 år etter at han er erstatta?',
      guidance: 'Det gjeld rutinar, risikovurderingar, avtalar og anna som viser korleis tryggleiken er teken vare på.',
      rule: 'De skal kunne vise at reglane er følgde (personvernforordninga artikkel 5 nr. 2). {ownRules:Fem år er i dag {org} sin eigen regel.}{municipality:Lova seier ikkje lenger kor lenge; fem år er god praksis.}',
      historic: 'Fem år stod i personopplysningsforskrifta av 2000 § 2-16.',
    },
    authorisation: {
      text: 'Er det etablert ei ordning for autorisasjon av tilgangar?',
      guidance:
        'Oftast er det leiarane i eininga eller personalavdelinga som ser til dette. Veit du ikkje svaret, kan du sende spørsmålet til dei.',
      rule: 'Berre dei som treng opplysningane i jobben, skal ha tilgang (personvernforordninga artikkel 32 nr. 1 bokstav b og 32 nr. 4).',
      historic: 'Kravet stod i personopplysningsforskrifta av 2000 § 2-8.',
    },
    measures: {
      text: 'Finst det tiltak som hindrar uautorisert bruk og gjer det mogleg å oppdage forsøk?',
      guidance:
        'Det gjeld både fysisk sikring og IT-tryggleik. Veit du ikkje svaret, kan du sende spørsmålet til næraste leiar eller lokal IT.',
      rule: 'Tryggleiken skal passe til risikoen (personvernforordninga artikkel 32 nr. 1).',
      historic: 'Kravet stod i personopplysningsforskrifta av 2000 § 2-14.',
    },
    attempts: {
      text: 'Blir forsøk på uautorisert bruk registrerte?',
      guidance:
        'Det gjeld både fysisk sikring og IT-tryggleik. Veit du ikkje svaret, kan du sende spørsmålet til næraste leiar eller lokal IT.',
      rule: 'Det skal testast jamleg om tryggleiken verkar (personvernforordninga artikkel 32 nr. 1 bokstav d).',
      historic: 'Kravet stod i personopplysningsforskrifta av 2000 § 2-8 og 2-16.',
    },
    deletion: {
      text: 'Har eininga rutinar som sikrar sletting når formålet er borte?',
      guidance: 'Rutinen seier kva som blir sletta, når, og kven som gjer det.{ownRules: Sjå kapittel 12.9.1.}',
      rule: 'Opplysningar blir ikkje lagra lenger enn formålet krev (personvernforordninga artikkel 5 nr. 1 bokstav e og 17). Det som skal arkiverast, følgjer arkivlova.',
      historic: 'Sletteplikta stod i personopplysningslova av 2000 § 28.',
    },
    routine: {
      text: 'Er rutinane for avvikshandtering kjende i eininga?',
      guidance: 'Alle skal vite korleis ein melder, og at det skal skje straks.{ownRules: Sjå kapittel 12.12.1.}',
      rule: 'Eit brot skal meldast til Datatilsynet innan 72 timar dersom det kan vere ein risiko for dei det gjeld (personvernforordninga artikkel 33). Alle brot skal dokumenterast.',
      historic: 'I 2016 stod kravet i personopplysningsforskrifta av 2000 § 2-6.',
    },
    unreported: {
      text: 'Har eininga hatt avvik som ikkje er melde{university: til {cert} eller {controller}}?',
      guidance: 'Svarer de ja, kan de melde avviket med ein gong. Det er aldri for seint.',
      rule: 'Seine meldingar skal òg sendast; då seier ein kvifor det tok tid (personvernforordninga artikkel 33 nr. 1).',
      historic: '',
    },
    cameras: {
      text: 'Har leiinga i eininga sikra at berre kamera sette opp av {camera} finst på området til eininga?',
      guidance: 'Finn de eit kamera som andre har sett opp, er det eit avvik.{ownRules: Sjå kapittel 12.10.1.}',
      rule: 'Kamera på arbeidsplassen følgjer arbeidsmiljølova kapittel 9 og forskrift 2. juli 2018 nr. 1107. Elles gjeld personvernforordninga artikkel 6.',
      historic: 'I 2016 heitte det fjernsynsovervaking, og reglane stod i personopplysningslova av 2000 kapittel VII.',
    },
  },
}
