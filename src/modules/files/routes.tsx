import type { Attaches } from '../../kernel/ctx.ts'
import { parseWhole } from '../../kernel/fields.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  json,
  notAllowed,
  nothing,
  one,
  page,
  pageWithErrors,
  post,
  type Route,
  redirect,
  upload,
} from '../../kernel/http.ts'
import { isId, type RecordKey } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { type Refused, refusedBy, unread } from '../../ui/refused.ts'
import { type Attached, attach, openFile, removeFile } from './commands.ts'
import { removalFields } from './fields.ts'
import type { FileRefusal, StoredFile } from './file.ts'
import { AddFiles } from './pages/add.tsx'
import { RemoveFile } from './pages/remove.tsx'
import { findFile } from './queries.ts'
import { texts } from './texts.ts'

/** A record whose files whoever asks may see; what they may do with them. */
type Shelf = { readonly place: RecordKey; readonly rights: Attaches }
type Held = Shelf & { readonly file: StoredFile }

const forAdders = door(async (asked) => {
  const shelf = await openShelf(asked, { type: asked.params.type ?? '', id: asked.params.id ?? '' })
  return 'kind' in shelf || shelf.rights.add ? shelf : notAllowed
})
const forReaders = door(openHeld)
const forRemovers = door(async (asked) => {
  const held = await openHeld(asked)
  if ('kind' in held) return held
  if (!held.rights.add) return notAllowed
  // Somebody was there first: it is as they wanted it.
  return held.file.removedAt ? redirect(held.rights.page, texts(asked.locale).refusals.gone) : held
})

export const routes: readonly Route[] = [
  get('/filer/:id', 'signedIn', forReaders(getFile)),
  get('/filer/:id/fjerning', 'signedIn', forRemovers(removalPage)),
  post('/filer/:id/fjerning', 'signedIn', forRemovers(postRemoval)),
  get('/filer/:type/:id/nye', 'signedIn', forAdders(addPage)),
  upload('/filer/:type/:id/nye', 'signedIn', forAdders(postFiles)),
]

async function openShelf({ ctx }: Asked, place: RecordKey) {
  const rights = isId(place.id) ? await ctx.house.attaches(ctx, place) : undefined
  return rights ? { place, rights } : nothing
}

async function openHeld(asked: Asked) {
  const { id } = asked.params
  const file = isId(id) ? await findFile(asked.ctx, id) : undefined
  if (!file) return nothing
  const shelf = await openShelf(asked, file.place)
  return 'kind' in shelf ? shelf : { ...shelf, file }
}

async function getFile({ ctx, locale }: Asked, { file, rights }: Held): Promise<GetAnswer> {
  const opened = await openFile(ctx, file, nameOf(rights))
  if (opened.ok) return download(opened.content, file.mediaType, file.name)
  const t = texts(locale)
  const said = <p>{t.refusals[opened.why as FileRefusal]}</p>
  return opened.why === 'gone' ? pageWithErrors(410, t.title, said) : page(t.title, said)
}

/** A protected reporter is named by nothing they do with the files of their report (S4-131). */
const nameOf = (rights: Attaches) => (rights.protectedBy ? ('protected' as const) : ('actor' as const))

function addPage({ ctx, locale }: Asked, { place, rights }: Shelf, refused?: Refused) {
  const t = texts(locale)
  return page(
    t.add,
    <AddFiles
      place={place}
      name={rights.name[locale]}
      back={rights.page}
      limits={ctx.house.uploads}
      hidden={rights.protectedBy}
      refused={refused}
      locale={locale}
    />,
    [{ href: rights.page, label: rights.name[locale] || t.title }],
  )
}

async function postFiles(asked: Asked, shelf: Shelf) {
  const { ctx, locale, uploaded, form } = asked
  const t = texts(locale)
  const done = await attach(ctx, shelf.place, uploaded.files, t, nameOf(shelf.rights))
  const problems = [...done.refused, ...uploaded.refused.map((name) => ({ name, why: 'tooLarge' as const }))]
  const nothingCame = done.kept === 0 && problems.length === 0
  const faults = nothingCame ? [{ field: 'filer', text: t.refusals.noFile }] : problems.map(faultOf(t))
  const said = done.kept > 0 ? t.kept(done.kept) : null
  // A script shows progress, and follows the address itself.
  if (one(form, 'svar') === 'json')
    return json({ to: shelf.rights.page, said, refused: faults.map(({ text }) => text) }, faults.length > 0 ? 422 : 200)
  if (faults.length === 0) return redirect(shelf.rights.page, said)
  return again(422, addPage(asked, shelf, unread(asked, faults, {})))
}

const faultOf =
  (t: { readonly refusals: Readonly<Record<FileRefusal, string>> }) =>
  ({ name, why }: Attached['refused'][number]) => ({ field: 'filer', text: `${name}: ${t.refusals[why]}` })

function removalPage({ locale }: Asked, { file, rights }: Held, refused?: Refused) {
  const t = texts(locale)
  return page(t.removeTitle, <RemoveFile file={file} back={rights.page} refused={refused} locale={locale} />, [
    { href: rights.page, label: t.title },
  ])
}

async function postRemoval(asked: Asked, held: Held) {
  const { ctx, form, locale } = asked
  const t = texts(locale)
  const parsed = parseWhole(removalFields, form)
  if (!parsed.ok) return again(422, removalPage(asked, held, unread(asked, parsed.problems, { reason: { label: t.reason } })))
  return answered(await removeFile(ctx, held.file.id, parsed.values.reason, nameOf(held.rights)), {
    done: () => redirect(held.rights.page, t.removed),
    refused: (refusal, status) => {
      if (refusal.why === 'gone') return redirect(held.rights.page, t.refusals.gone)
      const labels = { reason: { label: t.reason } }
      return again(
        status,
        removalPage(
          asked,
          held,
          refusedBy(refusal, asked, (l) => texts(l).refusals, labels),
        ),
      )
    },
  })
}
