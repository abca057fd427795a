import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startClamd, type TestClamd, virus } from '../../../test/support/clamd.ts'
import { describeDatabase } from '../../../test/support/database.ts'
import { resealAll } from '../../app/reseal.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { clockwork } from '../../kernel/actor.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import { newId, type RecordKey } from '../../kernel/ids.ts'
import type { InOrganisation } from '../../kernel/jobs.ts'
import { addKey, forgetKeys } from '../../kernel/keys.ts'
import { forgetIn } from '../../kernel/lasting.ts'
import type { Incoming } from '../../kernel/upload.ts'
import { folderVault, type Vault } from '../../kernel/vault.ts'
import { house, makePlace } from '../people/factory.ts'
import { attach, openFile, removeFile } from './commands.ts'
import { fileSweep, removalHandler, scanHandler } from './jobs.ts'
import { clamd } from './jobs-scanner.ts'
import { clearFiles, filesOf, keyOf } from './queries.ts'
import { filePlaces, nameOf, openContent } from './store-content.ts'

const words = { nameless: 'uten navn' }

describeDatabase('A scanner', (db) => {
  const now = new Date('2026-03-02T08:00:00Z')
  const folder = mkdtempSync(join(tmpdir(), 'varde-vault-'))
  const vault = folderVault(folder)
  let scanner: TestClamd
  let organisationId: string
  let keeper: string
  let jobs: { readonly queue: string; readonly data: object }[] = []
  const ours: House = { ...house, vault, scans: true, enqueue: async (_, queue, data) => void jobs.push({ queue, data }) }
  const inOrganisation: InOrganisation = (id, work) =>
    inOrganisations(db(), [id], (tx) => work({ tx, actor: clockwork(id, 1), now, house: ours }))
  const as = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inOrganisation(organisationId, (ctx) => work({ ...ctx, actor: { ...ctx.actor, personId: keeper } }))
  beforeAll(async () => {
    scanner = await startClamd()
    const place = await makePlace(db(), now)
    organisationId = place.id
    keeper = place.admin
  }, 120_000)
  afterAll(() => scanner.stop())

  const incoming = (name: string, content: Buffer): Incoming => {
    const path = join(vault.incoming('proeve'), randomUUID())
    mkdirSync(vault.incoming('proeve'), { recursive: true })
    writeFileSync(path, content)
    return { name, size: content.length, sha256: createHash('sha256').update(content).digest(), path }
  }
  const hang = async (content: Buffer): Promise<{ readonly place: RecordKey; readonly id: string }> => {
    jobs = []
    const place = { type: 'system', id: newId(now) }
    await as((ctx) => attach(ctx, place, [incoming('fil.txt', content)], words))
    const [file] = await as((ctx) => filesOf(ctx, place))
    return { place, id: file?.id ?? '' }
  }
  const opening = async (place: RecordKey) => {
    const file = await only(place)
    return as((ctx) => openFile(ctx, file))
  }
  const only = async (place: RecordKey) => {
    const [file] = await as((ctx) => filesOf(ctx, place))
    if (!file) throw new Error('The file is not there.')
    return file
  }
  const scan = (id: string, patienceMs = 5_000) =>
    scanHandler(inOrganisation, vault, clamd(scanner.address, patienceMs))({ organisationId, id }, { number: 1, last: false })

  it('lets nobody open a file before it has said OK, and then everybody who may', async () => {
    const { place, id } = await hang(Buffer.from('en liste'))
    expect(jobs).toEqual([{ queue: 'scan', data: { organisationId, id } }])
    expect(await opening(place)).toMatchObject({ ok: false, why: 'quarantined' })
    await scan(id)
    const opened = await opening(place)
    expect(opened.ok && (await text(opened.content))).toBe('en liste')
  })

  it('that finds something keeps the file shut for good', async () => {
    const { place, id } = await hang(virus)
    await scan(id)
    expect((await only(place)).state).toBe('infected')
    expect(await opening(place)).toMatchObject({ ok: false, why: 'quarantined' })
  })

  it('that stands still, or is gone, leaves the file waiting, to be asked again', async () => {
    const { place, id } = await hang(Buffer.from('venter'))
    scanner.child.kill('SIGSTOP')
    await expect(scan(id, 500)).rejects.toThrow('no answer in time')
    scanner.child.kill('SIGCONT')
    expect((await only(place)).state).toBe('waiting')
    const nowhere = scanHandler(inOrganisation, vault, clamd('unix:/nowhere/clamd.sock'))
    await expect(nowhere({ organisationId, id }, { number: 2, last: false })).rejects.toThrow('no answer')
    expect((await only(place)).state).toBe('waiting')
    await scan(id)
    expect((await only(place)).state).toBe('clean')
  })

  it('is asked again by the sweep for what no job fetches', async () => {
    const { id } = await hang(Buffer.from('glemt'))
    jobs = []
    const later = new Date(now.getTime() + 11 * 60_000)
    await fileSweep(vault).run({ organisationIds: [organisationId], inOrganisation, now: later })
    expect(jobs).toContainEqual({ queue: 'scan', data: { organisationId, id } })
  })

  it('past its limits is not taken for an OK', async () => {
    const { place, id } = await hang(Buffer.alloc(31 * 1_048_576, 65))
    // It says so, or breaks off while it is still being sent the rest: either way the file waits, and nobody opens it.
    await expect(scan(id, 20_000)).rejects.toThrow(/INSTREAM size limit exceeded|EPIPE|ECONNRESET|broke off/)
    expect((await only(place)).state).toBe('waiting')
    expect(await opening(place)).toMatchObject({ ok: false, why: 'quarantined' })
  })

  it('a removed file loses its content and its name, and content that no row names goes within the hour', async () => {
    const { place, id } = await hang(Buffer.from('borte'))
    const name = await lyingAs(id)
    expect(await vault.open(organisationId, name)).toBeDefined()
    await as((ctx) => removeFile(ctx, id, 'feil fil'))
    expect(await only(place)).toMatchObject({ name: '', removalReason: 'feil fil' })
    await removalHandler(inOrganisation, vault)({ organisationId, id }, { number: 1, last: false })
    expect(await vault.open(organisationId, name)).toBeUndefined()

    const orphan = newId(now)
    await vault.keep(organisationId, orphan, incoming('x', Buffer.from('ingens')).path)
    const { id: held } = await hang(Buffer.from('holdt'))
    // The folder of a request that was cut off.
    incoming('halv', Buffer.from('hal'))
    const late = new Date(Date.now() + 2 * 3_600_000)
    await fileSweep(vault).run({ organisationIds: [organisationId], inOrganisation, now: late })
    expect(await vault.open(organisationId, orphan)).toBeUndefined()
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
    const content = await openContent(vault, organisationId, held, await as((ctx) => keyOf(ctx, held)))
    expect(content && (await text(content))).toBe('holdt')
  })

  const lyingAs = async (id: string) => nameOf(id, (await as((ctx) => keyOf(ctx, id)))?.as ?? null)
  /** As it lay before files were sealed: the row says so, and the content is what it is. */
  const lieClear = async (id: string, name: string, content: Buffer) => {
    await vault.remove(organisationId, await lyingAs(id))
    await vault.keep(organisationId, id, incoming(name, content).path)
    const sha256 = createHash('sha256').update(content).digest()
    await as(({ tx }) =>
      sql`update file set name = ${name}, name_sealed = null, key_sealed = null, mark = null, sha256 = ${sha256} where id = ${id}`.execute(
        tx,
      ),
    )
  }
  const lying = () => readdirSync(join(folder, organisationId)).map((name) => readFileSync(join(folder, organisationId, name)))

  it('G-02 neither its content nor its name lies in the clear; a changed byte breaks it off, and another organisation has nothing', async () => {
    const canary = Buffer.from('Kanarifugl i et vedlegg')
    const { place, id } = await hang(canary)
    await scan(id)
    expect(lying().some((bytes) => bytes.includes('Kanarifugl'))).toBe(false)
    const { rows } = await as(({ tx }) => sql<{ text: string }>`select f::text as text from file f where id = ${id}`.execute(tx))
    expect(rows[0]?.text).not.toMatch(new RegExp(`fil\\.txt|${createHash('sha256').update(canary).digest('hex')}`))
    expect((await only(place)).name).toBe('fil.txt')
    const path = join(folder, organisationId, await lyingAs(id))
    const bytes = readFileSync(path)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(path, bytes)
    const opened = await opening(place)
    await expect(opened.ok ? text(opened.content) : '').rejects.toThrow()
  })

  it('G-02 what came before files were sealed is read, sealed by the sweep, and read; broken off, nothing is lost; the same twice is one', async () => {
    const content = Buffer.from('Kanarifugl fra før')
    const { place, id } = await hang(content)
    await scan(id)
    await lieClear(id, 'gammel.txt', content)
    const read = async () => {
      const opened = await opening(place)
      return opened.ok ? text(opened.content) : opened.why
    }
    expect([await read(), (await only(place)).name]).toEqual(['Kanarifugl fra før', 'gammel.txt'])
    // Killed after the sealed content was kept, and before the row said so.
    await vault.keep(organisationId, nameOf(id, 'halvt'), incoming('x', Buffer.from('halvferdig')).path)
    expect(await read()).toBe('Kanarifugl fra før')
    const round = (at: Date) => fileSweep(vault).run({ organisationIds: [organisationId], inOrganisation, now: at })
    await Promise.all([round(now), round(now)])
    expect([await read(), (await only(place)).name]).toEqual(['Kanarifugl fra før', 'gammel.txt'])
    expect(await as((ctx) => clearFiles(ctx, 10))).toEqual([])
    await round(new Date(Date.now() + 2 * 3_600_000))
    expect(lying().some((bytes) => bytes.includes('Kanarifugl'))).toBe(false)
    expect(await read()).toBe('Kanarifugl fra før')
    await as((ctx) => attach(ctx, place, [incoming('gammel.txt', content)], words))
    expect(await as((ctx) => filesOf(ctx, place))).toHaveLength(1)
  })

  it('G-02 two who seal the same file, one of them broken off and one slow, take nothing from each other', async () => {
    const content = Buffer.from('Det eneste eksemplaret')
    const { place, id } = await hang(content)
    await scan(id)
    await lieClear(id, 'eneste.txt', content)
    await vault.keep(organisationId, nameOf(id, 'sealed'), incoming('x', Buffer.from('halvferdig')).path)
    const late = new Date(Date.now() + 2 * 3_600_000)
    const round = (by: Vault, at: Date) => fileSweep(by).run({ organisationIds: [organisationId], inOrganisation, now: at })
    const once = (work: () => Promise<void>) => {
      let left = work
      return async () => {
        const now = left
        left = async () => {}
        await now()
      }
    }
    // The other seals it between the look at the rows and the removal; and another while this one is writing its own.
    const meanwhile = [once(() => round(vault, now)), once(() => round(vault, now))]
    const slow: Vault = {
      ...vault,
      remove: async (organisation, name) => {
        if (name.startsWith(id)) await meanwhile[0]?.()
        await vault.remove(organisation, name)
      },
      keep: async (organisation, name, path) => {
        await meanwhile[1]?.()
        await vault.keep(organisation, name, path)
      },
    }
    await round(slow, late)
    await round(vault, new Date(late.getTime() + 2 * 3_600_000))
    const opened = await opening(place)
    expect(opened.ok ? await text(opened.content) : opened.why).toBe('Det eneste eksemplaret')
    expect(await vault.namedAfter(organisationId, id)).toEqual([await lyingAs(id)])
  })

  it('G-02 renewed keys of the organisation open it, and without them nobody does', async () => {
    const { place, id } = await hang(Buffer.from('holdt'))
    await scan(id)
    await as(addKey)
    const resealed = await resealAll(inOrganisation, organisationId, filePlaces)
    expect([resealed.done > 1, resealed.failed]).toEqual([true, 0])
    const opened = await opening(place)
    expect(opened.ok && (await text(opened.content))).toBe('holdt')
    await asOwner(db(), async (tx) => {
      await sql`select set_config('varde.organisations', ${organisationId}, true)`.execute(tx)
      await forgetKeys({ tx, actor: { organisationId } })
    })
    await as(async ({ tx }) => forgetIn(tx, 'keys', organisationId))
    await expect(opening(place)).rejects.toThrow('deleted for good')
  })
})
