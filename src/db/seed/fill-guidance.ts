import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import { fetchTerms } from '../../modules/glossary/public.ts'
import { adoptStarted, fetchReadyMade } from '../../modules/guidance/public.tsx'
import { sendQuestion } from '../../modules/questions/public.tsx'
import { fetchPlaces } from '../../modules/storage-guide/public.ts'
import type { Fill } from './demo.ts'

/** Who adopts the handbook in each organisation. */
const adopters: Readonly<Record<Preset, string>> = {
  oslomet: 'Rektors ledergruppe',
  uio: 'Universitetsdirektørens ledergruppe',
  sauda: 'Kommunedirektørens leiargruppe',
  sandnes: 'Kommunedirektørens ledergruppe',
}

/** The ready-made texts and places, the handbook and the routine adopted, and a routine that somebody cannot find. */
export const fillGuidance: Fill = async ({ ctx, preset, as }) => {
  await fetchReadyMade(ctx, adopters[preset])
  await fetchPlaces(ctx)
  await fetchTerms(ctx)
  for (const key of ['handbook', 'deviationRoutine']) await adoptStarted(ctx, key, { adoptedBy: adopters[preset], minutes: 'Sak 12/26' })
  const employee = await as('ansatt')
  const about = preset === 'sauda' ? 'Rutine for bilete av elevar på nettsidene' : 'Rutine for bilder på nettsidene'
  await sendQuestion(employee, newId(ctx.now), { kind: 'routine', sentTo: 'leader', about, unit: employee.actor.unitId, with: [] })
}
