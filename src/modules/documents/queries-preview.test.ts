import { expect, test } from 'vitest'
import type { Document } from './document.ts'
import { previewPages, previews } from './queries-preview.ts'

const saying = (text: string): Document => ({
  kind: 'memo',
  language: 'nb',
  title: 'Notat',
  reference: '2026-0001',
  organisation: 'Eksempel kommune',
  draft: true,
  date: '2. mars 2026',
  accessCode: null,
  recipient: null,
  summary: [],
  sections: [{ heading: '', blocks: [{ kind: 'text', text }] }],
  signature: null,
})

test('a document is laid out once for all its pictures, and again when a word is changed', async () => {
  const first = await previewPages(saying('Kort.'))
  expect([first.made, first.pages.length]).toEqual([true, 1])
  const second = await previewPages(saying('Kort.'))
  expect([second.made, second.pages]).toEqual([false, first.pages])
  expect((await previewPages(saying('Kortere.'))).made).toBe(true)
})

test('what is kept is bounded: the oldest is laid out again', async () => {
  const preview = previews(2)
  for (const text of ['Eldst.', 'Midt i.', 'Yngst.']) expect((await preview(saying(text))).made).toBe(true)
  expect((await preview(saying('Yngst.'))).made).toBe(false)
  expect((await preview(saying('Midt i.'))).made).toBe(false)
  expect((await preview(saying('Eldst.'))).made).toBe(true)
})
