import { addMonths, localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { capital, type Locale, type Localised } from '../../kernel/texts.ts'
import type { Processed } from '../agreements/public.ts'
import type { UnitDisclosure, UnitExtract } from '../disclosures/public.ts'
import type { RequestFigures } from '../subject-requests/public.ts'
import type { Known } from './content.ts'
import { texts } from './texts.ts'

// What the registers know, in words: pure, so that the same facts are shown beside a question and anywhere else.

/** An activity of the unit, with what the questions ask of it. */
export type Activity = {
  readonly id: string
  readonly name: string
  readonly kind: 'administrative' | 'research'
  readonly status: 'draft' | 'approved' | 'changed'
  readonly touchedAt: Date
  readonly sensitive: boolean
  readonly notifiedAt: Date | null
  readonly permission: 'granted' | 'refused' | null
  readonly approval: 'none' | 'priorConsultation' | 'licence' | null
  readonly reference: string | null
  readonly outside: 'notNotified' | 'notified' | 'assessed' | null
  readonly consent: boolean
  readonly deletionRoutine: string | null
  /** How many of the four sides of data quality are answered: it is confirmed when all are (S0-06). */
  readonly sides: number
}
export type OwnSystem = {
  readonly id: string
  readonly name: string
  readonly assessed: boolean
  readonly accessControl: boolean
  readonly routine: boolean
  /** Registered and not removed, counted: who has them is read by those who may. */
  readonly granted: number
}
export type MeasureCount = { readonly kind: string; readonly preventing: number; readonly detecting: number }
/** A camera that hangs in the unit’s area. */
export type OwnCamera = { readonly id: string; readonly name: string; readonly site: string | null; readonly status: string }
export type RuleLink = { readonly name: string; readonly address: string; readonly level: string; readonly chapter: string | null }
export type Facts = {
  /** Who answers for the whole: the position that the profile names, and who holds it today (S2-08). */
  readonly controller: { readonly title: Localised; readonly holders: readonly string[] }
  readonly activities: readonly Activity[]
  /** Those in the unit who see its notifications in the research archive; null where it has no access, or nobody has said (S2-27). */
  readonly portal: readonly string[] | null
  readonly processed: readonly Processed[]
  readonly systems: readonly OwnSystem[]
  readonly measures: readonly MeasureCount[]
  readonly cases: number
  readonly cameras: readonly OwnCamera[]
  /** Whether whoever reads this may register one. */
  readonly addsCamera: boolean
  /** Activities that rest on consent, and whose consent nobody has described. */
  readonly consentsLacking: readonly string[]
  /** This year's requests about own data; null where they are not asked about. */
  readonly requests: RequestFigures | null
  readonly disclosures: readonly UnitDisclosure[]
  readonly extracts: readonly UnitExtract[]
  /** The share of the unit’s people who have the training they are to have; null where there is none, or it could tell of somebody. */
  readonly trained: number | null
  /** The rules that govern processing, for whoever is to know them (S2-11). */
  readonly rules: readonly RuleLink[]
  /** The organisation's routine for deviations, where it is in force (S2-63). */
  readonly routine: string | undefined
}

export type KnownRow = { readonly name: string; readonly href: string | null; readonly beside: string }
export type KnownPart = {
  /** How much there is, in a few words: what one reads before opening it. */
  readonly lead: string
  readonly rows: readonly KnownRow[]
  readonly all: { readonly href: string; readonly label: string } | null
  /** What may be begun from here. */
  readonly begins?: { readonly href: string; readonly label: string }
}

/** Nobody has looked at it for a year: the same limit as the record of processing has (S2-20). */
export const isOld = ({ touchedAt }: Activity, now: Date): boolean => addMonths(localDate(touchedAt), 12) <= localDate(now)

/** `unit`: where the lists of that unit are. */
export function knownPart(known: Known, facts: Facts, unit: string, now: Date, locale: Locale): KnownPart {
  const t = texts(locale).facts
  const all = (href: string) => ({ href, label: t.more })
  const day = (at: Date) => formatDate(localDate(at), locale)
  const row = ({ id, name }: { readonly id: string; readonly name: string }, beside: string): KnownRow => ({
    name,
    beside,
    href: `/behandlinger/${id}`,
  })
  const activities = `/behandlinger?enhet=${unit}`
  const of = (some: readonly Activity[], beside: (one: Activity) => string): KnownPart => ({
    lead: some.length === 0 ? t.none : t.counted(some.length),
    rows: some.map((one) => row(one, beside(one))),
    all: all(activities),
  })
  const reviewed = (one: Activity) => (isOld(one, now) ? t.stale(day(one.touchedAt)) : t.touched(day(one.touchedAt)))
  switch (known) {
    case 'processings':
      return of(facts.activities, (one) => `${t.stands[one.status]}, ${reviewed(one)}`)
    case 'overview':
      return {
        ...of(facts.activities, (one) => `${t.stands[one.status]}, ${reviewed(one)}`),
        begins: { href: `/egne-opplysninger/oversikt?enhet=${unit}`, label: t.makeOverview },
      }
    case 'notices':
      return of(
        facts.activities.filter(({ kind }) => kind === 'administrative'),
        ({ notifiedAt }) => (notifiedAt ? t.notified(day(notifiedAt)) : t.notNotified),
      )
    case 'licences':
      return of(
        facts.activities.filter(({ approval }) => approval === 'licence' || approval === 'priorConsultation'),
        ({ approval }) => (approval === 'licence' ? t.licence : t.consulted),
      )
    case 'sensitive':
      return of(
        facts.activities.filter(({ kind, sensitive }) => kind === 'administrative' && sensitive),
        ({ permission }) => (permission === 'granted' ? t.permitted : permission === 'refused' ? t.refused : t.waits),
      )
    case 'research': {
      const part = of(
        facts.activities.filter(({ kind }) => kind === 'research'),
        ({ reference, outside }) =>
          [outside && t.outside[outside], reference ? t.reference(reference) : t.noReference].filter(Boolean).join(', '),
      )
      return facts.portal ? { ...part, lead: `${part.lead} ${t.portal(facts.portal)}` } : part
    }
    case 'consent':
      return of(
        facts.activities.filter(({ consent }) => consent),
        ({ id, status }) => `${t.stands[status]}, ${facts.consentsLacking.includes(id) ? t.consentLacks : t.consentWhole}`,
      )
    case 'deletion': {
      const says = facts.activities.filter(({ deletionRoutine }) => deletionRoutine !== null)
      const part = of(facts.activities, ({ deletionRoutine }) => deletionRoutine ?? t.noStorage)
      return { ...part, lead: facts.activities.length === 0 ? t.none : t.share(says.length, facts.activities.length) }
    }
    case 'processors': {
      const bad = facts.processed.filter(({ coverage }) => coverage !== 'covered').length
      return {
        lead: facts.processed.length === 0 ? t.none : t.processors(facts.processed.length, bad),
        rows: facts.processed.map((one) => ({ ...row(one, t.coverage[one.coverage]), name: `${one.by.name}: ${one.name}` })),
        all: all(`/databehandleravtaler/mangler?enhet=${unit}`),
      }
    }
    case 'systems':
      return {
        lead: facts.systems.length === 0 ? t.none : t.systems(facts.systems.length),
        rows: facts.systems.map(({ id, name, assessed, accessControl, routine, granted }) => ({
          name,
          href: `/systemer/${id}`,
          beside: [
            routine ? t.routine : t.noRoutine,
            assessed ? t.assessed : t.notAssessed,
            accessControl ? t.accessControl : null,
            t.granted(granted),
          ]
            .filter(Boolean)
            .join(', '),
        })),
        all: all(`/systemer?enhet=${unit}`),
        begins: { href: '/sporsmal/nytt?type=routine', label: t.lackRoutine },
      }
    case 'measures':
      return {
        lead:
          facts.measures.length === 0
            ? t.none
            : facts.measures.map((one) => `${t.measure[one.kind] ?? one.kind}: ${t.effects(one.preventing, one.detecting)}`).join('. '),
        rows: [],
        all: null,
      }
    case 'cameras': {
      const bad = facts.cameras.filter(({ status }) => status === 'unauthorised').length
      return {
        lead: facts.cameras.length === 0 ? t.noCameras : t.cameras(facts.cameras.length, bad),
        rows: facts.cameras.map(({ id, name, site, status }) => ({
          name,
          href: `/kameraer/${id}`,
          beside: [site, t.camera[status] ?? status].filter(Boolean).join(', '),
        })),
        all: all(`/kameraer?enhet=${unit}`),
        ...(facts.addsCamera && { begins: { href: '/kameraer/nytt', label: t.findCamera } }),
      }
    }
    case 'requests':
    case 'exports':
    case 'extracts':
      return givenOut(known, facts, unit, locale)
    case 'training':
      return {
        lead: facts.trained === null ? t.noShare : t.trained(facts.trained),
        rows: facts.rules.map(({ name, address, chapter }) => ({ name, href: address, beside: chapter ?? '' })),
        all: null,
      }
    case 'controller': {
      const title = capital(facts.controller.title[locale])
      const { holders } = facts.controller
      return { lead: holders.length > 0 ? `${title}: ${holders.join(', ')}` : t.noController(title), rows: [], all: null }
    }
    case 'attempts':
      return { lead: t.attempts, rows: [], all: null }
    case 'deviations':
      return {
        lead: t.cases(facts.cases),
        rows: [],
        all: facts.cases > 0 ? { href: `/avvik?enhet=${unit}`, label: t.casesLink } : null,
        ...(facts.routine && { begins: { href: `/veiledning/${facts.routine}`, label: t.deviationRoutine } }),
      }
  }
}

/** What was asked about own data, what was asked to be given out, and what was: counted, or each with who decided. */
function givenOut(
  known: 'requests' | 'exports' | 'extracts',
  { requests, disclosures, extracts }: Facts,
  unit: string,
  locale: Locale,
): KnownPart {
  const t = texts(locale).facts
  switch (known) {
    case 'requests':
      return { lead: requests === null || requests.all === 0 ? t.noRequests : t.requests(requests), rows: [], all: null }
    case 'exports':
      return {
        lead: disclosures.length === 0 ? t.noExports : t.exports(disclosures.length),
        rows: disclosures.map(({ id, name, status, decidedBy }) => ({
          name,
          href: `/utlevering/${id}`,
          beside: [t.exportStands[status], decidedBy && t.decidedBy(decidedBy)].filter(Boolean).join(', '),
        })),
        all: { href: `/utlevering?enhet=${unit}`, label: t.more },
      }
    case 'extracts': {
      const without = extracts.filter(({ approval }) => approval === null).length
      return {
        lead: extracts.length === 0 ? t.noExtracts : t.extracts(extracts.length, without),
        rows: extracts.map(({ id, name, madeOn, approval }) => ({
          name,
          href: `/uttrekk/${id}`,
          beside: `${formatDate(madeOn, locale)}, ${approval === null ? t.withoutApproval : t.approval(approval)}`,
        })),
        all: { href: `/uttrekk?enhet=${unit}`, label: t.more },
      }
    }
  }
}
