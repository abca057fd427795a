import type { FieldTexts } from '../../../kernel/fields.ts'
import type { Regime, regimeFields } from '../fields-regimes.ts'
import type { RegimeStep } from '../regime-clock.ts'

type Each<K extends string> = Readonly<Record<K, string>>

export const nb = {
  place: 'Andre regelverk',
  names: {
    digitalSecurity: 'Digitalsikkerhetsloven',
    processor: 'Melding til den vi er databehandler for',
  } satisfies Each<Regime> as Each<Regime>,
  leads: {
    digitalSecurity:
      'En tilbyder av en samfunnsviktig tjeneste varsler tilsynsmyndigheten innen 24 timer, med kopi til NSM, gir mer informasjon innen 72 timer og en rapport innen en måned etter varselet. Digitalsikkerhetsforskriften § 17 (forskrift 20. juni 2025 nr. 1131), lest 29. november 2026.',
    processor:
      'En databehandler melder til den behandlingsansvarlige uten ugrunnet opphold, og innen fristen i avtalen. Personvernforordningen artikkel 33 nr. 2, lest 29. november 2026.',
  } satisfies Each<Regime> as Each<Regime>,
  steps: { warning: 'Varsel', update: 'Mer informasjon', report: 'Rapport' } satisfies Each<RegimeStep> as Each<RegimeStep>,
  controllerStep: 'Melding',
  fields: {
    applies: { label: 'Gjelder det denne hendelsen?', choices: { yes: 'Ja', no: 'Nei' } },
    knownAt: { label: 'Når fikk virksomheten kunnskap om hendelsen?', hint: 'Fristene regnes herfra.' },
    reason: { label: 'Begrunnelse', hint: 'Hvorfor det ikke gjelder. Står i notatet.' },
    warnedAt: { label: 'Når ble det varslet?', hint: 'La det stå tomt til det er gjort.' },
    updatedAt: { label: 'Når ble mer informasjon gitt?', hint: 'La det stå tomt til det er gjort.' },
    reportedAt: { label: 'Når ble rapporten sendt?', hint: 'La det stå tomt til det er gjort.' },
  } as FieldTexts<typeof regimeFields>,
  unanswered: 'Ikke avgjort',
  doesNot: 'Gjelder ikke',
  done: 'Alt er sendt',
  edit: 'Avgjør og registrer',
  save: 'Lagre',
  saved: 'Svaret er lagret.',
  known: 'Kjent',
  dueAt: (due: string) => `frist ${due}`,
  doneAt: (at: string) => `gjort ${at}`,
  late: 'etter fristen',
}
export type Texts = typeof nb
