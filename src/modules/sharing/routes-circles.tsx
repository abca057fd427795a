import {
  type Asked,
  get,
  madeId,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { answered, door } from '../../kernel/road.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { refusalText } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { nameMember, removeCircle, removeMember, saveCircle } from './commands-circles.ts'
import { circleFields, memberFields } from './fields.ts'
import { CirclePage, CirclesPage } from './pages/circles.tsx'
import { circles, findCircle } from './queries-circles.ts'
import { refusalsOf } from './routes-doors.tsx'
import { mayShare } from './rules.ts'
import type { Circle } from './sharing.ts'
import { texts } from './texts.ts'

const at = '/delt/samarbeid'
const none: Circle = { id: '', version: 0, name: '', members: [] }
const crumbs = (locale: Asked['locale']) => [{ href: at, label: texts(locale).circles }]

const open = async ({ ctx, params }: Asked): Promise<Circle | typeof nothing> =>
  (isId(params.id) && (await findCircle(ctx, params.id))) || nothing
const forCircle = door(open)
const reload = async (asked: Asked, before: Circle) => {
  const now = await open(asked)
  return 'kind' in now ? before : now
}

async function drawAll(asked: Asked, _: Circle, { refused }: After = {}) {
  const { ctx, locale } = asked
  const t = texts(locale)
  return page(
    t.circles,
    <CirclesPage
      circles={await circles(ctx)}
      refused={refused}
      form={<Named asked={asked} circle={none} after={{ refused }} action={at} hidden={{ id: madeId(asked) }} />}
      locale={locale}
    />,
    [{ href: '/delt', label: t.title }],
  )
}

type NamedProps = {
  readonly asked: Asked
  readonly circle: Circle
  readonly after: After
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>>
}
const Named = ({ asked: { locale }, circle, after: { refused }, action, hidden = {} }: NamedProps) => (
  <Form action={action} version={circle.version} hidden={hidden}>
    <RecordForm
      fields={circleFields}
      texts={texts(locale).circle}
      values={{ name: circle.name }}
      raw={refused?.raw}
      problems={refused?.problems}
      locale={locale}
    />
    <div>
      <Button variant={circle.id ? 'secondary' : 'primary'}>{uiTexts(locale).save}</Button>
    </div>
  </Form>
)

/** Two forms on one page: what was refused is said in the one that was posted. */
const drawCircle =
  (of: 'name' | 'member' | null) =>
  async (asked: Asked, circle: Circle, { refused, conflict }: After = {}) => {
    const { locale } = asked
    const t = texts(locale)
    return page(
      circle.name,
      <>
        {conflict}
        <CirclePage
          circle={circle}
          refused={refused}
          naming={
            <Form action={`${at}/${circle.id}/medlemmer`}>
              <RecordForm
                fields={memberFields}
                texts={t.member}
                values={{ shortName: null }}
                raw={of === 'member' ? refused?.raw : undefined}
                problems={of === 'member' ? refused?.problems : undefined}
                locale={locale}
              />
              <div>
                <Button>{t.addMember}</Button>
              </div>
            </Form>
          }
          renaming={<Named asked={asked} circle={circle} after={of === 'name' ? { refused } : {}} action={`${at}/${circle.id}`} />}
          locale={locale}
        />
      </>,
      crumbs(locale),
    )
  }

const named = {
  fields: circleFields,
  texts: (locale: Asked['locale']) => texts(locale).circle,
  refusals: refusalsOf(null),
  whole: true,
} as const
const said = ({ locale }: Asked, id: string, words: 'circle' | 'member') => redirect(`${at}/${id}`, texts(locale).said[words])

const added = postedTo<Circle, typeof circleFields, { readonly id: string }>({
  ...named,
  draw: drawAll,
  command: (asked, _, { name }) => saveCircle(asked.ctx, madeId(asked), 0, name ?? ''),
  done: (asked, _, __, next) => said(asked, next?.id ?? madeId(asked), 'circle'),
  unchanged: (asked) => said(asked, madeId(asked), 'circle'),
})
const renamed = postedTo<Circle, typeof circleFields, { readonly id: string }>({
  ...named,
  merges: true,
  version: ({ version }) => version,
  stands: ({ name }) => ({ name }),
  reload,
  draw: drawCircle('name'),
  command: ({ ctx, form }, { id }, { name }) => saveCircle(ctx, id, versionOf(form), name ?? ''),
  done: (asked, { id }) => said(asked, id, 'circle'),
  unchanged: (asked, { id }) => said(asked, id, 'circle'),
})
const joined = postedTo<Circle, typeof memberFields, { readonly id: string }>({
  ...{ fields: memberFields, texts: (locale) => texts(locale).member, refusals: refusalsOf(null), whole: true },
  draw: drawCircle('member'),
  command: ({ ctx }, { id }, { shortName }) => nameMember(ctx, id, shortName ?? ''),
  done: (asked, { id }) => said(asked, id, 'member'),
  unchanged: (asked, { id }) => said(asked, id, 'member'),
})

/** Those that one shares with: made, named, and taken away. */
export const circleRoutes: readonly Route[] = [
  get(at, mayShare, (asked) => drawAll(asked, none)),
  post(at, mayShare, (asked) => added(asked, none)),
  get(`${at}/:id`, mayShare, forCircle(drawCircle(null))),
  post(
    `${at}/:id`,
    mayShare,
    forCircle((asked, circle) => renamed(asked, circle)),
  ),
  post(
    `${at}/:id/medlemmer`,
    mayShare,
    forCircle((asked, circle) => joined(asked, circle)),
  ),
  post(
    `${at}/:id/medlemmer/:medlem/fjern`,
    mayShare,
    forCircle(async ({ ctx, params, locale }, { id }): Promise<PostAnswer> => {
      const back = () => redirect(`${at}/${id}`, texts(locale).said.memberRemoved)
      if (!isId(params.medlem)) return nothing
      return answered(await removeMember(ctx, id, params.medlem), { done: back, nothingChanged: back, refused: back })
    }),
  ),
  post(
    `${at}/:id/sletting`,
    mayShare,
    forCircle(async ({ ctx, locale }, { id }): Promise<PostAnswer> => {
      const back = () => redirect(at, texts(locale).said.circleRemoved)
      return answered(await removeCircle(ctx, id), {
        done: back,
        nothingChanged: back,
        refused: ({ why }) => refusedTo(`${at}/${id}`, refusalText(why, refusalsOf(null)(locale))),
      })
    }),
  ),
]
