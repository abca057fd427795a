import type { Refusal } from '../../kernel/change.ts'
import { type Asked, get, nothing, one, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { LinkButton, PostButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHeading, Stack } from '../../ui/page.tsx'
import { type Refused, refusalText, unread } from '../../ui/refused.ts'
import { answer, release } from './commands-take.ts'
import { ChangesPage, choiceName, NoChanges } from './pages/changes.tsx'
import { findShared, snapshotOf, takenOf } from './queries.ts'
import { doorsOf, type Opened, refusalsOf } from './routes-doors.tsx'
import { differencesOf, isRedacted } from './rules.ts'
import { atSource, contentBy } from './rules-lines.ts'
import { type Choice, choices, type Shareables, type Taken } from './sharing.ts'
import { texts } from './texts.ts'

type Sheet = Opened & { readonly taken: Taken }

export function changesRoutes(kinds: Shareables): readonly Route[] {
  const { open, forReaders } = doorsOf(kinds)
  const forTaken = door(async (asked: Asked): Promise<Sheet | typeof nothing> => {
    const opened = await open(asked)
    if ('kind' in opened) return opened
    const taken = await takenOf(asked.ctx, opened.subject)
    return taken ? { ...opened, taken } : nothing
  })
  const posted = async (asked: Asked, sheet: Sheet): Promise<PostAnswer> => {
    const { ctx, form, locale } = asked
    const { of, subject } = sheet
    const { said } = texts(locale)
    const back = (words: string) => redirect(`${of.at}/${subject.id}`, words)
    const answering = { edition: numberIn(form, 'utgave'), version: versionOf(form), choice: chosenIn(asked) }
    return answered(await answer(ctx, kinds, subject, answering), {
      done: ({ lacking }) => back(lacking.length > 0 ? `${said.answered} ${said.lacking(lacking.join(', '))}` : said.answered),
      nothingChanged: () => back(said.answered),
      refused: async (refusal, status) => {
        const read = (await of.read(ctx, subject.id)) ?? sheet.read
        return again(status, await draw(asked, { ...sheet, read }, refusedIn(asked, sheet, refusal)))
      },
    })
  }
  return [
    get('/delt/:type/:id/endringer', 'signedIn', forTaken(draw)),
    post('/delt/:type/:id/endringer', 'signedIn', forTaken(posted)),
    post(
      '/delt/:type/:id/frikobling',
      'signedIn',
      forReaders(async ({ ctx, locale }, { of, subject }): Promise<PostAnswer> => {
        const back = () => redirect(`${of.at}/${subject.id}`, texts(locale).said.released)
        return answered(await release(ctx, kinds, subject), { done: back, nothingChanged: back, refused: back })
      }),
    ),
  ]
}

const numberIn = (form: Asked['form'], name: string): number => {
  const said = one(form, name)
  return /^\d{1,9}$/.test(said) ? Number(said) : -1
}
const chosenIn =
  ({ form }: Asked) =>
  (name: string): Choice | undefined =>
    choices.find((choice) => choice === one(form, choiceName(name)))

/** What is not answered is said where it is asked. */
function refusedIn(asked: Asked, { of }: Sheet, { why, fields }: Refusal): Refused {
  const text = refusalText(why, refusalsOf(of)(asked.locale))
  const at = why === 'unanswered' ? fields.map(choiceName) : ['innhold']
  return unread(
    asked,
    at.map((field) => ({ field, text })),
    {},
  )
}

async function draw(asked: Asked, { of, subject, read, taken }: Sheet, refused?: Refused) {
  const { ctx, locale } = asked
  const t = texts(locale)
  const at = `${of.at}/${subject.id}`
  const crumbs = [{ href: at, label: read.name }]
  const shared = await findShared(ctx, taken.source)
  if (!shared)
    return page(
      t.changesPage.title,
      <Stack gap="lg">
        <PageHeading title={t.changesPage.title} kicker={read.name} />
        <Empty
          title={t.tasks.gone}
          action={read.may && <PostButton action={`/delt/${subject.type}/${subject.id}/frikobling`}>{t.panel.release}</PostButton>}
        >
          {t.panel.gone(taken.from)}
        </Empty>
      </Stack>,
      crumbs,
    )
  if (shared.edition === taken.edition)
    return page(
      t.changesPage.title,
      <NoChanges name={read.name} back={<LinkButton href={at}>{t.sharePage.back}</LinkButton>} locale={locale} />,
      crumbs,
    )
  const ours = contentBy(of, atSource(taken.lines), await snapshotOf(ctx, of, read))
  return page(
    t.changesPage.title,
    <ChangesPage
      {...{ shared, ours, refused, locale }}
      kind={of}
      name={read.name}
      before={taken.content}
      version={read.version}
      redacted={isRedacted(taken, shared) ? at : null}
      differences={differencesOf(of, taken.content, shared.content, ours)}
      chosen={chosenIn(asked)}
      may={read.may && !read.ended}
    />,
    crumbs,
  )
}
