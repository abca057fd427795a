import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addRecording, recordingFields } from '../../modules/recordings/public.ts'
import type { Fill } from './demo.ts'

const day = 86_400_000

/** Two invented recordings in each organisation: a threatening call that is to be deleted, and a complaint with a note to the caseworker. */
export const fillRecordings: Fill = async ({ as, person, preset }) => {
  const ctx = await as('ansatt')
  const t = preset === 'sauda' ? nn : nb
  const { personId, unitId } = ctx.actor
  const at = (days: number) => new Date(ctx.now.getTime() - days * day)
  const on = (days: number) => new Date(ctx.now.getTime() + days * day).toISOString().slice(0, 10)
  const shared = {
    ...emptyValues(recordingFields),
    ...({
      kind: 'audio',
      told: 'yes',
      erase: 'delete',
      unit: unitId,
      recordedBy: personId,
      access: [personId],
      storagePlace: t.place,
    } as const),
  }
  const call = { startedAt: at(40), minutes: 6, purposes: ['police'], situation: 'threat', eraseOn: on(-3) } as const
  must(await addRecording(ctx, newId(ctx.now), { ...shared, ...call, name: t.threat }))
  const complaint = { startedAt: at(4), minutes: 11, purposes: ['claims'], situation: 'complaint', complaint: 'notAvailable' } as const
  const noted = { caseReference: '26/1042', caseworker: person('systemeier'), note: t.note, eraseOn: on(86) }
  must(await addRecording(ctx, newId(ctx.now), { ...shared, ...complaint, ...noted, name: t.complaint }))
}

const nb = {
  place: 'Låst mappe på fellesområdet',
  threat: 'Samtale på sentralbordet',
  complaint: 'Klage på telefon',
  note: 'Klager på at brevet kom for sent. Vi lovet svar innen fredag.',
}
const nn: typeof nb = {
  place: 'Låst mappe på fellesområdet',
  threat: 'Samtale på sentralbordet',
  complaint: 'Klage på telefon',
  note: 'Klagar på at brevet kom for seint. Vi lova svar innan fredag.',
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why}`)
}
