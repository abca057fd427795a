import type { CommentedOf } from '../../kernel/comment.ts'
import { get, nothing, post, type Route } from '../../kernel/http.ts'
import type { Linked } from '../../kernel/link.ts'
import type { VersionedOf } from '../../kernel/version.ts'
import { registerList } from '../../register/fielded.tsx'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { addRisk, editRisk } from './commands.ts'
import { measureFields, partPages, recordFields, riskFields, scenarioFields } from './fields.ts'
import { findRisk, partsIn, readAllBy, recordReferences, references } from './queries.ts'
import { measureReferences } from './queries-parts.ts'
import { deedRoutes, drawShow, forReaders } from './routes-deeds.tsx'
import { partsRoutes } from './routes-parts.tsx'
import { mayAdd, mayEdit, mayRead, mayReadAll } from './rules.ts'
import { texts } from './texts.ts'

const at = '/ros'

export const list = registerList({
  at,
  subject: 'risk',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  mayAdd,
  list: {
    filters: {
      unit: 'enhet',
      owner: 'eier',
      status: 'status',
      reason: 'hvorfor',
      systems: 'system',
      processings: 'behandling',
      zones: 'sone',
      dpiaNeeded: 'dpia',
    },
    sorts: { name: ['sort_key'], touchedAt: ['touched_at'] },
    columns: ['unit', 'owner', 'reason', 'status'],
    needed: ['owner'],
  },
})

const pages = registerPages({
  at,
  subject: 'risk',
  rules: { fields: riskFields, mayAdd, mayEdit },
  references,
  texts,
  name: 'name',
  find: findRisk,
  add: addRisk,
  edit: editRisk,
  parts: { pages: partPages, begins: ['what'] },
  blank: (actor) => ({ reason: 'new', unit: actor.unitId }),
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})

const plain = versionedIn({ at, subject: 'risk', fields: recordFields, references: recordReferences, texts, name: 'name', find: findRisk })
/** Its history holds what its scenarios and measures said, each as a part of its own, for those who may read it. */
export const versioned: VersionedOf = async (ctx, id, locale) => {
  const record = await findRisk(ctx, id)
  const known = record && mayRead(record, ctx.actor) ? await plain(ctx, id, locale) : undefined
  if (!known) return undefined
  const t = texts(locale)
  const { scenarios } = await partsIn(ctx, id)
  return {
    ...known,
    part: (key) => {
      if (key.startsWith('scenario.')) return { title: t.show.editScenario, fields: scenarioFields, texts: t.scenario, references: {} }
      if (key.startsWith('measure.'))
        return { title: t.show.editMeasure, fields: measureFields, texts: t.measure, references: measureReferences(scenarios) }
      return known.part(key)
    },
  }
}
export const commented: CommentedOf = async (ctx, id) => {
  const record = await findRisk(ctx, id)
  return record && mayRead(record, ctx.actor) ? pages.commented(ctx, id) : undefined
}

export const linked: Linked = {
  ...registerLinked({
    at,
    subject: 'risk',
    fields: recordFields,
    name: 'name',
    references: recordReferences,
    texts,
    filters: { systems: 'system', processings: 'behandling', zones: 'sone' },
    find: findRisk,
    mayEdit,
    links: { state: { field: 'status', ended: ['ended'] }, owner: { field: 'owner', roles: ['ciso'] } },
  }),
  seen: readAllBy,
}

export const routes: readonly Route[] = [
  ...listRoutes(list, mayReadAll),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  post(`${at}/nytt/begynt`, mayAdd, pages.begun),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring/:del`, 'signedIn', async (asked) => (await forReaders(() => null)(asked)) ?? pages.edit(asked)),
  post(`${at}/:id/endring/:del`, 'signedIn', async (asked) =>
    (await forReaders(() => null)(asked)) === null ? pages.edited(asked) : nothing,
  ),
  ...deedRoutes,
  ...partsRoutes,
]
