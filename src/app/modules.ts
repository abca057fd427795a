import type { Expirings } from '../kernel/expiring.ts'
import type { Module } from '../kernel/module.ts'
import { access } from '../modules/access/module.ts'
import { actionPlan } from '../modules/action-plan/module.ts'
import { agreementRequests } from '../modules/agreement-requests/module.tsx'
import { agreements } from '../modules/agreements/module.tsx'
import { annualWheel } from '../modules/annual-wheel/module.tsx'
import { approvals } from '../modules/approvals/module.ts'
import type { Documenteds } from '../modules/archive/archive.ts'
import { archive } from '../modules/archive/module.tsx'
import { audit } from '../modules/audit/module.ts'
import { calendar } from '../modules/calendar/module.ts'
import { cameras } from '../modules/cameras/module.ts'
import { cards } from '../modules/cards/module.ts'
import { comments } from '../modules/comments/module.ts'
import { dataFlow } from '../modules/data-flow/module.ts'
import { delegations } from '../modules/delegations/module.tsx'
import { deviation } from '../modules/deviation/module.ts'
import { caseIdsOf, caseNumbersOf } from '../modules/deviation/public.ts'
import { directory } from '../modules/directory/module.tsx'
import { disclosures } from '../modules/disclosures/module.ts'
import { documents } from '../modules/documents/module.ts'
import { dpia } from '../modules/dpia/module.tsx'
import { employment } from '../modules/employment/module.ts'
import { equipment } from '../modules/equipment/module.tsx'
import { ethics } from '../modules/ethics/module.ts'
import { files } from '../modules/files/module.tsx'
import { glossary } from '../modules/glossary/module.ts'
import { guidance } from '../modules/guidance/module.tsx'
import { identity } from '../modules/identity/module.tsx'
import { informationNotices } from '../modules/information-notices/module.ts'
import { internalControl } from '../modules/internal-control/module.tsx'
import { kept } from '../modules/kept/module.ts'
import { links } from '../modules/links/module.ts'
import type { Linkings } from '../modules/links/public.tsx'
import { logReviews } from '../modules/log-reviews/module.tsx'
import { mailboxAccess } from '../modules/mailbox-access/module.ts'
import { messages } from '../modules/messages/module.tsx'
import { notices } from '../modules/notices/module.tsx'
import { organisation } from '../modules/organisation/module.ts'
import { people } from '../modules/people/module.ts'
import { processing } from '../modules/processing/module.tsx'
import { questionnaire } from '../modules/questionnaire/module.ts'
import { questions } from '../modules/questions/module.ts'
import { recordings } from '../modules/recordings/module.ts'
import { retention } from '../modules/retention/module.ts'
import { reviews } from '../modules/reviews/module.ts'
import { risks } from '../modules/risks/module.tsx'
import { sharing } from '../modules/sharing/module.tsx'
import type { Shareables } from '../modules/sharing/sharing.ts'
import { sources } from '../modules/sources/module.ts'
import { storageGuide } from '../modules/storage-guide/module.tsx'
import { subjectRequests } from '../modules/subject-requests/module.ts'
import { suppliers } from '../modules/suppliers/module.ts'
import { systemChanges } from '../modules/system-changes/module.tsx'
import { systemLife } from '../modules/system-life/module.ts'
import { systems } from '../modules/systems/module.ts'
import { tasks } from '../modules/tasks/module.tsx'
import { training } from '../modules/training/module.ts'
import { versions } from '../modules/versions/module.ts'
import { views } from '../modules/views/module.ts'
import { workProcesses } from '../modules/work-processes/module.ts'
import { zones } from '../modules/zones/module.ts'
import { logOf } from './log.ts'
import { ofKind } from './of-kind.ts'
import { shell } from './shell.ts'
import { whereUsed } from './used.ts'

export const log = logOf(() => modules)

/** Who reads the history of a kind of record, and who comments it. */
const versionedOf = (type: string) =>
  ofKind(
    modules.map((one) => one.versions),
    type,
  )
export const commentedOf = (type: string) =>
  ofKind(
    modules.map((one) => one.comments),
    type,
  )

/** How all kinds of record hang together. */
export const linkings: Linkings = {
  of: (type) =>
    ofKind(
      modules.map((one) => one.links),
      type,
    ),
  all: () => modules.flatMap((one) => Object.entries(one.links ?? {})),
  rules: () => modules.flatMap((one) => one.marks ?? []),
}

/** The kinds of record that are written once and used by many organisations. */
const shareables: Shareables = (type) =>
  ofKind(
    modules.map((one) => one.shared),
    type,
  )

/** What is planned in the records of each module. */
const planned = () => modules.flatMap((one) => one.planned ?? [])

/** Varde's own records that go by themselves. */
export const expirings: Expirings = (kind) => {
  const found = ofKind(
    modules.map((one) => one.expiring),
    kind,
  )
  if (!found) throw new Error(`no module says when ${kind} goes`)
  return found
}

/** All kinds of record that are, or hold, documents. */
const documenteds: Documenteds = {
  of: (type) =>
    ofKind(
      modules.map((one) => one.documented),
      type,
    ),
  all: () => modules.flatMap((one) => Object.entries(one.documented ?? {})),
}

/**
 * The table of contents: every module in the order of dependence. One may ask only those above it, and only their public.ts;
 * `npm run check` reads this list (scripts/check-imports.ts), so there can be no cycle.
 */
const table: readonly Module[] = [
  shell(() => modules),
  organisation(() => profileParts),
  people,
  views,
  kept,
  identity,
  directory,
  audit({ idsOf: caseIdsOf, numbersOf: caseNumbersOf }, log),
  tasks,
  messages,
  documents,
  files,
  versions(versionedOf),
  comments(commentedOf),
  reviews,
  approvals,
  links(linkings),
  suppliers,
  systems,
  logReviews({ idsOf: caseIdsOf, numbersOf: caseNumbersOf }, log, linkings),
  zones,
  access,
  employment,
  mailboxAccess,
  workProcesses,
  sources,
  guidance,
  glossary,
  deviation,
  notices,
  processing,
  delegations,
  dataFlow,
  storageGuide,
  questions,
  agreements,
  agreementRequests,
  subjectRequests,
  informationNotices,
  disclosures,
  risks,
  systemChanges,
  systemLife,
  training,
  dpia,
  cameras,
  recordings,
  questionnaire,
  internalControl,
  annualWheel,
  retention(expirings),
  ethics,
  cards,
  equipment,
  sharing(shareables),
  archive(documenteds, linkings),
  actionPlan(planned),
  calendar,
]
export const modules: readonly Module[] = table.map(whereUsed)

export const profileParts = modules.flatMap(({ profile }) => profile ?? [])

/** Every column that holds what is sealed with the key of an organisation. */
export const sealedPlaces = modules.flatMap(({ sealed }) => sealed ?? [])
