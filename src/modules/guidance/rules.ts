import { type Actor, hasRole } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { changed, emptyValues, missing } from '../../kernel/fields.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import { type ControlQuestion, controlQuestions, type Given, questionsWrong } from './control-questions.ts'
import { adoptFields, articleFields, recordFields, standingFields } from './fields.ts'
import type { Adoption, Answers, Article, ArticleEvent, Edition, Published } from './guidance.ts'
import { workflow } from './workflow.ts'

type ArticleOutcome = Outcome<Article, ArticleEvent>

/** How long an edition is kept after another has taken its place (S2-53: five years). */
export const keptYears = 5

/** Those who answer for guidance in the whole organisation. */
export const mayKeep = (actor: Actor): boolean => hasRole(actor, 'admin', 'dpo', 'ciso', 'privacyAdviser', 'gdprUnit', 'privacyContact')
/** A leader writes routines for what is theirs (S0-07). */
export const mayAdd = (actor: Actor): boolean =>
  mayKeep(actor) || hasRole(actor, 'leader', 'unitHead', 'systemOwner') || actor.leads.length > 0

type Held = { readonly values: Pick<Answers, 'owner' | 'unit'> }
const leadsIt = ({ values }: Held, actor: Actor) => values.unit !== null && actor.leads.includes(values.unit)
export const mayEdit = (record: Held, actor: Actor): boolean =>
  mayKeep(actor) || record.values.owner === actor.personId || leadsIt(record, actor)
/** Whoever answers for the whole, or leads the unit it is for: the controller and the management group adopt, and so may these. */
export const mayAdopt = (record: Held, actor: Actor): boolean =>
  mayKeep(actor) || hasRole(actor, 'controller', 'managementGroup') || leadsIt(record, actor)

const plain = registerRules('article', recordFields, { mayAdd, mayEdit, refuses: wrong })

function wrong(values: Answers) {
  const { validFrom, validUntil } = values
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) return refuse('endsBeforeStart', ['validUntil'])
  const unread = (['checkNb', 'checkNn', 'checkEn'] as const).filter((name) => controlQuestions(values[name]) === null)
  return unread.length > 0 ? refuse('questionsUnread', unread) : null
}

/** A new article is a draft. Whoever has a unit of their own writes for it, unless they answer for all. */
export function addArticle(id: string, values: Answers, actor: Actor, startKey: string | null = null): ArticleOutcome {
  if (mayAdd(actor) && !mayEdit({ values }, actor)) return refuse('notYourUnit', ['unit'])
  return plain.add(id, { ...emptyValues(standingFields), ...values, status: 'draft', edition: 0, startKey }, actor)
}

/** What is in force stays what it was: the edit is a draft of the next edition (S4-005). */
export function editArticle(record: Article, values: Answers, actor: Actor): ArticleOutcome {
  if (!goesFrom(workflow.edit, record.values.status)) return refuse('notNow')
  if (!mayEdit(record, actor)) return refuse('notAllowed')
  if (!mayEdit({ values }, actor)) return refuse('notYourUnit', ['unit'])
  const fields = changed(articleFields, record.values, values)
  if (fields.length === 0) return refuse('nothingChanged')
  const next = { ...record.values, ...values, status: 'draft' as const, reviewedBy: null, reviewedAt: null }
  const outcome = plain.edit(record, next, actor)
  return outcome.ok ? change<Article, ArticleEvent>(outcome.next, { type: 'article.edited', fields }) : outcome
}

export const isWritten = ({ bodyNb, bodyNn, bodyEn }: Pick<Answers, 'bodyNb' | 'bodyNn' | 'bodyEn'>): boolean =>
  bodyNb !== null || bodyNn !== null || bodyEn !== null

/** Reviewed, by whoever may: what `approvals` asks before it calls this. */
export function markReviewed(record: Article, actor: Actor, now: Date): ArticleOutcome {
  if (!goesFrom(workflow.review, record.values.status)) return refuse('notNow')
  if (!isWritten(record.values)) return refuse('textMissing')
  const next = { ...record.values, status: 'reviewed' as const, reviewedBy: actor.personId, reviewedAt: now }
  return change<Article, ArticleEvent>({ ...record, values: next }, { type: 'article.reviewed' })
}

/** In force: by whom it was adopted, and when; a handbook names the minutes too (S4-012). */
export function adoptArticle(record: Article, adoption: Adoption, actor: Actor, now: Date): ArticleOutcome {
  const { values } = record
  if (!mayAdopt(record, actor)) return refuse('notAllowed')
  if (values.status === 'adopted') return refuse('nothingChanged')
  if (!goesFrom(workflow.adopt, values.status)) return refuse('notReviewed')
  const gaps = missing(adoptFields, adoption)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (values.kind === 'handbook' && adoption.minutes === null) return refuse('minutesMissing', ['minutes'])
  if (adoption.adoptedOn !== null && adoption.adoptedOn > localDate(now)) return refuse('adoptedLater', ['adoptedOn'])
  const edition = (values.edition ?? 0) + 1
  const standing = {
    status: 'adopted' as const,
    edition,
    publishedAt: values.publishedAt ?? now,
    changedAt: now,
    checkedOn: localDate(now),
  }
  return change<Article, ArticleEvent>({ ...record, values: { ...values, ...adoption, ...standing } }, { type: 'article.adopted', edition })
}

/** Out of use, with what stands in its place. That may be said later too, when the other text has been adopted. */
export function retireArticle(record: Article, replacedBy: string | null, actor: Actor, today: LocalDate): ArticleOutcome {
  if (!mayAdopt(record, actor)) return refuse('notAllowed')
  if (replacedBy === record.id) return refuse('replacedByItself', ['replacedBy'])
  const { values } = record
  if (goesFrom(workflow.replace, values.status))
    return values.replacedBy === replacedBy
      ? refuse('nothingChanged')
      : change<Article, ArticleEvent>({ ...record, values: { ...values, replacedBy } }, { type: 'article.replaced' })
  const next = { ...values, status: 'retired' as const, retiredOn: today, replacedBy }
  return change<Article, ArticleEvent>({ ...record, values: next }, { type: 'article.retired' })
}

/** How a reader answered what goes with the text. Wrong answers are kept nowhere. */
type Answered = { readonly asked: readonly ControlQuestion[]; readonly given: Given }

/** "I have read it and will follow it": of the edition that was read, and of none that has come since. */
export function confirmArticle(
  published: Published,
  edition: number,
  confirmed: boolean,
  { asked, given }: Answered,
): Outcome<Published, ArticleEvent> {
  if (published.values.mustConfirm !== 'yes') return refuse('notNow')
  if (published.values.edition !== edition) return refuse('newEdition')
  if (confirmed) return refuse('nothingChanged')
  const mistaken = questionsWrong(asked, given)
  if (mistaken.length > 0) return refuse('readAgain', mistaken)
  return change<Published, ArticleEvent>(published, { type: 'article.confirmed', edition })
}

/**
 * By which day an edition is to be confirmed: so many days after it came, or after its reader was first asked, where they came later. `asked`:
 * the day they have been given, which stays; an edition that has come since gives them its own.
 */
export function confirmBy(changedOn: LocalDate, asked: LocalDate | null, days: number, today: LocalDate): LocalDate {
  const ofEdition = addDays(changedOn, days)
  const ofReader = asked ?? addDays(today, days)
  if (ofReader > ofEdition) return ofReader
  return ofEdition
}

/** The day an edition may be deleted from, when another took its place on `replacedOn`. */
export const keepUntil = (replacedOn: LocalDate): LocalDate => addMonths(replacedOn, 12 * keptYears)

/** An edition that was in force is kept for five years after it was replaced. */
export function deleteEdition(record: Article, edition: Edition, actor: Actor, today: LocalDate): ArticleOutcome {
  if (!mayKeep(actor)) return refuse('notAllowed')
  if (edition.keepUntil === null) return refuse('inForce')
  if (edition.keepUntil > today) return refuse('keptLonger')
  return change<Article, ArticleEvent>(record, { type: 'article.editionDeleted', edition: edition.edition })
}

/** Nobody has looked through it for so long (S3-01): the day itself is still within the year. */
export const isStale = (checkedOn: LocalDate | null, months: number, today: LocalDate): boolean =>
  checkedOn !== null && addMonths(checkedOn, months) < today

/** In force today, by its own dates. */
export const isValid = ({ validFrom, validUntil }: Pick<Answers, 'validFrom' | 'validUntil'>, today: LocalDate): boolean =>
  (validFrom === null || validFrom <= today) && (validUntil === null || validUntil >= today)
