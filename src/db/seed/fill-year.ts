import { addDays, addMonths, localDate } from '../../kernel/calendar/calendar.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addReview, reviewFields } from '../../modules/annual-wheel/public.ts'
import {
  activityFields,
  addActivity,
  addAudit,
  addDocument,
  addFinding,
  addInspection,
  addMeeting,
  addRequirement,
  approveDocument,
  auditFields,
  documentFields,
  findingFields,
  inspectionFields,
  meetingFields,
  requirementFields,
} from '../../modules/internal-control/public.ts'
import type { DemoOrganisation, Fill } from './demo.ts'

/** The year of the municipality that has management's review in its handbook: an audit with findings, documents, requirements and plans. */
export const fillYear: Fill = async (organisation) => {
  if (organisation.preset !== 'sandnes') return
  await fillDocuments(organisation)
  await fillAudits(organisation)
  await fillPlans(organisation)
}

async function fillDocuments({ as, person }: DemoOrganisation) {
  const ctx = await as('informasjonssikkerhetssjef')
  const director = await as('kommunedirektor')
  for (const [kind, name, content, slug] of [
    ['goals', 'Sikkerhetsmål', 'Innbyggerne skal stole på at opplysningene om dem er trygge, riktige og tilgjengelige.', 'kommunedirektor'],
    [
      'responsibility',
      'Ansvar for informasjonssikkerhet',
      'Ledere har ansvar for informasjonssikkerheten i egen enhet.',
      'kommunedirektor',
    ],
    ['contingencyPlan', 'Sentral beredskapsplan for IT', 'Varsle, samle beredskapsgruppen, gå over til manuelle rutiner.', 'it-sjef'],
  ] as const) {
    const id = newId(ctx.now)
    must(
      await addDocument(ctx, id, {
        ...emptyValues(documentFields),
        kind,
        name,
        content,
        owner: person(slug),
        edition: '1',
        inForce: 'yes',
      }),
    )
    if (kind !== 'contingencyPlan') must(await approveDocument(director, id, 1))
  }
  for (const [source, name, reference] of [
    ['law', 'Sikkerhet ved behandlingen', 'Personvernforordningen artikkel 32'],
    ['contract', 'Krav til bruk av Helsenettet', 'Norm for informasjonssikkerhet og personvern'],
    ['privacy', 'Bare det vi trenger, og ikke lenger enn vi trenger det', 'Personvernforordningen artikkel 5'],
    ['ethics', 'Barn og unge skal ikke følges mer enn nødvendig', 'Kommunens etiske retningslinjer'],
  ] as const) {
    const measures = source === 'law' ? 'Tilgang etter rolle, logg over oppslag, kryptert lagring.' : null
    must(
      await addRequirement(ctx, newId(ctx.now), { ...emptyValues(requirementFields), source, name, reference, measures, inForce: 'yes' }),
    )
  }
}

async function fillAudits({ as, person, unit }: DemoOrganisation) {
  const ctx = await as('informasjonssikkerhetssjef')
  const today = localDate(ctx.now)
  const id = newId(ctx.now)
  const audit = { ...emptyValues(auditFields), kind: 'internal', leader: person('revisor'), team: [ctx.actor.personId] } as const
  const held = {
    heldOn: addDays(today, -20),
    scope: 'Hvem som har tilgang til journalen, og om tilganger avsluttes når noen slutter.',
    results: 'Tilganger gis etter behov. Noen avsluttes for sent.',
    conclusions: 'God nok sikkerhet, med ett avvik som må rettes opp.',
  }
  const units = [unit('Hjemmetjenesten')]
  must(await addAudit(ctx, id, { ...audit, ...held, name: 'Tilganger i hjemmetjenesten', plannedOn: addDays(today, -21), units }))
  must(await addAudit(ctx, newId(ctx.now), { ...audit, name: 'Sikkerhetskopier og gjenoppretting', plannedOn: addMonths(today, 5) }))
  const finding = { ...emptyValues(findingFields), audit: id }
  must(
    await addFinding(ctx, newId(ctx.now), {
      ...finding,
      ...{ name: 'Tilganger avsluttes for sent', grade: 'minor', found: 'To av ti tilganger sto åpne etter sluttdato.' },
      ...{ action: 'Avslutt tilganger samme dag', owner: person('systemeier'), dueOn: addDays(today, 20) },
    }),
  )
  must(await addFinding(ctx, newId(ctx.now), { ...finding, name: 'Rutinen er vanskelig å finne', grade: 'improvement' }))
  must(
    await addInspection(ctx, newId(ctx.now), {
      ...emptyValues(inspectionFields),
      ...{ name: 'Journalføring og tilgangsstyring', kind: 'public', authority: 'Statsforvalteren', heldOn: addDays(today, -40) },
      result: 'Ingen lovbrudd. Tilsynet er avsluttet.',
    }),
  )
}

async function fillPlans({ as, person, unit }: DemoOrganisation) {
  const ctx = await as('informasjonssikkerhetssjef')
  const today = localDate(ctx.now)
  const activity = { ...emptyValues(activityFields), responsible: ctx.actor.personId, every: '12' } as const
  must(await addActivity(ctx, newId(ctx.now), { ...activity, name: 'Sikkerhetsmåneden', kind: 'training', dueOn: addMonths(today, 7) }))
  const units = [unit('Barneskolen i sentrum'), unit('Hjemmetjenesten')]
  must(
    await addActivity(ctx, newId(ctx.now), {
      ...activity,
      name: 'Rydd i fellesområdene',
      kind: 'campaign',
      dueOn: addDays(today, 30),
      units,
    }),
  )
  const meeting = { ...emptyValues(meetingFields), name: 'Slik melder du avvik', unit: unit('Hjemmetjenesten'), heldOn: addDays(today, -7) }
  must(await addMeeting(await as('leder-helse'), newId(ctx.now), meeting))
  must(
    await addReview(ctx, newId(ctx.now), {
      ...emptyValues(reviewFields),
      ...{ name: 'Ledelsens gjennomgang', heldOn: addDays(today, 14), periodFrom: addMonths(today, -12), periodTo: addDays(today, 14) },
      participants: [person('kommunedirektor'), person('personvernombud'), ctx.actor.personId],
    }),
  )
}

function must(outcome: { readonly ok: boolean }): void {
  if (!outcome.ok) throw new Error(`The example year was refused: ${JSON.stringify(outcome)}`)
}
