import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../db/database.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { clockwork, type Role } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Happening, Outcome } from '../../kernel/change.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import { mailboxes } from '../../kernel/imap.ts'
import { openId } from '../../kernel/openid.ts'
import type { Preset } from '../../kernel/profile.ts'
import { folderVault } from '../../kernel/vault.ts'
import { casePart } from '../deviation/settings/part.ts'
import { createOrganisation, profiles } from '../organisation/public.ts'
import { generalPart } from '../organisation/settings/part.ts'
import { addPerson, addUnit, always, editUnit, giveRole } from './commands.ts'
import { loadActor } from './queries-actor.ts'

export const house: House = {
  baseUrl: 'http://localhost:3000',
  demo: false,
  mails: true,
  houseKey: new Uint8Array(32).fill(7),
  masters: { newest: new Uint8Array(32).fill(7), older: [] },
  enqueue: async () => {},
  profileParts: [generalPart, casePart],
  steps: async () => null,
  related: async () => [],
  find: async () => [],
  waysTo: async () => [],
  addenda: async () => [],
  remove: () => Promise.resolve([]),
  react: async () => {},
  opens: async () => true,
  attaches: async () => undefined,
  overview: async () => [],
  ofUnit: async () => [],
  reviewed: async () => undefined,
  approvals: async () => undefined,
  kindOf: () => null,
  isSensitive: async () => false,
  replyTo: async () => null,
  keeps: async () => false,
  demands: async () => null,
  vault: folderVault(join(tmpdir(), 'varde-test-files')),
  uploads: { bytes: 1_048_576, files: 20 },
  scans: false,
  leaked: async () => false,
  mailboxes: mailboxes({ dir: null, given: {} }),
  openid: openId({ hosts: [], secretsDir: null, secrets: {} }),
  sentence: ({ type }) => type,
}

/** Nobody of no organisation: who asks an open page. */
export const stranger = clockwork('00000000-0000-0000-0000-000000000000', 0)

/** One transaction of somebody not signed in. */
export const asStranger = <T>(db: Database, now: Date, work: (ctx: Ctx) => Promise<T>, own: Partial<House> = {}): Promise<T> =>
  inOrganisations(db, [], (tx) => work({ tx, now, house: { ...house, ...own }, actor: stranger }))

export type Place = {
  readonly id: string
  readonly top: string
  readonly school: string
  readonly classroom: string
  /** Leads the whole, the school; works in the classroom's unit. */
  readonly director: string
  readonly principal: string
  readonly teacher: string
  readonly admin: string
}

/** A small organisation with three levels and four people, made by the real deeds. */
export const makePlace = (db: Database, now: Date, preset: Preset = 'sandnes', slug: string = preset): Promise<Place> =>
  asOwner(db, async (tx) => {
    const ctx: Ctx = { tx, now, house, actor: stranger }
    const { id } = await createOrganisation(ctx, { name: `${slug} kommune`, slug, profile: profiles[preset], demo: false })
    const inside: Ctx = { ...ctx, actor: clockwork(id, 1) }
    const unit = async (name: string, parent: string | null) =>
      must(await addUnit(inside, { name, kind: 'unit', researchPortal: null, researchPortalPeople: [], parent, leader: null })).id
    const person = async (name: string, at: string, ...roles: Role[]) => {
      const made = must(await addPerson(inside, { name, email: `${name}@${slug}.example`, unit: at, leader: null, locale: null }))
      for (const role of roles) must(await giveRole(inside, made.id, null, always(role, localDate(now))))
      return made.id
    }
    const leads = async (unitId: string, name: string, parent: string | null, leader: string) =>
      must(await editUnit(inside, unitId, null, { name, kind: 'unit', researchPortal: null, researchPortalPeople: [], parent, leader }))
    const top = await unit('topp', null)
    const school = await unit('skole', top)
    const classroom = await unit('trinn', school)
    const director = await person('kommunedirektor', top, 'controller')
    const principal = await person('rektor', school)
    const teacher = await person('laerer', classroom)
    const admin = await person('administrator', top, 'admin')
    await leads(top, 'topp', null, director)
    await leads(school, 'skole', top, principal)
    return { id, top, school, classroom, director, principal, teacher, admin }
  })

/** One transaction as one of its people. */
export const asPerson = <T>(
  db: Database,
  organisationId: string,
  personId: string,
  now: Date,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> =>
  inOrganisations(db, [organisationId], async (tx) => {
    const signed = await loadActor(tx, organisationId, personId, now)
    if (!signed) throw new Error('Nobody of that id works there.')
    return work({ tx, now, house, actor: signed.actor })
  })

export function must<T>(outcome: Outcome<T, Happening>): T {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.why} ${outcome.fields.join(', ')}`)
  return outcome.next
}
