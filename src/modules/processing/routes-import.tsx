import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { turned } from '../../register/import/called.ts'
import { importable } from '../../register/import/importable.ts'
import { registerImport } from '../../register/import/routes.tsx'
import { unitReference } from '../people/public.ts'
import { mayKeep } from '../work-processes/public.ts'
import { addProcessing, editProcessing, takeBackProcessing } from './commands.ts'
import { processingFields, researchListFields } from './fields.ts'
import type { Processing } from './processing.ts'
import { findProcessing, processingsNamed } from './queries.ts'
import { texts } from './texts.ts'

type Listed = Values<typeof researchListFields>
const listed = ({ id, version, values }: Processing) => {
  const { name, unit, externalReference, externalStatus, externalOn } = values
  return { id, version, values: { name, unit, externalReference, externalStatus, externalOn } satisfies Listed }
}
const done = <O extends { readonly ok: boolean }>(outcome: O) =>
  outcome.ok ? { ok: true as const, next: listed((outcome as unknown as { readonly next: Processing }).next) } : outcome

async function add(ctx: Ctx, id: string, values: Listed) {
  const begins = { ...emptyValues(processingFields), kind: 'research', ourRole: 'controller' } as const
  return done(await addProcessing(ctx, id, { ...begins, ...values }))
}

/** Only research is notified there: what the list calls by the name of another activity is another. */
async function edit(ctx: Ctx, id: string, version: number | null, values: Listed) {
  const stands = await findProcessing(ctx, id)
  if (stands && stands.values.kind !== 'research') return refuse('notResearch', ['name'])
  return done(await editProcessing(ctx, id, version, { ...emptyValues(processingFields), ...stands?.values, ...values }))
}

// The columns of the archive of notifications, as they are commonly headed; no list of them is public. What no word meets is chosen once by
// hand, and remembered. Read 29 November 2026 (sikt.no).
const headings: Readonly<Record<keyof Listed, readonly string[]>> = {
  name: ['Prosjekttittel', 'Tittel', 'Prosjekt', 'Prosjektnavn', 'Project title', 'Title'],
  unit: ['Institutt', 'Fakultet', 'Avdeling', 'Enhet', 'Eining', 'Institusjon', 'Department'],
  externalReference: ['Referansenummer', 'Referanse', 'Meldeskjema', 'Prosjektnummer', 'Meldingsnummer', 'Reference', 'Reference number'],
  externalStatus: ['Status', 'Vurdering', 'Prosjektstatus'],
  externalOn: ['Dato', 'Vurdert dato', 'Statusdato', 'Sist oppdatert', 'Innsendt', 'Date'],
}
const statuses: Readonly<Record<NonNullable<Listed['externalStatus']>, readonly string[]>> = {
  notNotified: ['Ikke sendt inn', 'Ikkje sendt inn', 'Utkast', 'Påbegynt', 'Draft'],
  notified: ['Innsendt', 'Sendt inn', 'Til vurdering', 'Under behandling', 'Mottatt', 'Submitted'],
  assessed: ['Ferdig vurdert', 'Avsluttet', 'Avslutta', 'Vurdert av personverntjenester', 'Assessed'],
}

/** The list of research projects and where each has come, brought in as a file (S2-27). */
export const imports = registerImport(
  importable({
    at: '/behandlinger',
    subject: 'processing',
    fields: researchListFields,
    references: { unit: unitReference },
    texts: (locale) => {
      const { title, fields, refusals, researchList } = texts(locale)
      const { name, unit, externalReference, externalStatus, externalOn } = fields
      return {
        title,
        fields: { name, unit, externalReference, externalStatus, externalOn },
        refusals: { ...refusals, ...researchList.refusals },
      }
    },
    key: 'name',
    name: 'name',
    may: mayKeep,
    keyed: async (ctx, keys) => (await processingsNamed(ctx, keys)).map(listed),
    add,
    edit,
    takeBack: async (ctx, id, version) => done(await takeBackProcessing(ctx, id, version)),
    alsoCalled: { headings: turned(headings), choices: { externalStatus: turned(statuses) } },
    how: (locale) => texts(locale).researchList.how,
  }),
)
