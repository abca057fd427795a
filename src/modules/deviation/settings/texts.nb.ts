import type { Fields, FieldTexts } from '../../../kernel/fields.ts'
import type { DataSubject } from '../../organisation/public.ts'
import type { CaseType, Profile } from '../profile.ts'
import type { SettingKind, settingFields, Wording } from './fields.ts'

type Labels = { readonly [K in SettingKind]: OwnTexts<(typeof settingFields)[K]> }
/** The roles have the organisation's own titles. */
type OwnTexts<F extends Fields> = {
  readonly [N in keyof F]: Omit<FieldTexts<F>[N], 'choices'> & { readonly choices?: Readonly<Record<string, string>> }
}

export const nb = {
  section: {
    deviations: 'Avvik',
    assessment: 'Vurdering og lukking',
    authority: 'Melding til Datatilsynet og brev til de berørte',
  },
  noLinks: 'ingen',
  nobodyJointly: 'Ingen: den som har saken, vurderer alene',
  hours: 'Frist for meldingen til Datatilsynet',
  hoursValue: (hours: number) => `${hours} timer etter at bruddet ble kjent`,
  reminded: (left: readonly number[], draft: number) =>
    `${left.length > 0 ? `${left.map((hours) => `${hours} t`).join(', ')} før fristen` : 'ikke før fristen er ute'} · utkast etter ${draft} t`,
  heading: {
    kinds: () => 'Hva som kan meldes',
    receivers: (of: string) => `Hvem får avviksmeldingen: ${of}`,
    leader: () => 'Når nærmeste leder får varsel',
    register: () => 'Om registerfilen har med det folk har skrevet',
    officer: () => 'Når personvernombudet får varsel',
    open: () => 'Om avvik kan meldes uten innlogging',
    mailIn: () => 'E-post til sikkerhetsadressen',
    protection: () => 'Vern av melderen',
    deciders: () => 'Hvem vurderer og avgjør',
    jointly: () => 'Hvem vurderer sammen',
    duties: () => 'Hva som følger av risikoen',
    links: () => 'Lenker der avvik meldes',
    closing: () => 'Hvordan saken lukkes',
    regimes: () => 'Andre regelverk som krever melding',
    letters: () => 'Hvem sender, skriver og signerer',
    reminders: () => 'Når vi minner om frister',
    wording: (of: string) => `Tekst: ${of}`,
  } satisfies Record<SettingKind, (of: string) => string> as Record<SettingKind, (of: string) => string>,
  follows: {
    kinds: 'Skjemaet for avvik spør bare om det du velger her. Er det bare ett valg, spør det ikke.',
    receivers: 'De som har en av rollene, ser saken, får den i arbeidslisten og får oppgaven med å ta den.',
    leader: 'Lederen får et varsel uten innhold, og ser saken i kortform.',
    register:
      'Filen med avviksregisteret får to kolonner til: det korte navnet på saken, og hva som skjedde. De som laster den ned, får bare tekst fra saker de selv kan lese, og nedlastingen blir loggført. En fil har ingen tilgangsliste: Skriver noen navn i en melding, følger navnet med.',
    officer: 'Personvernombudet ser alltid alle avvik som kan være brudd. Dette styrer bare varselet.',
    open: 'Alle som har lenken, kan melde uten å si hvem de er, og følger saken med en kode. Lenken er adressen til Varde med /meld/ og kortnavnet deres bak. Verken IP-adresse, nettleser eller klokkeslett blir lagret.',
    mailIn:
      'Hver ny e-post venter hos dem som får personvernavvik, til de har laget en sak av den, lagt den i en sak eller avvist den. Postkassen og passordet er gitt til den som drifter Varde. Bare e-post som kommer etter at du slo dette på, blir lest.',
    protection:
      'Vernet gjelder meldinger som kommer inn fra nå av: da ser ingen andre enn personvernombudet hvem som meldte, og loggen røper det ikke.',
    deciders: 'Oppgaven med å vurdere, avgjøre og lukke går til dem som har rollene. Har ingen rollen, får administrator en oppgave.',
    jointly: 'Dere kan ikke la være å melde til Datatilsynet før alle her har signert den samme vurderingen.',
    duties:
      'Varde foreslår plikten ut fra risikoen. Middels og høy risiko skal alltid meldes til Datatilsynet, og høy risiko skal de berørte alltid få vite om: det er loven.',
    links: 'Lenkene står på siden der avvik meldes, og er merket som lenker ut av Varde.',
    closing: 'Må notatet skrives, kan saken ikke lukkes før det er gjort.',
    regimes:
      'Hver sak spør om regelverket gjelder, og har en egen frist og oppgave for det. Saker som er i gang, følger det de begynte med.',
    letters: 'Oppgaven går til dem som har rollene. Et brev sendes ikke før en av dem som signerer, har signert det.',
    reminders: 'De som har oppgaven, får en påminnelse. Fristen på 72 timer flyttes ikke.',
    wording: 'Teksten står slik der den brukes, på det språket leseren har valgt.',
  } satisfies Record<SettingKind, string> as Record<SettingKind, string>,
  wordings: {
    definition: 'hva et avvik er',
    urgency: 'hvor raskt avvik skal meldes',
    instruction: 'hvordan meldingen til Datatilsynet sendes',
  } satisfies Record<Wording, string> as Record<Wording, string>,
  caseType: {
    privacyDeviation: 'personvernavvik',
    securityIncident: 'sikkerhetshendelse',
    ruleDeviation: 'avvik fra regler og rutiner',
    itEquipment: 'sak om IT-utstyr',
  } satisfies Record<CaseType, string> as Record<CaseType, string>,
  fields: {
    kinds: {
      caseTypes: {
        label: 'Hva kan meldes?',
        choices: {
          privacyDeviation: 'Personvernavvik',
          securityIncident: 'Sikkerhetshendelse',
          ruleDeviation: 'Avvik fra regler og rutiner',
          itEquipment: 'Sak om IT-utstyr',
        } satisfies Record<CaseType, string>,
      },
      dataSubjects: {
        label: 'Hvem kan opplysningene gjelde?',
        choices: {
          employees: 'Ansatte',
          formerEmployees: 'Tidligere ansatte',
          applicants: 'Søkere',
          students: 'Studenter',
          researchParticipants: 'Deltakere i forskning',
          patients: 'Pasienter',
          pupils: 'Elever',
          kindergartenChildren: 'Barnehagebarn',
          guardians: 'Foresatte',
          serviceRecipients: 'Tjenestemottakere',
          residents: 'Innbyggere',
          callers: 'Innringere',
          supplierContacts: 'Kontakter hos leverandører',
          others: 'Andre',
        } satisfies Record<DataSubject, string>,
      },
      externalSystem: {
        label: 'Annet avvikssystem',
        hint: 'Har dere også et annet system for avvik, spør skjemaet om nummeret derfra. La det ellers stå tomt.',
      },
    },
    receivers: {
      queue: { label: 'Behandler saken', hint: 'De som har en av rollene, får saken i listen sin. Velg minst én.' },
      tell: { label: 'Får varsel med en gang' },
      address: { label: 'Felles e-postadresse', hint: 'Får varselet i tillegg. Varselet har bare en lenke.' },
    },
    register: {
      freeTextInFile: {
        label: 'Skal filen ha fritekst?',
        hint: 'Nei er tryggest. Tall og faste svar er nok til årsmelding og statistikk.',
        choices: { yes: 'Ja', no: 'Nei' },
      },
    },
    leader: {
      notifyLeader: { label: 'Får nærmeste leder varsel om avvik medarbeideren melder?', choices: { yes: 'Ja', no: 'Nei' } },
    },
    officer: {
      notifyDpo: {
        label: 'Om hvilke avvik får personvernombudet varsel?',
        hint: 'Personvernombudet får varsel når avviksmeldingen kommer inn. Den som har rollen, ser saken uansett hva du velger.',
        choices: { all: 'Alle avvik', serious: 'Alvorlige avvik', off: 'Ingen: de som behandler saken, sier fra' },
      },
    },
    open: { openReport: { label: 'Kan avvik meldes uten innlogging?', choices: { yes: 'Ja', no: 'Nei' } } },
    mailIn: {
      on: { label: 'Skal e-post til sikkerhetsadressen bli lest?', choices: { yes: 'Ja', no: 'Nei' } },
      address: { label: 'Adressen folk skriver til', hint: 'For eksempel sikkerhet@kommune.no.' },
      plus: {
        label: 'Leverer e-postserveren også til adressen med + og en kode?',
        hint: 'Spør den som drifter e-posten. Svaret brukes til å finne saken et svar hører til.',
        choices: { yes: 'Ja', no: 'Nei eller vet ikke' },
      },
      verifiedBy: {
        label: 'Navnet på e-postserveren deres',
        hint: 'Navnet den setter i Authentication-Results. Serveren må fjerne slike merker som andre har satt. La feltet stå tomt, så er ingen avsender kontrollert.',
      },
    },
    protection: {
      reporterProtection: {
        label: 'Hvem får vite hvem som meldte?',
        choices: { none: 'De som behandler saken', dpoOnly: 'Bare personvernombudet får vite hvem som meldte' },
      },
    },
    deciders: {
      assessors: { label: 'Vurderer risikoen' },
      deciders: { label: 'Avgjør om det er brudd, og hvem som skal få vite det' },
      closers: { label: 'Avgjør at saken lukkes' },
    },
    jointly: {
      jointly: {
        label: 'Må alle signere vurderingen',
        hint: 'Velg dem som må signere vurderingen før den er ferdig. Velger du ingen, vurderer den som har saken, alene.',
      },
    },
    duties: {
      unlikely: {
        label: 'Det er lite trolig at noen kan bli skadet: skal Datatilsynet ha melding?',
        choices: { no: 'Nei', exception: 'Nei, når det er nesten sikkert' },
      },
      low: {
        label: 'Lav risiko: skal Datatilsynet ha melding?',
        choices: { exception: 'Ja, med mindre det er nesten sikkert at ingen blir skadet', yes: 'Ja, alltid' },
      },
      mediumSubjects: {
        label: 'Middels risiko: skal de berørte få vite det?',
        choices: { no: 'Når den som avgjør, vil det', yes: 'Ja, alltid' },
      },
      manyPersons: {
        label: 'Fra hvor mange personer er det «svært mange»?',
        hint: 'Er tallet høyere, foreslår Varde at det teller i risikoen.',
      },
    },
    links: {
      firstText: { label: 'Første lenke: tekst', hint: 'Hva lenken fører til. Uten adresse står teksten alene.' },
      firstAddress: { label: 'Første lenke: adresse', hint: 'For eksempel https://www.sikresiden.no/' },
      secondText: { label: 'Andre lenke: tekst' },
      secondAddress: { label: 'Andre lenke: adresse' },
      thirdText: { label: 'Tredje lenke: tekst' },
      thirdAddress: { label: 'Tredje lenke: adresse' },
    },
    closing: {
      memo: { label: 'Notat til avgjørelsen om å lukke', choices: { required: 'Må skrives', optional: 'Valgfritt' } },
      leaderCloses: { label: 'Kan lederen lukke en sak som er vurdert som intern?', choices: { yes: 'Ja', no: 'Nei' } },
    },
    regimes: {
      digitalSecurity: {
        label: 'Er virksomheten tilbyder av en samfunnsviktig tjeneste etter digitalsikkerhetsloven?',
        choices: { yes: 'Ja', no: 'Nei' },
      },
      processorHours: {
        label: 'Timer vi har på å melde til den vi er databehandler for',
        hint: 'Den korteste fristen i avtalene. La det stå tomt hvis dere ikke er databehandler for andre.',
      },
    },
    letters: {
      senders: { label: 'Sender meldingen til Datatilsynet' },
      drafters: { label: 'Skriver brev til de berørte' },
      signers: { label: 'Signerer brev til de berørte' },
      sami: {
        label: 'Kan brev til de berørte lages på nordsamisk?',
        hint: 'Varde har overskrifter og noen korte setninger på nordsamisk. Resten skriver dere selv.',
      },
    },
    reminders: {
      first: {
        label: 'Første påminnelse: timer igjen av fristen på 72',
        hint: 'La feltet stå tomt hvis dere ikke vil ha påminnelse. Når fristen er ute, får de som har oppgaven, varsel uansett.',
      },
      second: { label: 'Andre påminnelse: timer igjen' },
      third: { label: 'Tredje påminnelse: timer igjen' },
      draft: { label: 'Timer før den som skriver, blir minnet om et utkast som ikke er sendt' },
    },
    wording: { nb: { label: 'Bokmål' }, nn: { label: 'Nynorsk' }, en: { label: 'Engelsk' } },
  } satisfies Labels as Labels,
  own: {
    report: {
      heading: 'Tekst der avvik meldes',
      follows: 'Teksten står øverst på skjemaet, der den som melder, begynner.',
      standard: 'ingen egen tekst',
    },
    letterStart: {
      heading: 'Hvordan brev til de berørte begynner',
      follows: 'Teksten står først i utkast som lages fra nå av. Den som skriver brevet, kan endre den.',
      standard: 'standardteksten: hva som er funnet, og at vi beklager',
    },
    letterContact: {
      heading: 'Kontakt i brev til de berørte',
      follows: 'Teksten står i utkast som lages fra nå av, i stedet for navnene på personvernombudet og lederen.',
      standard: 'standardteksten: personvernombudet og lederen',
    },
    letterEnd: {
      heading: 'Hvordan brev til de berørte slutter',
      follows: 'Teksten står sist i utkast som lages fra nå av. Den som skriver brevet, kan endre den.',
      standard: 'ingen egen tekst',
    },
  } satisfies Record<keyof Profile['ownWords'], object>,
  wrong: {
    notAPage: 'Skriv hele adressen til en side, for eksempel https://www.sikresiden.no/.',
    linkWithoutText: 'Skriv hva lenken fører til.',
    notAnAddress: 'Skriv en e-postadresse, for eksempel avvik@kommune.no.',
    mailWithoutAddress: 'Skriv adressen folk skriver til.',
    notAServer: 'Skriv bare navnet på serveren, for eksempel mx.kommune.no.',
  } as Readonly<Record<string, string>>,
}

export type Texts = typeof nb
