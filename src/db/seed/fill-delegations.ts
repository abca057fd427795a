import { addMonths, localDate } from '../../kernel/calendar/calendar.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import { addDelegation, delegationFields } from '../../modules/delegations/public.ts'
import type { Fill } from './demo.ts'

/** The daily tasks of the controller, delegated to one who leads, in each organisation; the system owner's decisions on disclosure in one. */
export const fillDelegations: Fill = async ({ as, person, unit, preset }) => {
  const { from, to, where, name, ground } = seats[preset]
  const giver = await as(from)
  const shared = {
    ...emptyValues(delegationFields),
    ...({ ground, onward: 'no', inForce: 'yes' } as const),
    fromDate: addMonths(localDate(giver.now), -8),
  }
  must(
    await addDelegation(giver, newId(giver.now), {
      ...shared,
      ...{ name, authority: 'processing', documentedIn: 'Sak 26/114' },
      ...{ delegatedBy: person(from), delegatedTo: person(to), unit: unit(where) },
    }),
  )
  if (preset !== 'uio') return
  const owner = await as('systemeier')
  must(
    await addDelegation(owner, newId(owner.now), {
      ...shared,
      ...{ name: 'Utlevering fra studentsystemet', authority: 'disclosure', documentedIn: 'Sak 26/207' },
      ...{ delegatedBy: person('systemeier'), delegatedTo: person('saksbehandler'), toDate: addMonths(localDate(owner.now), 4) },
    }),
  )
}

type Seat = { readonly from: string; readonly to: string; readonly where: string; readonly name: string; readonly ground: string }
const nb = (from: string, to: string, where: string): Seat => ({
  ...{ from, to, where, name: `Daglig ansvar for personopplysninger, ${where}`, ground: 'Delegeringsreglementet punkt 4.' },
})
const seats: Readonly<Record<Preset, Seat>> = {
  oslomet: nb('rektor', 'leder', 'Institutt for grunnskole- og faglærerutdanning'),
  uio: nb('universitetsdirektor', 'leder', 'Institutt for informatikk'),
  sauda: {
    ...{ from: 'kommunedirektor', to: 'leder', where: 'Barneskulen', name: 'Dagleg ansvar for personopplysningar, Barneskulen' },
    ground: 'Delegeringsreglementet punkt 4.',
  },
  sandnes: nb('kommunedirektor', 'virksomhetsleder', 'Oppvekst skole'),
}

const must = (outcome: { readonly ok: boolean; readonly why?: string }) => {
  if (!outcome.ok) throw new Error(`Example data was refused: ${outcome.why}`)
}
