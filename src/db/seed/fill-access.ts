import { addDays, addMonths, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { grantAccess, grantFields } from '../../modules/access/public.ts'
import { addEmployment, checklistsOf, closeList, employmentFields, stepsOf, tickStep } from '../../modules/employment/public.ts'
import { systemReference } from '../../modules/systems/public.ts'
import { addZone } from '../../modules/zones/public.ts'
import type { DemoOrganisation, Fill } from './demo.ts'

/** Of the municipality that has it in its handbook: somebody who works there, somebody who leaves, a consultant, and what they have access to. */
export const fillAccess: Fill = async (organisation) => {
  if (organisation.preset !== 'sandnes') return
  await fillEmployment(organisation)
  await fillGrants(organisation)
}

async function fillEmployment({ as, person }: DemoOrganisation) {
  for (const [by, slug, number, kind, position, months, leaves] of [
    ['leder', 'ansatt', '10412', 'employee', 'Lærer', -26, null],
    ['leder-helse', 'helsefagarbeider', '11873', 'temporary', 'Helsefagarbeider', -5, 12],
    ['leder-helse', 'systemeier', 'K-204', 'consultant', 'Innføring av ny journal', 0, null],
  ] as const) {
    const ctx = await as(by)
    const today = localDate(ctx.now)
    const startsOn = addMonths(today, months)
    const id = newId(ctx.now)
    must(
      await addEmployment(ctx, id, {
        ...emptyValues(employmentFields),
        ...{ number, kind, position, startsOn, person: person(slug) },
        endsOn: leaves === null ? null : addDays(today, leaves),
        contractOn: kind === 'consultant' ? null : addDays(startsOn, -14),
        declarationOn: addDays(startsOn, -14),
      }),
    )
    if (kind !== 'consultant') await started(ctx, id, startsOn)
  }
}

/** Whoever has been here for a while has what it takes to start. */
async function started(ctx: Ctx, id: string, doneOn: string) {
  const list = (await checklistsOf(ctx, id)).find(({ kind }) => kind === 'start')
  if (!list) return
  for (const { key, from } of stepsOf('start')) if (!from) must(await tickStep(ctx, id, list.id, key, { doneOn, proof: null }))
  must(await closeList(ctx, id, list.id))
}

async function fillGrants({ ctx, as, person, unit }: DemoOrganisation) {
  const zone = newId(ctx.now)
  const about = 'Papirarkiv med låst dør. Nøkkel hentes hos lederen.'
  must(
    await addZone(ctx, zone, {
      name: 'Arkivrommet',
      unit: unit('Hjemmetjenesten'),
      protection: 'restricted',
      responsible: person('leder-helse'),
      measures: ['lock', 'keyCard', 'alarm', 'lockedStorage'],
      about,
      inUse: 'yes',
    }),
  )
  const systems = await systemReference.choices(ctx)
  const [first, second = first] = systems === 'tooMany' ? [] : systems
  if (!first || !second) return
  const shared = { ...emptyValues(grantFields), fromDate: localDate(ctx.now) }
  for (const [by, slug, system, role, reason, accessNeed, protectionNeed] of [
    ['leder', 'ansatt', first.id, 'Saksbehandler', 'Skriver referater og fører fravær for egen klasse', 'change', 'confidential'],
    ['leder-helse', 'helsefagarbeider', first.id, 'Leser', 'Følger opp brukere på egen liste', 'read', 'special'],
    ['leder-helse', 'helsefagarbeider', second.id, 'Saksbehandler', 'Fører timer og turnus', 'change', 'ordinary'],
    ['leder-helse', 'systemeier', second.id, 'Administrator', 'Setter opp ny journal', 'administer', 'special'],
  ] as const)
    must(
      await grantAccess(await as(by), newId(ctx.now), {
        ...shared,
        person: person(slug),
        system,
        role,
        reason,
        accessNeed,
        protectionNeed,
      }),
    )
  const entering = {
    person: person('helsefagarbeider'),
    zone,
    reason: 'Henter papirjournaler',
    accessNeed: 'enter',
    protectionNeed: 'special',
  } as const
  must(await grantAccess(await as('leder-helse'), newId(ctx.now), { ...shared, ...entering }))
}

function must(outcome: { readonly ok: boolean; readonly why?: string }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why}`)
}
