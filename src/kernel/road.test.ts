import { expect, it, test } from 'vitest'
import { refuse } from './change.ts'
import { parseWhole } from './fields.ts'
import { type Asked, notAllowed, nothing, page, redirect } from './http.ts'
import { again, answered, door } from './road.ts'

const asking = (id: string): Asked => ({ params: { id } }) as never

test('a door opens the record, or answers in its place', async () => {
  const opened = door(async ({ params }: Asked) => (params.id === 'a' ? { name: 'Saken' } : nothing))
  expect(await opened((_, { name }) => name)(asking('a'))).toBe('Saken')
  expect(await opened(() => 'never')(asking('b'))).toBe(nothing)
})

const ways = {
  done: (next: string) => redirect(`/avvik/${next}`),
  refused: ({ why }: { readonly why: string }, status: 409 | 422) => again(status, page(why, null)),
}

test.each([
  ['notFound', nothing],
  ['notAllowed', notAllowed],
  ['stale', expect.objectContaining({ status: 409, title: 'stale' })],
  ['notNow', expect.objectContaining({ status: 422, title: 'notNow' })],
  ['nothingChanged', expect.objectContaining({ status: 422, title: 'nothingChanged' })],
])('a refusal is answered: %s', async (why, answer) => expect(await answered<string>(refuse(why), ways)).toEqual(answer))

it('what was done leads on, and so does what was done before where that is said', async () => {
  expect(await answered({ ok: true, next: 'a' }, ways)).toEqual(redirect('/avvik/a'))
  expect(await answered<string>(refuse('nothingChanged'), { ...ways, nothingChanged: () => redirect('/avvik') })).toEqual(
    redirect('/avvik'),
  )
})

const fields = {
  when: { kind: 'instant', required: true },
  why: { kind: 'text', max: 5, required: true },
  who: { kind: 'text', max: 5 },
} as const

it('a required answer that is missing is a problem, and one that cannot be read is one problem and not two', () => {
  const read = parseWhole(fields, { when: 'i går', why: ' ' })
  expect(read).toMatchObject({
    ok: false,
    problems: [
      { field: 'when', code: 'notInstant' },
      { field: 'why', code: 'missing' },
    ],
  })
  expect(parseWhole(fields, { when: '2026-03-02T08:00', why: 'Ja' })).toMatchObject({ ok: true, values: { why: 'Ja', who: null } })
})
