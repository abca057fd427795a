import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import { addCamera, approveCamera, type CameraAnswers, cameraFields } from '../../modules/cameras/public.ts'
import type { Fill } from './demo.ts'

/** Two invented cameras in each organisation, and one that somebody has found: what the register is for. */
export const fillCameras: Fill = async ({ as, unit, preset }) => {
  const t = preset === 'sauda' ? nn : nb
  const { where, registers, approves } = seats[preset]
  const registrar = await as(registers)
  const shared = { ...emptyValues(cameraFields), origin: 'ours', unit: unit(where) } as const
  const id = newId(registrar.now)
  must(await addCamera(registrar, id, { ...shared, ...judged, ...t.entrance }))
  must(await approveCamera(await as(approves), id, null, t.decision))
  must(await addCamera(registrar, newId(registrar.now), { ...shared, ...t.parking, kind: 'real', purposes: ['vandalism', 'theft'] }))
  must(await addCamera(registrar, newId(registrar.now), { ...shared, ...t.found, origin: 'found' }))
}

const seats: Readonly<Record<Preset, { readonly where: string; readonly registers: string; readonly approves: string }>> = {
  oslomet: { where: 'Institutt for grunnskole- og faglærerutdanning', registers: 'leder', approves: 'rektor' },
  uio: { where: 'Institutt for informatikk', registers: 'eiendom', approves: 'eiendom' },
  sauda: { where: 'Barneskulen', registers: 'leder', approves: 'kommunedirektor' },
  sandnes: { where: 'Oppvekst skole', registers: 'virksomhetsleder', approves: 'kommunedirektor' },
}

const judged = {
  ...({
    kind: 'real',
    purposes: ['accessPrevention', 'vandalism'],
    basis: 'publicTask',
    mode: 'recording',
    sound: 'no',
    erase: 'delete',
  } as const),
  ...({ recognisable: 'yes', systematic: 'yes', largeScale: 'no', publicPlace: 'yes', workplace: 'no' } as const),
  ...({ altLighting: 'notEnough', altLocks: 'notEnough', altStaff: 'unsuitable', retentionDays: 7 } as const),
} satisfies Partial<CameraAnswers>

type Said = {
  readonly entrance: Partial<CameraAnswers>
  readonly parking: Partial<CameraAnswers>
  readonly found: Partial<CameraAnswers>
  readonly decision: string
}
const nb: Said = {
  entrance: {
    name: 'Hovedinngangen',
    site: 'Hovedbygget',
    area: 'Døren og fem meter ut. Gaten er dekket til.',
    alternativesWhy: 'Lys og nye låser ble prøvd i et halvt år. Skadene fortsatte.',
    justification: 'Fire skader og to innbrudd i fjor, alle om natten.',
    lawReference: 'Den lovpålagte oppgaven til enheten',
    hours: 'Hverdager kl. 17–07, og helger',
    masked: 'Gaten og vinduene på andre siden',
    viewersText: 'Driftsleder og leder for enheten',
    signMore: 'Se personvernerklæringen på nettsidene våre',
  },
  parking: { name: 'Parkeringsplassen', site: 'Hovedbygget', area: 'De to nederste radene.' },
  found: { name: 'Kamera ved sykkelboden', site: 'Bakgården', area: 'Ukjent, det peker mot døren.' },
  decision: 'Kameraet kan settes opp. Det filmer bare når bygget er stengt, og gaten er dekket til.',
}
const nn: Said = {
  entrance: {
    name: 'Hovudinngangen',
    site: 'Hovudbygget',
    area: 'Døra og fem meter ut. Gata er dekt til.',
    alternativesWhy: 'Lys og nye låsar vart prøvde i eit halvt år. Skadane heldt fram.',
    justification: 'Fire skadar og to innbrot i fjor, alle om natta.',
    lawReference: 'Den lovpålagde oppgåva til eininga',
    hours: 'Kvardagar kl. 17–07, og helger',
    masked: 'Gata og vindauga på andre sida',
    viewersText: 'Driftsleiar og leiar for eininga',
    signMore: 'Sjå personvernerklæringa på nettsidene våre',
  },
  parking: { name: 'Parkeringsplassen', site: 'Hovudbygget', area: 'Dei to nedste radene.' },
  found: { name: 'Kamera ved sykkelbua', site: 'Bakgarden', area: 'Ukjent, det peikar mot døra.' },
  decision: 'Kameraet kan setjast opp. Det filmar berre når bygget er stengt, og gata er dekt til.',
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why}`)
}
