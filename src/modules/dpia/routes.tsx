import type { Actor } from '../../kernel/actor.ts'
import type { CommentedOf } from '../../kernel/comment.ts'
import { type Asked, get, nothing, page, post, type Route } from '../../kernel/http.ts'
import type { Linked } from '../../kernel/link.ts'
import type { VersionedOf } from '../../kernel/version.ts'
import { registerList } from '../../register/fielded.tsx'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { measureFields, measureReferences, riskTexts } from '../risks/public.ts'
import { addDpia, editDpia } from './commands.ts'
import { dpiaFields, partPages, recordFields, scenarioFields } from './fields.ts'
import { UncoveredPage } from './pages/of-other.tsx'
import { findDpia, partsIn, readAllBy, recordReferences, references, uncovered } from './queries.ts'
import { deedRoutes, drawShow, forReaders } from './routes-deeds.tsx'
import { documentRoutes } from './routes-document.tsx'
import { partsRoutes } from './routes-parts.tsx'
import { mayAdd, mayEdit, mayRead, mayReadAll } from './rules.ts'
import { texts } from './texts.ts'

const at = '/dpia'
const filters = {
  ...{ unit: 'enhet', owner: 'eier', status: 'status', decision: 'avgjort' },
  ...{ processings: 'behandling', systems: 'system', risks: 'ros' },
} as const

export const list = registerList({
  at,
  subject: 'dpia',
  fields: recordFields,
  name: 'name',
  references: recordReferences,
  texts,
  mayAdd,
  list: {
    beside: [{ href: `${at}/mangler`, label: (locale) => texts(locale).uncovered.title, may: (actor) => seesUncovered(actor) }],
    filters,
    sorts: { name: ['sort_key'], touchedAt: ['touched_at'] },
    columns: ['unit', 'owner', 'decision', 'status'],
    needed: ['owner'],
  },
})

const pages = registerPages({
  at,
  subject: 'dpia',
  rules: { fields: dpiaFields, mayAdd, mayEdit },
  references,
  texts,
  name: 'name',
  find: findDpia,
  add: addDpia,
  edit: editDpia,
  parts: { pages: partPages, begins: ['what'] },
  blank: (actor) => ({ unit: actor.unitId }),
  list: { filters: {}, sorts: { name: ['sort_key'] }, columns: [] },
})

const plain = versionedIn({ at, subject: 'dpia', fields: recordFields, references: recordReferences, texts, name: 'name', find: findDpia })
/** Its history holds what its scenarios and measures said, each as a part of its own, for those who may read it. */
export const versioned: VersionedOf = async (ctx, id, locale) => {
  const record = await findDpia(ctx, id)
  const known = record && mayRead(record, ctx.actor) ? await plain(ctx, id, locale) : undefined
  if (!known) return undefined
  const risk = riskTexts(locale)
  const { scenarios } = await partsIn(ctx, id)
  return {
    ...known,
    part: (key) => {
      if (key.startsWith('scenario.'))
        return { title: risk.show.editScenario, fields: scenarioFields, texts: texts(locale).scenario, references: {} }
      if (key.startsWith('measure.'))
        return { title: risk.show.editMeasure, fields: measureFields, texts: risk.measure, references: measureReferences(scenarios) }
      return known.part(key)
    },
  }
}
export const commented: CommentedOf = async (ctx, id) => {
  const record = await findDpia(ctx, id)
  return record && mayRead(record, ctx.actor) ? pages.commented(ctx, id) : undefined
}

export const linked: Linked = {
  ...registerLinked({
    at,
    subject: 'dpia',
    fields: recordFields,
    name: 'name',
    references: recordReferences,
    texts,
    filters,
    find: findDpia,
    mayEdit,
    links: { state: { field: 'status', ended: ['ended'] }, owner: { field: 'owner', roles: ['privacyContact', 'ciso'] } },
  }),
  seen: readAllBy,
  shownOn: ['processing'],
}

/** Who looks after that none is missing: those who keep the registers, and the data protection officer. */
export const seesUncovered = (actor: Actor): boolean => mayReadAll(actor)
const drawUncovered = async ({ ctx, locale }: Asked) =>
  page(texts(locale).uncovered.title, <UncoveredPage activities={await uncovered(ctx)} locale={locale} />, [
    { href: at, label: texts(locale).title },
  ])

export const routes: readonly Route[] = [
  ...listRoutes(list, mayReadAll),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  post(`${at}/nytt/begynt`, mayAdd, pages.begun),
  get(`${at}/mangler`, seesUncovered, drawUncovered),
  ...documentRoutes,
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring/:del`, 'signedIn', async (asked) => (await forReaders(() => null)(asked)) ?? pages.edit(asked)),
  post(`${at}/:id/endring/:del`, 'signedIn', async (asked) =>
    (await forReaders(() => null)(asked)) === null ? pages.edited(asked) : nothing,
  ),
  ...deedRoutes,
  ...partsRoutes,
]
