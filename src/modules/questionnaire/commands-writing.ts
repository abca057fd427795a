import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { takeTurn } from '../../kernel/once.ts'
import { inAll } from '../../kernel/texts.ts'
import { organisationName, profileOf } from '../organisation/public.ts'
import type { Scale } from './content.ts'
import { type optionFields, type questionFields, questionnaireFields, type sectionFields } from './fields.ts'
import type { Questionnaire, QuestionnaireEvent } from './questionnaire.ts'
import * as rules from './rules-writing.ts'
import { standard } from './standard.ts'
import { centralSystems, citesOwnRules } from './standard-own.ts'
import { findQuestionnaire, insertQuestionnaire, lastEdition, questionnaireStore } from './store.ts'

type Done = Promise<Outcome<Questionnaire, QuestionnaireEvent>>

/** The yearly internal control of the source, with the names of this organisation in it: what it says from then on is what stands. */
async function standardHere(ctx: Ctx) {
  const { preset, orgType, locale, titles } = await profileOf(ctx)
  const name = await organisationName(ctx)
  const { dpo, controller, cert, property } = titles
  const filled = { org: inAll(() => name), dpo, controller, cert, camera: property, systems: centralSystems[preset] }
  return standard(filled, { orgType, locale, ownRules: citesOwnRules[preset] })
}

const begun = async (ctx: Ctx, given: Parameters<typeof rules.begin>[0]): Done => {
  await takeTurn(ctx, 'questionnaire')
  if (await findQuestionnaire(ctx, given.id)) return refuse('nothingChanged')
  const outcome = rules.begin(given, ctx.actor)
  if (!outcome.ok) return outcome
  return (await insertQuestionnaire(ctx, outcome)) ? outcome : refuse('nothingChanged')
}

/** From the yearly internal control of the source, as a draft that may be changed before it is published. */
export async function beginStandard(ctx: Ctx, id: string): Done {
  // Everybody is asked by it: it is called as the organisation writes, whoever begins it.
  const { locale } = await profileOf(ctx)
  const { name, source, sourceOn, content } = await standardHere(ctx)
  return begun(ctx, { id, familyId: id, edition: 1, content, names: { name: name[locale], source: source[locale], sourceOn } })
}

/** From nothing but the answers of the source. */
export async function beginEmpty(ctx: Ctx, id: string, names: Values<typeof questionnaireFields>): Done {
  const { content } = await standardHere(ctx)
  return begun(ctx, { id, familyId: id, edition: 1, content: rules.blankContent(content.scales), names })
}

/** The next edition of one that is published, with all that it says: the published one stands as it is. */
export async function beginEdition(ctx: Ctx, from: string, id: string): Done {
  await takeTurn(ctx, 'questionnaire')
  const before = await findQuestionnaire(ctx, from)
  if (!before) return refuse('notFound')
  if (before.status === 'draft') return refuse('notNow')
  const last = (await lastEdition(ctx, before.familyId)) ?? before
  if (last.status === 'draft') return refuse('editionBegun')
  return begun(ctx, { id, familyId: before.familyId, edition: last.edition + 1, content: before.content, names: before.values })
}

const deed = (
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (record: Questionnaire) => Outcome<Questionnaire, QuestionnaireEvent>,
): Done => decide(ctx, questionnaireStore, id, version, rule)

export const renameQuestionnaire = (ctx: Ctx, id: string, version: number | null, names: Values<typeof questionnaireFields>): Done =>
  deed(ctx, id, version, (record) => rules.rename(record, { ...emptyValues(questionnaireFields), ...names }, ctx.actor))
export const writeOption = (
  ctx: Ctx,
  id: string,
  version: number | null,
  scale: Scale,
  key: string,
  values: Values<typeof optionFields>,
): Done => deed(ctx, id, version, (record) => rules.writeOption(record, scale, key, values, ctx.actor))
export const writeSection = (ctx: Ctx, id: string, version: number | null, key: string, values: Values<typeof sectionFields>): Done =>
  deed(ctx, id, version, (record) => rules.writeSection(record, key, values, ctx.actor))
export const writeQuestion = (
  ctx: Ctx,
  id: string,
  version: number | null,
  section: string,
  key: string,
  values: Values<typeof questionFields>,
): Done => deed(ctx, id, version, (record) => rules.writeQuestion(record, section, key, values, ctx.actor))
export const takeOut = (ctx: Ctx, id: string, version: number | null, what: rules.Taken): Done =>
  deed(ctx, id, version, (record) => rules.takeOut(record, what, ctx.actor))
export const moveUp = (ctx: Ctx, id: string, version: number | null, what: Parameters<typeof rules.moveUp>[1]): Done =>
  deed(ctx, id, version, (record) => rules.moveUp(record, what, ctx.actor))
export const publishQuestionnaire = (ctx: Ctx, id: string, version: number | null): Done =>
  deed(ctx, id, version, (record) => rules.publish(record, ctx.actor, ctx.now))
export const retireQuestionnaire = (ctx: Ctx, id: string, version: number | null): Done =>
  deed(ctx, id, version, (record) => rules.retire(record, ctx.actor))
export const discardQuestionnaire = (ctx: Ctx, id: string, version: number | null): Done =>
  deed(ctx, id, version, (record) => rules.discard(record, ctx.actor))
