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

/** What a unit has answered is read by itself, by those above it, and by those who read the report. */
export const mayReadUnit = (unit: Pick<CampaignUnit, 'unitId' | 'delegate'>, actor: Actor): boolean =>
  mayAnswer(unit, actor) || mayReadReport(actor)

/** Who gives a unit to somebody: those who may answer for it, and those who run the round. */
export const mayHandOver = (unit: Pick<CampaignUnit, 'unitId'>, actor: Actor): boolean => actor.leads.includes(unit.unitId) || mayRun(actor)

/** Who answered is seen by one person: the administrator of the round (S2-06). */
export const seesRespondents = ({ administrator }: Pick<Campaign, 'administrator'>, actor: Actor): boolean =>
  administrator === actor.personId
