import { newId } from '../../kernel/ids.ts'
import { draftComplaint, sendComplaint } from '../../modules/ethics/public.ts'
import type { Fill } from './demo.ts'

/** One complaint, for its dean, where the organisation receives them. */
export const fillEthics: Fill = async ({ preset, as, unit }) => {
  if (preset !== 'oslomet') return
  const ctx = await as('ansatt')
  const id = newId(ctx.now)
  const asking = {
    unit: unit('Fakultet for lærerutdanning og internasjonale studier'),
    personGroup: 'employee',
    aboutLeader: 'no',
    against: 'Forsker A',
    about: 'Tallene i en publisert tabell stemmer ikke med dataene som ligger i prosjektets mappe.',
  } as const
  for (const done of [await draftComplaint(ctx, id, asking), await sendComplaint(ctx, id, 1)]) if (!done.ok) throw new Error(done.why)
}
