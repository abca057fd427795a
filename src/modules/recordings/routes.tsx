import type { Actor } from '../../kernel/actor.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  notAllowed,
  nothing,
  one,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Linked } from '../../kernel/link.ts'
import { namesIn, type OffersByName, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import type { VersionedOf } from '../../kernel/version.ts'
import { registerList } from '../../register/fielded.tsx'
import { registerLinked } from '../../register/links.ts'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import type { List } from '../../register/view.ts'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName } from '../organisation/public.ts'
import { personsById, unitsById } from '../people/public.ts'
import {
  addRecording,
  archiveNote,
  type Done,
  editRecording,
  handOverRecording,
  holdRecording,
  moveHold,
  noteDocument,
  noteOpening,
  releaseRecording,
} from './commands.ts'
import { noteDocument as noteOf } from './documents/note.ts'
import { archiveFields, handOverFields, holdFields, moveHoldFields, recordFields, recordingFields } from './fields.ts'
import { ShowRecording } from './pages/show.tsx'
import { findRecording, holdReferences, holdsOf, openingsOf, recordReferences, references, rowsSeen, seenBy } from './queries.ts'
import type { Held, MovedHold, Recording } from './recording.ts'
import { mayAdd, mayArchive, mayEdit } from './rules.ts'
import { mayHold, mayReview } from './rules-hold.ts'
import { texts } from './texts.ts'

const at = '/opptak'
const filters = { kind: 'type', unit: 'enhet', status: 'status', situation: 'situasjon' } as const
const shown = { at, subject: 'recording', fields: recordFields, name: 'name', references: recordReferences, texts } as const

const { search: _, ...plainList } = registerList({
  ...shown,
  mayAdd,
  list: {
    filters,
    due: { field: 'eraseOn', key: 'frist', open: { field: 'status', is: ['kept', 'handedOver'] } },
    sorts: { startedAt: ['started_at'], eraseOn: ['erase_on'] },
    columns: ['kind', 'startedAt', 'unit', 'status', 'eraseOn'],
  },
})
/** Those that whoever asks may know of, by the rule of the space; none is searched for by its words. */
export const list: List<Recording> = {
  ...plainList,
  rows: rowsSeen,
  opensBy: () => ({ sort: 'startedAt', falling: true }),
}

const pages = registerPages({
  at,
  subject: 'recording',
  rules: { fields: recordingFields, mayAdd, mayEdit },
  references,
  texts,
  name: 'name',
  find: findRecording,
  add: addRecording,
  edit: editRecording,
  blank: ({ personId, unitId, leads }) => ({
    kind: 'audio',
    recordedBy: personId,
    access: [personId],
    unit: leads[0] ?? unitId,
    erase: 'delete',
  }),
  list: { filters: {}, sorts: {}, columns: [] },
})
/** Its history is read by those who may read it: `find` says no to the others. */
export const versioned: VersionedOf = versionedIn({ ...shown, find: findRecording })
export const linked: Linked = {
  ...registerLinked({
    ...shown,
    filters,
    find: findRecording,
    mayEdit,
    links: { state: { field: 'status', ended: ['erased'] } },
  }),
  seen: seenBy,
}

const crumbs = (locale: Locale, record?: Recording) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
/** Of one that somebody may not read they learn nothing, not even that it is there. */
const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findRecording(ctx, params.id))) || nothing
const forReaders = door(open)
const reload = async ({ ctx }: Asked, before: Recording) => (await findRecording(ctx, before.id)) ?? before

async function drawShow(asked: Asked, record: Recording, { refused }: After = {}) {
  const { ctx, locale } = asked
  const { actor } = ctx
  const [offers, openings, holds, related] = await Promise.all([
    namesIn<typeof recordFields>(ctx, recordReferences, record.values),
    openingsOf(ctx, record.id),
    holdsOf(ctx, record.id),
    ctx.house.related(ctx, { type: 'recording', id: record.id }, locale),
  ])
  const names = await personsById(ctx, [...new Set([...openings.flatMap(({ by }) => by ?? []), ...holds.map(({ reviewer }) => reviewer)])])
  const edit = mayEdit(record, actor)
  return page(
    record.values.name ?? '',
    <ShowRecording
      {...{ record, offers, openings, holds, names, related, refused, locale }}
      now={ctx.now}
      may={{
        edit,
        archive: mayArchive(record, actor),
        hold: mayHold(record, holds, actor),
        review: (hold: Held) => mayReview(record, hold, actor),
      }}
    />,
    crumbs(locale),
  )
}
const show = forReaders(async (asked, record): Promise<GetAnswer> => {
  await noteOpening(asked.ctx, record.id)
  return drawShow(asked, record)
})

type Word = 'hold' | 'moveHold' | 'handOver' | 'archive'
type Deed<F extends Fields> = {
  readonly path: string
  readonly word: Word
  readonly fields: F
  readonly labels: (locale: Locale) => FieldTexts<F>
  readonly lead?: (locale: Locale) => string
  readonly may: (record: Recording, actor: Actor, holds: readonly Held[]) => boolean
  /** What it says now, of what it asks. */
  readonly values?: (asked: Asked, record: Recording) => Promise<Values<F>>
  readonly offers?: (asked: Asked, record: Recording) => Promise<OffersByName>
  readonly command: (asked: Asked, record: Recording, values: Values<F>) => Done
}
/** A deed that asks something: a page with its questions, and the answer. */
function deedForm<F extends Fields>({ path, word, fields, labels, lead, may, values, offers, command }: Deed<F>): readonly Route[] {
  const forThem = door(async (asked: Asked) => {
    const record = await open(asked)
    return 'kind' in record || may(record, asked.ctx.actor, await holdsOf(asked.ctx, record.id)) ? record : notAllowed
  })
  const draw = async (asked: Asked, record: Recording, after: After = {}) => {
    const { locale } = asked
    const title = texts(locale).deeds[word]
    return page(
      title,
      <FormFrame
        title={title}
        kicker={record.values.name ?? ''}
        lead={lead?.(locale)}
        back={`${at}/${record.id}`}
        version={record.version}
        save={title}
        locale={locale}
        {...after}
      >
        <FormOfAny
          fields={fields}
          texts={labels(locale)}
          values={(await values?.(asked, record)) ?? emptyValues(fields)}
          offers={await offers?.(asked, record)}
          raw={after.refused?.raw}
          problems={after.refused?.problems}
          locale={locale}
        />
      </FormFrame>,
      crumbs(locale, record),
    )
  }
  const said = ({ locale }: Asked, { id }: Recording) => redirect(`${at}/${id}`, texts(locale).did[word])
  const posted = postedTo<Recording, F, Recording>({
    fields,
    texts: labels,
    refusals,
    whole: true,
    version: ({ version }) => version,
    reload,
    draw,
    command,
    done: said,
    unchanged: said,
  })
  return [get(`${at}/:id/${path}`, 'signedIn', forThem(draw)), post(`${at}/:id/${path}`, 'signedIn', forThem(posted))]
}

/** Which of its reasons is meant; null: the only one. */
const holdIn = (form: Asked['form']): string | null => (isId(one(form, 'hold')) ? (one(form, 'hold') ?? null) : null)
const release = forReaders(
  pressedTo<Recording, Recording>({
    refusals,
    reload,
    draw: drawShow,
    command: ({ ctx, form }, { id }) => releaseRecording(ctx, id, versionOf(form), holdIn(form)),
    said: ({ locale }, { id }, next) =>
      redirect(`${at}/${id}`, next?.values.status === 'held' ? texts(locale).did.endHold : texts(locale).did.release),
  }),
)

/** `notat-nb.docx`: for the case and archive system (S4-196). Who took it out is noted. */
const document = forReaders(async ({ ctx, params }, record): Promise<GetAnswer> => {
  const [, language, ending] = /^notat-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  if (!isLocale(language)) return nothing
  const unit = record.values.unit ?? ''
  const made = noteOf({
    ...{ language, record, now: ctx.now },
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, language),
    unit: (await unitsById(ctx, [unit])).get(unit)?.name ?? '',
  })
  await noteDocument(ctx, record.id)
  const file = `notat-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, file) : download(renderPdf(made, ctx.now), 'application/pdf', file)
})

/** The reason whose day is moved, as it stands. */
async function movable({ ctx, params }: Asked, { id }: Recording): Promise<MovedHold> {
  const hold = (await holdsOf(ctx, id)).find((one) => one.id === params.hold)
  return { holdReviewOn: hold?.reviewOn ?? null, holdReviewer: hold?.reviewer ?? null }
}

export const routes: readonly Route[] = [
  ...listRoutes(list, mayAdd),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', document),
  get(`${at}/:id`, 'signedIn', show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
  ...deedForm({
    path: 'hold',
    word: 'hold',
    fields: holdFields,
    labels: (locale) => texts(locale).hold,
    lead: (locale) => texts(locale).deeds.holdLead,
    may: (record, actor, holds) => mayHold(record, holds, actor),
    offers: ({ ctx, form }) => offersIn<typeof holdFields>(ctx, holdReferences, {}, form),
    command: ({ ctx, form }, { id }, hold) => holdRecording(ctx, id, versionOf(form), hold),
  }),
  ...deedForm({
    path: 'hold/:hold',
    word: 'moveHold',
    fields: moveHoldFields,
    labels: (locale) => texts(locale).moveHold,
    may: (record, actor, holds) => mayHold(record, holds, actor),
    values: movable,
    offers: async (asked, record) => offersIn<typeof moveHoldFields>(asked.ctx, holdReferences, await movable(asked, record), asked.form),
    command: ({ ctx, form, params }, { id }, given) => moveHold(ctx, id, versionOf(form), params.hold ?? '', given),
  }),
  post(`${at}/:id/slutt-hold`, 'signedIn', release),
  ...deedForm({
    path: 'utlevering',
    word: 'handOver',
    fields: handOverFields,
    labels: (locale) => texts(locale).handOver,
    may: mayEdit,
    command: ({ ctx, form }, { id }, given) => handOverRecording(ctx, id, versionOf(form), given),
  }),
  ...deedForm({
    path: 'arkiv',
    word: 'archive',
    fields: archiveFields,
    labels: (locale) => texts(locale).archive,
    may: mayArchive,
    command: ({ ctx, form }, { id }, archived) => archiveNote(ctx, id, versionOf(form), archived),
  }),
]
