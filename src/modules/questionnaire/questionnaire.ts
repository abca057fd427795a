import type { Happening, Refused } from '../../kernel/change.ts'
import type { Versioned } from '../../kernel/deed.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Content } from './content.ts'
import type { answerFields, campaignFields, questionnaireFields } from './fields.ts'

/** One edition of a questionnaire. Those that follow from each other are a family: answers of two years are compared by it. */
export type Questionnaire = Versioned & {
  readonly familyId: string
  readonly edition: number
  readonly values: Values<typeof questionnaireFields>
  readonly status: 'draft' | 'published' | 'retired'
  readonly content: Content
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
}

/** A round: one edition, answered by some units between two dates. */
export type Campaign = Versioned & {
  readonly values: Values<typeof campaignFields>
  readonly administrator: string
  readonly status: 'planned' | 'open' | 'closed'
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

/** A unit as it stood when the round opened. `parent`: the nearest unit above it that answers too. */
export type CampaignUnit = Versioned & {
  readonly campaignId: string
  readonly unitId: string
  readonly name: string
  readonly kind: string
  readonly parentId: string | null
  readonly depth: number
  readonly position: number
  readonly dueOn: string
  readonly status: 'open' | 'sent'
  readonly sentAt: Date | null
  readonly delegate: string | null
  /** How many people it had, with those below it. */
  readonly people: number
}

/** What a unit answers to one question, and what becomes of it. */
export type Answer = Values<typeof answerFields>
export type Answers = ReadonlyMap<string, Answer>

/** A question sent on to whoever knows. */
export type Forward = {
  readonly id: string
  readonly campaignUnitId: string
  readonly question: string
  readonly askedBy: string
  readonly asked: string
  readonly note: string | null
  readonly askedAt: Date
  readonly status: 'open' | 'answered' | 'withdrawn'
}

export type QuestionnaireEvent =
  | Refused<'questionnaire'>
  | (Happening & { readonly type: 'questionnaire.begun' | 'questionnaire.published' | 'questionnaire.retired' | 'questionnaire.discarded' })
  | { readonly type: 'questionnaire.edited'; readonly what: 'name' | 'option' | 'section' | 'question' }

export type CampaignEvent =
  | Refused<'campaign'>
  | (Happening & { readonly type: 'campaign.planned' | 'campaign.closed' | 'campaign.reported' })
  | { readonly type: 'campaign.edited'; readonly fields: readonly string[] }
  | { readonly type: 'campaign.opened'; readonly units: number }

/** Of one unit. Who did it is in no event: the log would say who answered (S2-06). */
export type CampaignUnitEvent =
  | Refused<'campaign_unit'>
  | { readonly type: 'campaign_unit.answered'; readonly questions: readonly string[] }
  | { readonly type: 'campaign_unit.forwarded' | 'campaign_unit.knew' | 'campaign_unit.actionDone'; readonly question: string }
  | (Happening & {
      readonly type: 'campaign_unit.sent' | 'campaign_unit.reopened' | 'campaign_unit.handedOver' | 'campaign_unit.moved'
    })
