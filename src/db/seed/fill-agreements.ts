import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import {
  type AgreementAnswers,
  addAgreement,
  agreementFields,
  enterAgreement,
  findAgreement,
  restsOnOf,
  signAgreement,
} from '../../modules/agreements/public.ts'
import { addSupplier, supplierFields } from '../../modules/suppliers/public.tsx'
import type { DemoOrganisation, Fill } from './demo.ts'

/** Three invented suppliers in each organisation: one with an agreement in force, one with a draft, and one with none. */
export const fillAgreements: Fill = async (organisation) => {
  const { ctx } = organisation
  const words = said[organisation.preset === 'sauda' ? 'nn' : 'nb']
  const ids: string[] = []
  for (const [n, supplier] of suppliers.entries()) {
    const id = newId(ctx.now)
    ids.push(id)
    const blank = { ...emptyValues(supplierFields), processesData: 'yes', inUse: 'yes' } as const
    must(await addSupplier(ctx, id, { ...blank, ...supplier, delivers: words.delivers[n] ?? null }))
  }
  const [first, second] = ids
  await fillAgreement(organisation, { ...whole, ...words.whole, name: words.names[0], supplier: first ?? null }, true)
  await fillAgreement(organisation, { name: words.names[1], supplier: second ?? null, purpose: words.whole.purpose }, false)
}

const suppliers = [
  {
    name: 'Fjordskyen AS',
    organisationNumber: '300000053',
    country: 'Norge',
    contact: 'Kundeservice, kunde@fjordskyen.example',
    contractReference: 'K-2024/17',
    contractOn: '2024-06-01',
    contractUntil: '2028-05-31',
  },
  { name: 'Varselhuset AS', organisationNumber: '300000061', country: 'Norge', contractOn: '2025-09-15' },
  { name: 'Cloudberry Ltd', country: 'Irland', contractOn: '2025-01-10' },
] as const

const whole = {
  dataSubjects: ['employees'],
  dataKinds: ['name', 'contact'],
  subProcessing: 'general',
  subProcessorNoticeDays: 30,
  subProcessorDuties: 'yes',
  confidentiality: 'yes',
  assistsRights: 'yes',
  assistsSecurity: 'yes',
  noticeHours: 24,
  auditRight: 'yes',
  warnsUnlawful: 'yes',
  transfers: 'no',
  atEnd: 'deleted',
  assessedOn: '2026-01-10',
  conclusion: 'sound',
  auditEveryMonths: 12,
} as const satisfies Partial<AgreementAnswers>

const said = {
  nb: {
    delivers: ['Drift og lagring', 'Varsling på SMS og e-post', 'Skjema og påmelding'],
    names: ['Databehandleravtale om drift og lagring', 'Databehandleravtale om varsling'],
    whole: {
      purpose: 'Drifte systemene våre og ta sikkerhetskopi.',
      nature: 'Lagrer, sikkerhetskopierer og gir brukerstøtte.',
      duration: 'Så lenge hovedavtalen gjelder.',
      instructions: 'Opplysningene brukes bare til drift og brukerstøtte.',
      securityMeasures: 'Kryptert lagring, tilgang etter rolle, logg i ett år.',
      guarantees: 'Sertifisert etter ISO 27001. Rapport fra revisor er lest.',
    },
  },
  nn: {
    delivers: ['Drift og lagring', 'Varsling på SMS og e-post', 'Skjema og påmelding'],
    names: ['Databehandlaravtale om drift og lagring', 'Databehandlaravtale om varsling'],
    whole: {
      purpose: 'Drifte systema våre og ta tryggleikskopi.',
      nature: 'Lagrar, tryggleikskopierer og gir brukarstøtte.',
      duration: 'Så lenge hovudavtalen gjeld.',
      instructions: 'Opplysningane blir brukte berre til drift og brukarstøtte.',
      securityMeasures: 'Kryptert lagring, tilgang etter rolle, logg i eitt år.',
      guarantees: 'Sertifisert etter ISO 27001. Rapport frå revisor er lesen.',
    },
  },
} as const satisfies Readonly<
  Record<
    'nb' | 'nn',
    {
      readonly delivers: readonly string[]
      readonly names: readonly [string, string]
      readonly whole: Partial<AgreementAnswers> & { readonly purpose: string }
    }
  >
>

const titles: Readonly<Record<Preset, string>> = {
  oslomet: 'Rektor',
  uio: 'Universitetsdirektør',
  sauda: 'Kommunedirektør',
  sandnes: 'Kommunedirektør',
}

async function fillAgreement({ ctx, preset }: DemoOrganisation, answers: Partial<AgreementAnswers>, inForce: boolean): Promise<void> {
  const id = newId(ctx.now)
  must(await addAgreement(ctx, id, { ...emptyValues(agreementFields), ourRole: 'controller', ...answers }))
  const stands = await findAgreement(ctx, id)
  if (!inForce || !stands) return
  const restsOn = restsOnOf(stands.values, [])
  must(await signAgreement(ctx, id, restsOn, 'ours', { signatory: titles[preset], signedOn: '2026-01-20' }))
  must(await signAgreement(ctx, id, restsOn, 'theirs', { signatory: 'Daglig leder', signedOn: '2026-01-22' }))
  must(await enterAgreement(ctx, id, null))
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string; readonly fields?: readonly string[] }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why} ${outcome.fields?.join() ?? ''}`)
}
