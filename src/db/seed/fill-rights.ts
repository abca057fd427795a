import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Preset } from '../../kernel/profile.ts'
import { addApprovers, addExtract, addRule, askDisclosure, disclosureFields } from '../../modules/disclosures/public.ts'
import { addNotice, noticeFields } from '../../modules/information-notices/public.ts'
import { processingReference } from '../../modules/processing/public.ts'
import { askRequest, assignRequest } from '../../modules/subject-requests/public.ts'
import { systemReference } from '../../modules/systems/public.ts'
import type { Fill } from './demo.ts'

/** Requests about own data, what people are told, and what is given out: one of each that waits for somebody. */
export const fillRights: Fill = async ({ ctx, preset, person, unit, as }) => {
  const t = preset === 'sauda' ? nn : nb
  const asker = await as('ansatt')
  const receiver = await as(receivers[preset])
  const asking = { ...({ right: 'access', subjects: 'employees', actsFor: 'self' } as const), ownNumber: null, about: t.about }
  const first = must(await askRequest(ago(asker, 20), newId(ctx.now), { ...asking, name: t.name, contact: t.contact }, 'signedIn'))
  const given = { unit: asker.actor.unitId, responsible: person(receivers[preset]) }
  must(await assignRequest(ago(receiver, 19), first, null, given))
  must(await askRequest(ago(asker, 1), newId(ctx.now), { ...asking, right: 'rectification', name: t.name, contact: t.contact }, 'signedIn'))
  const [activity] = await chosen(ctx, processingReference)
  if (activity) {
    const told = { whenGiven: t.whenGiven, whereGiven: t.whereGiven, rights: t.rights }
    must(
      await addNotice(ctx, newId(ctx.now), {
        ...emptyValues(noticeFields),
        name: `${t.notice} ${activity.name}`,
        processing: activity.id,
        ...told,
      }),
    )
  }
  for (const [name, owns, approver] of approvers[preset])
    must(await addApprovers(ctx, newId(ctx.now), { name, unit: unit(owns), approvers: [person(approver)] }))
  const [system] = await chosen(ctx, systemReference)
  if (system) await giveOut(ctx, asker, system.id, t)
}

async function giveOut(ctx: Ctx, asker: Ctx, system: string, t: Said): Promise<void> {
  const rule = { ...({ dataKinds: ['contact'], purposes: ['service'], recipients: ['company'], inForce: 'yes' } as const), system }
  must(await addRule(ctx, newId(ctx.now), { ...rule, name: t.rule }))
  const asked = { ...({ recipientKind: 'company', dataKinds: ['contact'], until: '2027-12-31' } as const), system, recipient: t.recipient }
  const blank = { ...emptyValues(disclosureFields), unit: asker.actor.unitId, ...asked }
  must(await askDisclosure(asker, newId(ctx.now), { ...blank, name: t.inside, purposeKind: 'service', purpose: t.purpose }))
  must(await askDisclosure(asker, newId(ctx.now), { ...blank, name: t.outside, purposeKind: 'research', purpose: t.research }))
  const extract = { system, unit: asker.actor.unitId, madeOn: '2026-02-10', recipient: t.recipient, disclosure: null }
  if (extract.unit !== null) must(await addExtract(asker, newId(ctx.now), { ...extract, name: t.extract }))
}

const day = 86_400_000
const ago = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() - days * day) })
async function chosen(ctx: Ctx, reference: typeof systemReference) {
  const choices = await reference.choices(ctx)
  return choices === 'tooMany' ? [] : choices
}

const receivers: Readonly<Record<Preset, string>> = {
  oslomet: 'personvernkontakt',
  uio: 'universitetsdirektor',
  sauda: 'kommunedirektor',
  sandnes: 'personvern-gdpr',
}
/** S2-39: two units at the university own a system each, and have named who decides. */
const approvers: Readonly<Record<Preset, readonly (readonly [name: string, unit: string, person: string])[]>> = {
  oslomet: [],
  uio: [
    ['Utlevering fra FS', 'Avdeling for studieadministrasjon', 'saksbehandler'],
    ['Utlevering fra SAPUiO', 'Avdeling for administrativ støtte', 'universitetsdirektor'],
  ],
  sauda: [],
  sandnes: [],
}

type Done = { readonly ok: true; readonly next: { readonly id: string } } | { readonly ok: false; readonly why: string }
function must(outcome: Done): string {
  if (!outcome.ok) throw new Error(`The example could not be made: ${outcome.why}`)
  return outcome.next.id
}

const nb = {
  name: 'Ansatt',
  contact: 'ansatt@virksomhet.example',
  about: 'Personalmappen og loggene fra adgangssystemet.',
  notice: 'Informasjon:',
  whenGiven: 'Når opplysningene samles inn',
  whereGiven: 'I skjemaet og på nettsiden',
  rights: 'Du kan be om innsyn, retting og sletting. Skriv til oss, så svarer vi innen en måned.',
  rule: 'Adresser til leverandører av tjenester',
  recipient: 'Forsikring AS',
  inside: 'Adresser til gruppeforsikring',
  purpose: 'Forsikringsselskapet sender ut forsikringsbevis.',
  outside: 'Adresser til en spørreundersøkelse',
  research: 'Et institutt vil spørre om arbeidsmiljø.',
  extract: 'Adresseliste til jubileum',
}
type Said = typeof nb
const nn: Said = {
  name: 'Tilsett',
  contact: 'tilsett@verksemd.example',
  about: 'Personalmappa og loggane frå tilgangssystemet.',
  notice: 'Informasjon:',
  whenGiven: 'Når opplysningane blir samla inn',
  whereGiven: 'I skjemaet og på nettsida',
  rights: 'Du kan be om innsyn, retting og sletting. Skriv til oss, så svarer vi innan ein månad.',
  rule: 'Adresser til leverandørar av tenester',
  recipient: 'Forsikring AS',
  inside: 'Adresser til gruppeforsikring',
  purpose: 'Forsikringsselskapet sender ut forsikringsbevis.',
  outside: 'Adresser til ei spørjeundersøking',
  research: 'Eit institutt vil spørje om arbeidsmiljø.',
  extract: 'Adresseliste til jubileum',
}
