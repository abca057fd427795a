import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeDatabase } from '../../test/support/database.ts'
import { asOwner } from '../db/transaction.ts'
import { seeking } from './seeks.ts'
import { askedFor, stemsOf } from './words.ts'

const said = [
  ...[
    'rutine',
    'rutinene',
    'Avviksrutinen',
    'rute',
    'pasientjournalen',
    'journaler',
    'og',
    'jeg',
    'å',
    'Aasen',
    'åsen',
    'blåbær',
    'blaabær',
  ],
  ...['e-post', 'epost', 'post', 'innsyn', 'innsynskrav', 'krav', 'kravene', 'GDPR', 'artikkel32', '32', '3', 'Söderström', 'søderstrøm'],
  ...[
    'meldt',
    'melde',
    'melding',
    'meldinger',
    'arkiv',
    'arkivene',
    'is',
    'id',
    'ID-kort',
    'kameraovervåking',
    'overvåke',
    'kamera',
    'ros',
  ],
  ...['personvernkonsekvensvurderinger', 'taushetsplikten', 'plikter', 'plikt', 'sletting', 'slettes', 'Ærlig', 'ærlige', 'være', 'vær'],
]

describeDatabase('What is marked', (db) => {
  test('a word is marked where the search finds it, and nowhere else', async () => {
    await asOwner(db(), async (tx) => {
      // Of several words the search wants each and a page marks any, so each is asked for alone.
      for (const words of said.filter((word) => !word.includes('-'))) {
        const seeks = seeking(await stemsOf({ tx }, words))
        const { rows } = await sql<{ word: string; found: boolean }>`
          select word, coalesce(varde_words(word) @@ ${askedFor(words)}, false) as found from unnest(${said}::text[]) as word`.execute(tx)
        const marked = (word: string) => word.split('-').some((part) => seeks(part) !== null)
        expect(rows.filter(({ found }) => found).map(({ word }) => `${words}: ${word}`)).toEqual(
          said.filter(marked).map((word) => `${words}: ${word}`),
        )
      }
    })
  })
})
