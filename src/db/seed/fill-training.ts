import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import {
  acknowledgeAbout,
  addCourse,
  addPost,
  addRequirement,
  addResource,
  courseFields,
  fetchRequirements,
  postFields,
  reportNeed,
  requirementFields,
  resourceFields,
} from '../../modules/training/public.ts'
import type { DemoOrganisation, Fill } from './demo.ts'

/** Who coordinates training in each organisation. */
const coordinators: Readonly<Record<Preset, string>> = {
  oslomet: 'informasjonssikkerhetssjef',
  uio: 'personvernombud',
  sauda: 'personvernombud',
  sandnes: 'informasjonssikkerhetssjef',
}

/** The ready-made requirements, a course for the leaders, a tip, a resource, a need that waits, and what some have read. */
export const fillTraining: Fill = async ({ as, preset }) => {
  const ctx = await as(coordinators[preset])
  const today = localDate(ctx.now)
  const nn = preset === 'sauda'
  await fetchRequirements(ctx)
  const course = newId(ctx.now)
  must(
    await addRequirement(ctx, course, {
      ...emptyValues(requirementFields),
      name: nn ? 'Leiaransvaret i informasjonstryggleik' : 'Lederansvaret i informasjonssikkerhet',
      ...{ about: 'other', fulfilledBy: 'course', appliesTo: 'roles', roles: ['leader'], dueDays: 60, validMonths: 24, inForce: 'yes' },
    }),
  )
  must(
    await addCourse(ctx, newId(ctx.now), {
      ...emptyValues(courseFields),
      ...{ name: nn ? 'Kurs for leiarar' : 'Kurs for ledere', requirement: course, heldOn: addDays(today, 21) },
      ...{ place: 'Møterom 1', responsible: ctx.actor.personId },
    }),
  )
  must(
    await addPost(ctx, newId(ctx.now), {
      ...emptyValues(postFields),
      name: 'Lås skjermen når du går',
      body: nn
        ? 'Trykk **Windows-tasten og L**. Då kan ingen lese over skuldra di, sjølv om du berre hentar kaffi.'
        : 'Trykk **Windows-tasten og L**. Da kan ingen lese over skulderen din, selv om du bare henter kaffe.',
      ...{ kind: 'tip', shownFrom: addDays(today, -3) },
    }),
  )
  must(
    await addResource(ctx, newId(ctx.now), {
      ...emptyValues(resourceFields),
      name: nn ? 'Kva er personopplysningar?' : 'Hva er personopplysninger?',
      description: nn ? 'Rettleiing frå Datatilsynet.' : 'Veiledning fra Datatilsynet.',
      ...{ link: 'https://www.datatilsynet.no/', linkWorks: 'yes', language: 'nb', inUse: 'yes' },
    }),
  )
  const employee = await as('ansatt')
  must(
    await reportNeed(employee, newId(ctx.now), {
      topic: 'Ny rutine for arkivering',
      description: nn ? 'Vi er usikre på kva som skal arkiverast.' : 'Vi er usikre på hva som skal arkiveres.',
      forWhom: 'unit',
    }),
  )
  await read({ as })
}

async function read({ as }: Pick<DemoOrganisation, 'as'>): Promise<void> {
  for (const slug of ['ansatt', 'leder']) await acknowledgeAbout(await as(slug), 'reporting')
}

function must(outcome: { readonly ok: boolean }): void {
  if (!outcome.ok) throw new Error(`The example training was refused: ${JSON.stringify(outcome)}`)
}
