import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../db/database.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { type Actor, clockwork, type Role } from '../../kernel/actor.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import type { Form } from '../../kernel/fields.ts'
import type { Asked, GetAnswer, PostAnswer, Route } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import { mailboxes } from '../../kernel/imap.ts'
import type { InOrganisation } from '../../kernel/jobs.ts'
import { openId } from '../../kernel/openid.ts'
import { folderVault } from '../../kernel/vault.ts'
import { draw } from '../../ui/render.ts'
import { casePart } from '../deviation/settings/part.ts'
import { createOrganisation, profiles } from '../organisation/public.ts'
import { generalPart } from '../organisation/settings/part.ts'

/** A house without a queue: what is enqueued is kept, so that a test can look. */
export type TestHouse = House & { readonly enqueued: { readonly queue: string; readonly data: object }[] }
export const testHouse = (): TestHouse => {
  const enqueued: TestHouse['enqueued'] = []
  return {
    baseUrl: 'https://varde.test',
    demo: true,
    mails: true,
    houseKey: new Uint8Array(32),
    masters: { newest: new Uint8Array(32), older: [] },
    enqueued,
    enqueue: async (_, queue, data) => {
      enqueued.push({ queue, data })
    },
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
}

export type Staff = {
  readonly organisationId: string
  /** Teaches, and has `leader` as leader; writes in nynorsk. */
  readonly teacher: string
  readonly leader: string
  readonly dpo: string
  readonly controller: string
  readonly auditor: string
  readonly actor: (personId: string, ...roles: readonly Role[]) => Actor
}

/** One organisation with five people, each a role and no more. */
export async function staffOf(db: Database, house: House, now: Date): Promise<Staff> {
  const slug = `prove-${randomUUID().slice(0, 8)}`
  return asOwner(db, async (tx) => {
    const { id } = await createOrganisation({ tx, now, house }, { name: `Prøve ${slug}`, slug, profile: profiles.sauda, demo: true })
    const person = async (name: string, role: Role | null, locale: 'nb' | 'nn' | null, leader: string | null) => {
      const personId = newId(now)
      const email = `${name.toLowerCase()}@${slug}.test`
      await tx.insertInto('person').values({ organisation_id: id, id: personId, name, email, locale, leader_id: leader }).execute()
      if (role)
        await tx
          .insertInto('role_assignment')
          .values({ organisation_id: id, id: newId(now), person_id: personId, role, from_date: '2020-01-01' })
          .execute()
      return personId
    }
    const controller = await person('Kommunedirektor', 'controller', 'nb', null)
    const leader = await person('Leiar', null, null, controller)
    return {
      organisationId: id,
      controller,
      leader,
      teacher: await person('Larar', null, 'nn', leader),
      dpo: await person('Personvernombod', 'dpo', 'nb', leader),
      auditor: await person('Revisor', 'auditor', 'nb', null),
      actor: (personId, ...roles) => ({
        personId,
        organisationId: id,
        roles: ['employee', ...roles],
        unitId: null,
        leads: [],
        profileVersion: 1,
      }),
    }
  })
}

/** Plays one request of this actor, or of the clockwork where there is none. */
export const played = <T>(db: Database, house: House, staff: Staff, now: Date, work: (ctx: Ctx) => Promise<T>, actor?: Actor): Promise<T> =>
  inOrganisations(db, [staff.organisationId], (tx) => work({ tx, now, house, actor: actor ?? clockwork(staff.organisationId, 1) }))

export const clockworkOf =
  (db: Database, house: House, now: Date): InOrganisation =>
  (organisationId, work) =>
    inOrganisations(db, [organisationId], (tx) => work({ tx, now, house, actor: clockwork(organisationId, 1) }))

export type Ask = (method: Route['method'], address: string, by: Actor, form?: Form) => Promise<GetAnswer | PostAnswer>

/** One request to a module's own routes, without the shell around. */
export const askOf =
  (db: Database, house: House, staff: Staff, now: Date, routes: readonly Route[]): Ask =>
  (method, address, by, form = {}) => {
    const { pathname, searchParams: query } = new URL(address, house.baseUrl)
    const asTyped = (path: string) => new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(pathname)
    const route = routes.find((one) => one.method === method && asTyped(one.path))
    if (!route) throw new Error(`There is no ${method} ${pathname}`)
    const asked = {
      locale: 'nb' as const,
      path: pathname,
      params: { ...asTyped(route.path)?.groups },
      query,
      form,
      uploaded: { files: [], refused: [] },
      address: '',
      token: null,
      device: null,
      underWay: null,
      languageChosen: false,
      usualPlace: null,
    }
    return played(db, house, staff, now, (ctx) => answeredAtOnce(route, { ctx, ...asked }), by)
  }

/** No page here asks another machine first. */
async function answeredAtOnce(route: Route, asked: Asked): Promise<GetAnswer | PostAnswer> {
  const answer = await route.answer(asked)
  if (answer.kind === 'askFirst') throw new Error(`${route.path} asks another machine first`)
  return answer
}

/** The page as text, without the frame that the shell draws. */
export const drawn = (answer: GetAnswer | PostAnswer): string => {
  if (answer.kind !== 'page') throw new Error(`The answer is no page but ${answer.kind}.`)
  return draw(answer.body)
}
