import { emptyValues, type Values } from '../../kernel/fields.ts'
import { type Asked, get, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { offersIn } from '../../kernel/reference.ts'
import { answered } from '../../kernel/road.ts'
import type { Content } from '../../kernel/version.ts'
import { Actions, Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { RecordField } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { share, withdraw } from './commands.ts'
import { shareFields } from './fields.ts'
import { SharePage } from './pages/share.tsx'
import { personsNamedIn, sharedOf, snapshotOf } from './queries.ts'
import { circleReference, circles } from './queries-circles.ts'
import { doorsOf, type Opened, refusalsOf } from './routes-doors.tsx'
import { saysTheSame } from './rules.ts'
import type { Audience, Shareables, Shared } from './sharing.ts'
import { texts } from './texts.ts'

type Sheet = Opened & { readonly shared: Shared | null; readonly content: Content; readonly persons: readonly string[] }
type Answers = Values<typeof shareFields>
const references = { circle: circleReference }

export function shareRoutes(kinds: Shareables): readonly Route[] {
  const { forSharers } = doorsOf(kinds)
  const sheetOf = async ({ ctx }: Asked, opened: Opened): Promise<Sheet> => {
    const content = await snapshotOf(ctx, opened.of, opened.read)
    return { ...opened, shared: await sharedOf(ctx, opened.subject), content, persons: await personsNamedIn(ctx, opened.of, content) }
  }

  const posted = (sheet: Sheet) =>
    postedTo<Sheet, typeof shareFields, Shared>({
      fields: shareFields,
      texts: (locale) => texts(locale).share,
      refusals: refusalsOf(sheet.of),
      whole: true,
      offers: ({ ctx, form }) => offersIn<typeof shareFields>(ctx, references, {}, form),
      version: ({ read }) => read.version,
      reload: async (asked, before) => {
        const read = await before.of.read(asked.ctx, before.subject.id)
        return read ? sheetOf(asked, { ...before, read }) : before
      },
      draw,
      command: ({ ctx, form }, { subject }, values) =>
        share(ctx, kinds, subject, { version: versionOf(form), audience: audienceOf(values), note: values.note }),
      done: ({ locale }, { of, subject }) => redirect(`${of.at}/${subject.id}`, texts(locale).said.shared),
      unchanged: ({ locale }, { of, subject }) => redirect(`${of.at}/${subject.id}`, texts(locale).said.shared),
    })

  return [
    get(
      '/delt/:type/:id/deling',
      'signedIn',
      forSharers(async (asked, opened) => draw(asked, await sheetOf(asked, opened))),
    ),
    post(
      '/delt/:type/:id/deling',
      'signedIn',
      forSharers(async (asked, opened) => {
        const sheet = await sheetOf(asked, opened)
        return posted(sheet)(asked, sheet)
      }),
    ),
    post(
      '/delt/:type/:id/tilbaketrekking',
      'signedIn',
      forSharers(async ({ ctx, locale }, { of, subject }): Promise<PostAnswer> => {
        const back = () => redirect(`${of.at}/${subject.id}`, texts(locale).said.withdrawn)
        return answered(await withdraw(ctx, kinds, subject), { done: back, nothingChanged: back, refused: back })
      }),
    ),
  ]
}

const audienceOf = ({ audience, circle }: Answers): Audience =>
  audience === 'everyone' || audience === 'own' ? { to: audience } : { to: 'circle', circle: circle ?? '' }

async function draw({ ctx, form, locale }: Asked, sheet: Sheet, { refused }: After = {}) {
  const { of, read, subject, shared, content, persons } = sheet
  const t = texts(locale)
  const { audience } = shared ?? {}
  const values: Answers = {
    ...emptyValues(shareFields),
    // An incident goes to a circle and nowhere else: what is left to choose is which.
    ...(of.incident && { audience: 'circle' as const }),
    ...(audience && { audience: audience.to, circle: audience.to === 'circle' ? audience.circle : null }),
  }
  const offers = await offersIn<typeof shareFields>(ctx, references, values, form)
  const has = (await circles(ctx)).length > 0
  // What is refused anyhow is not offered: an incident goes to those who are named.
  const to = of.incident ? (['circle'] as const) : of.named ? (['circle', 'own'] as const) : shareFields.audience.of
  const fields = { ...shareFields, audience: { ...shareFields.audience, of: to } }
  const ask = { fields, texts: t.share, values, offers, locale, raw: refused?.raw, problems: refused?.problems } as const
  const questions = read.ready && persons.length === 0 && (
    <Form version={read.version}>
      <RecordField {...ask} name="audience" below={{ circle: <RecordField {...ask} name="circle" /> }} />
      <RecordField {...ask} name="note" />
      <RecordField {...ask} name="read" />
      <Actions>
        <Button>{t.sharePage.button}</Button>
      </Actions>
    </Form>
  )
  const at = `${of.at}/${subject.id}`
  return page(
    t.sharePage.title,
    <SharePage
      {...{ content, persons, shared, refused, locale }}
      kind={of}
      name={read.name}
      page={at}
      ready={read.ready}
      isNew={shared !== null && !saysTheSame(of, shared.content, content)}
      circles={has}
      form={questions}
    />,
    [{ href: at, label: read.name }],
  )
}
