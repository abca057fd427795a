import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import type { Campaign, CampaignUnit } from './questionnaire.ts'

/** Roles that have what belongs to nobody: they run the yearly internal control. */
export const runners = ['dpo', 'gdprUnit', 'privacyAdviser', 'ciso', 'controller'] as const

/** Those who write questionnaires and run rounds; whoever stands in for a vacant role does its work. */
export const mayRun = (actor: Actor): boolean => worksAs(actor, ...runners)

/** The report is for those who run it, and those who answer for or look into the whole. */
export const mayReadReport = (actor: Actor): boolean => mayRun(actor) || hasRole(actor, 'managementGroup', 'auditor')

/** Who a unit is asked of: its leader and those above, and whoever they gave it to (the actor leads all units below as well). */
export const mayAnswer = ({ unitId, delegate }: Pick<CampaignUnit, 'unitId' | 'delegate'>, actor: Actor): boolean =>
  actor.leads.includes(unitId) || delegate === actor.personId

/** Of a unit with so few people the answers would tell of somebody. */
export const isSmall = ({ people }: Pick<CampaignUnit, 'people'>, fewest: number): boolean => people < fewest

/**
 * What a unit has answered is read by itself, by those above it and those who run the round, and by those who read the report where it is
 * not small: what the report does not say is read nowhere else.
 */
export const mayReadUnit = (unit: Pick<CampaignUnit, 'unitId' | 'delegate' | 'people'>, actor: Actor, fewest: number): boolean =>
  mayAnswer(unit, actor) || mayRun(actor) || (mayReadReport(actor) && !isSmall(unit, fewest))

/** Who gives a unit to somebody: those who may answer for it, and those who run the round. */
export const mayHandOver = (unit: Pick<CampaignUnit, 'unitId'>, actor: Actor): boolean => actor.leads.includes(unit.unitId) || mayRun(actor)

/** Who answered is seen by one person: the administrator of the round (S2-06). */
export const seesRespondents = ({ administrator }: Pick<Campaign, 'administrator'>, actor: Actor): boolean =>
  administrator === actor.personId
