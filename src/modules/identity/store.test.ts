import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { asOwner, inOrganisations } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import { house, makePlace, type Place } from '../people/factory.ts'
import { makeAccount, sessionAt, signedInAt } from './factory.ts'
import { closeSession, hashOf, insertAccount, insertMembership, openSession, setPassword } from './store.ts'
import { holderOf } from './store-token.ts'

const now = new Date('2026-11-27T08:00:00Z')

describeDatabase('G-08 what the web role can ask of sign-in', (db) => {
  let here: Place
  let there: Place
  const account = { here: '', there: '' }
  const token = { here: '', there: '' }
  beforeAll(async () => {
    here = await makePlace(db(), now, 'sandnes')
    there = await makePlace(db(), now, 'sauda')
    account.here = await makeAccount(db(), 'en@sandnes.example', now, { organisationId: here.id, personId: here.teacher })
    account.there = await makeAccount(db(), 'en@sauda.example', now, { organisationId: there.id, personId: there.teacher })
    token.here = await signedInAt(db(), now, 'en@sandnes.example')
    token.there = await signedInAt(db(), now, 'en@sauda.example')
  })
  /** As pages ask, in a transaction that sees one organisation. */
  const asked = (text: string) => inOrganisations(db(), [here.id], async (tx) => (await sql.raw(text).execute(tx)).rows)
  const bytes = (buffer: Buffer) => `'\\x${buffer.toString('hex')}'::bytea`

  it('no row and no column of accounts, memberships, sessions and the installation, its own or another’s', async () => {
    for (const statement of [
      'select id from account',
      'select password_hash from account',
      `select from account where home_organisation_id = '${here.id}'`,
      'select token_hash from session',
      'select from session',
      `select from session where organisation_id = '${there.id}'`,
      'select * from membership',
      'select * from installation',
      `insert into installation values ('setUpToken', 'mine')`,
      `update installation set value = 'mine'`,
      'delete from installation',
      'delete from session',
      `update account set password_hash = 'mine'`,
      `insert into membership values ('${account.here}', '${there.id}', '${there.teacher}')`,
    ])
      await expect(asked(statement), statement).rejects.toThrow(/permission denied for table/)
  })

  it('one row for an exact key, and never a list', async () => {
    expect(await asked(`select id from varde_account('en@sauda.example')`)).toEqual([{ id: account.there }])
    for (const none of [`''`, 'null', `'%'`, `'en@%'`, `'EN@SAUDA.EXAMPLE'`])
      expect(await asked(`select * from varde_account(${none})`), none).toEqual([])
    for (const none of ['null', `'\\x'::bytea`, bytes(hashOf('another'))]) {
      expect(await asked(`select * from varde_close_session(${none})`), none).toEqual([])
      expect(await asked(`select varde_close_others(${none}, null) as gone`), none).toEqual([{ gone: 0 }])
      expect(await asked(`select * from varde_sessions(${none}, null, '2000-01-01')`), none).toEqual([])
      expect(await asked(`select varde_session_stands(${none}) as stands`), none).toEqual([{ stands: false }])
      for (const id of ['null', `'${here.id}'`, `'${there.id}'`])
        expect(
          await asked(`select * from varde_session(${none}, null, ${id}, ${id}, '2000-01-01', '2000-01-01')`),
          `${none} ${id}`,
        ).toEqual([])
    }
    for (const call of ['varde_places(null)', 'varde_account_to_renew(null)', 'varde_account_of_session(null, null)'])
      expect(await asked(`select * from ${call}`), call).toEqual([])
    expect(await asked(`select varde_account_of_person('${there.id}', '${there.teacher}') as id`)).toEqual([{ id: null }])
    expect(await asked(`select varde_account_of_person('${here.id}', '${here.teacher}') as id`)).toEqual([{ id: account.here }])
  })

  it('the hash of a password by the address alone, and of whom a link is for a digest of it', async () => {
    const hash = await asOwner(db(), (tx) =>
      tx.selectFrom('account').select('password_hash').where('id', '=', account.there).executeTakeFirstOrThrow(),
    )
    const said = [
      await asked(`select * from varde_account_of_session(${bytes(hashOf(token.there))}, '${account.there}')`),
      await asked(`select * from varde_places('${account.there}')`),
      await asked(`select * from varde_account_to_renew('${account.there}')`),
    ]
    expect(said.map((rows) => rows.length)).toEqual([1, 1, 1])
    expect(JSON.stringify(said)).not.toContain(hash.password_hash)
  })

  it('a token answers for its own organisation and its own account', async () => {
    const session = (of: 'here' | 'there', as: 'here' | 'there', organisation: Place, person = organisation.teacher) =>
      asked(`select * from varde_session(${bytes(hashOf(token[of]))}, '${account[as]}', '${organisation.id}', '${person}',
        '2026-11-27T08:01:00Z', '2026-11-27T07:00:00Z')`)
    expect(await session('there', 'there', there)).toMatchObject([{ organisations: 1 }])
    expect(await session('there', 'here', here)).toEqual([])
    expect(await session('there', 'there', here)).toEqual([])
    expect(await session('there', 'there', there, there.principal)).toEqual([])
    expect(await sessionAt(db(), token.there, now)).toMatchObject({ accountId: account.there, organisationId: there.id })
    // A browser cannot put the seal of one before the secret of another.
    const [secret] = token.there.split('.')
    const [, who] = token.here.split('.')
    expect(holderOf(house, `${secret}.${who}`)).toBeUndefined()
  })

  it('no session, account, place or password for an organisation that the transaction does not see', async () => {
    const within = <T>(work: (tx: Parameters<Parameters<typeof inOrganisations<T>>[2]>[0]) => Promise<T>) =>
      inOrganisations(db(), [here.id], work)
    const teacher = { organisationId: there.id, personId: there.teacher }
    for (const deed of [
      () => within((tx) => openSession({ tx, house }, account.there, teacher, now, 'password')),
      () => within((tx) => openSession({ tx, house }, null, teacher, now, 'password')),
      () => within((tx) => openSession({ tx, house }, account.there, { organisationId: here.id, personId: here.teacher }, now, 'password')),
      () => within((tx) => insertAccount(tx, 'ny@sauda.example', null, now, there.id)),
      () => within((tx) => insertMembership(tx, account.here, teacher)),
      () => within((tx) => setPassword(tx, account.there, 'mine')),
      () => within((tx) => setPassword(tx, newId(now), 'mine')),
    ])
      await expect(deed(), String(deed)).rejects.toThrow(/permission denied/)
    await within((tx) => setPassword(tx, account.here, null))
    await within((tx) => setPassword(tx, account.here, 'a first one'))
    expect(await inOrganisations(db(), [], (tx) => closeSession({ tx, house }, token.there))).toMatchObject({ accountId: account.there })
  })

  it('an organisation is changed from inside only', async () => {
    const change = (id: string) => asked(`update organisation set profile_version = profile_version where id = '${id}' returning id`)
    expect([await change(here.id), await change(there.id)]).toEqual([[{ id: here.id }], []])
    expect(await asked('select id from organisation where demo for update')).toEqual([])
  })

  it('nothing of the set-up once an organisation is there', async () => {
    await asked(`select varde_keep_setup_token('mine')`)
    await asked('select varde_mark_demo()')
    expect(
      await asked(`select varde_is_setup_token('mine') as is, varde_take_setup_token('mine') as taken, varde_is_demo() as demo`),
    ).toEqual([{ is: false, taken: false, demo: false }])
    await asOwner(db(), (tx) => tx.insertInto('installation').values({ name: 'setUpToken', value: 'left over' }).execute())
    await asked(`select varde_keep_setup_token('mine')`)
    expect(await asked(`select varde_take_setup_token('left over') as taken`)).toEqual([{ taken: false }])
  })
})
