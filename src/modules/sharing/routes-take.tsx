import { parseWhole, type Values } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Shareable } from '../../kernel/shared.ts'
import { Actions, Button } from '../../ui/button.tsx'
import { Details } from '../../ui/details.tsx'
import { Form } from '../../ui/form.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { type After, type Refused, refusedBy, unread } from '../../ui/refused.ts'
import { asksDue, dueFrom, lackingOf, type TakenOver, take, takeReferences } from './commands-take.ts'
import { decline } from './commands-told.ts'
import { declineFields, takeFields } from './fields.ts'
import { TakePage } from './pages/take.tsx'
import { findShared, takenFromSource, toldOf } from './queries.ts'
import { refusalsOf } from './routes-doors.tsx'
import type { Shareables, Shared, Source } from './sharing.ts'
import { texts } from './texts.ts'

type Sheet = { readonly of: Shareable; readonly source: Source; readonly shared: Shared }

export function takeRoutes(kinds: Shareables): readonly Route[] {
  const open = async ({ ctx, params }: Asked): Promise<Sheet | typeof nothing> => {
    const source = { organisation: params.kilde ?? '', type: params.type ?? '', id: params.id ?? '' }
    const of = kinds(source.type)
    if (!of?.sees(ctx.actor) || !isId(source.organisation) || !isId(source.id)) return nothing
    const shared = await findShared(ctx, source)
    return shared ? { of, source, shared } : nothing
  }
  const forReaders = door(open)
  const posted = (sheet: Sheet) =>
    postedTo<Sheet, typeof takeFields, TakenOver>({
      fields: takeFields,
      texts: (locale) => texts(locale).take,
      refusals: refusalsOf(sheet.of),
      whole: true,
      offers: ({ ctx, form }) => offersIn<typeof takeFields>(ctx, takeReferences, {}, form),
      version: ({ shared }) => shared.edition,
      reload: async (asked, before) => {
        const now = await open(asked)
        return 'kind' in now ? before : now
      },
      draw,
      command: (asked, { source }, { name, unit, owner, due }) =>
        take(asked.ctx, kinds, source, madeId(asked), { edition: versionOf(asked.form), name: name ?? '', unit, owner: owner ?? '', due }),
      done: (asked, { of }, _, next) => {
        const { said } = texts(asked.locale)
        const lacking = next && next.lacking.length > 0 ? ` ${said.lacking(next.lacking.join(', '))}` : ''
        return redirect(
          `${of.at}/${next?.id ?? madeId(asked)}`,
          `${of.incident ? texts(asked.locale).incident.made : said.taken}${lacking}`,
        )
      },
      unchanged: (asked, { of }) => redirect(`${of.at}/${madeId(asked)}`, texts(asked.locale).said.taken),
    })

  const at = '/delt/fra/:kilde/:type/:id'
  const declined = async (asked: Asked, sheet: Sheet): Promise<PostAnswer> => {
    const { ctx, form, locale } = asked
    const t = texts(locale)
    const parsed = parseWhole(declineFields, form)
    if (!parsed.ok) return again(422, await draw(asked, sheet, { declining: unread(asked, parsed.problems, t.decline) }))
    const back = () => redirect('/delt', t.said.declined)
    return answered(await decline(ctx, kinds, sheet.source, parsed.values.reason), {
      done: back,
      nothingChanged: back,
      refused: async (refusal, status) =>
        again(status, await draw(asked, sheet, { declining: refusedBy(refusal, asked, refusalsOf(sheet.of), t.decline) })),
    })
  }
  return [
    get(
      at,
      'signedIn',
      forReaders((asked, sheet) => draw(asked, sheet)),
    ),
    post(`${at}/avvisning`, 'signedIn', forReaders(declined)),
    post(
      at,
      'signedIn',
      forReaders((asked, sheet) => posted(sheet)(asked, sheet)),
    ),
  ]
}

async function draw(
  asked: Asked,
  { of, source, shared }: Sheet,
  { refused, conflict, declining }: After & { readonly declining?: Refused } = {},
) {
  const { ctx, form, locale } = asked
  const t = texts(locale)
  const kicker = ctx.house.kindOf(source.type, locale) ?? ''
  const taken = await takenFromSource(ctx, source)
  const names = await Promise.all(taken.map(async ({ subject }) => (await of.read(ctx, subject.id))?.name ?? ''))
  const due = asksDue(of, shared.content)
  const values: Values<typeof takeFields> = {
    ...{ name: shared.name, unit: ctx.actor.unitId, owner: ctx.actor.personId, due: due ? dueFrom(ctx.now) : null },
  }
  const questions = of.takes(ctx.actor) ? (
    <Form version={shared.edition} hidden={{ id: madeId(asked), ...(of.incident ? { name: shared.name, owner: ctx.actor.personId } : {}) }}>
      <RecordForm
        fields={takeFields}
        texts={t.take}
        values={values}
        offers={await offersIn<typeof takeFields>(ctx, takeReferences, values, form)}
        shown={of.incident ? ['unit'] : due ? ['name', 'unit', 'owner', 'due'] : ['name', 'unit', 'owner']}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
      <Actions>
        <Button>{of.incident ? t.incident.button : t.takePage.button}</Button>
      </Actions>
    </Form>
  ) : null
  const told = of.incident ? await toldOf(ctx, source) : null
  const declines =
    told && !told.declined && taken.length === 0 && of.takes(ctx.actor) ? (
      <Details summary={t.incident.decline} open={declining !== undefined}>
        <p>{t.incident.declineText}</p>
        <Form action={`/delt/fra/${source.organisation}/${source.type}/${source.id}/avvisning`} unsaved={false}>
          <RecordForm
            fields={declineFields}
            texts={t.decline}
            values={{ reason: null }}
            raw={declining?.raw}
            problems={declining?.problems}
            locale={locale}
          />
          <Actions>
            <Button variant="secondary">{t.incident.decline}</Button>
          </Actions>
        </Form>
      </Details>
    ) : null
  return page(
    of.incident ? t.incident.title(shared.from) : shared.name,
    <TakePage
      {...{ kicker, shared, conflict, declines, locale }}
      refused={refused ?? declining}
      reason={taken.length === 0 ? (told?.declined?.reason ?? null) : null}
      countsFrom={told?.at ?? shared.at}
      kind={of}
      lacking={await lackingOf(ctx, of, shared.content)}
      taken={taken.map(({ subject }, at) => ({ href: `${of.at}/${subject.id}`, name: names[at] ?? '' }))}
      form={questions}
    />,
    [{ href: '/delt', label: t.title }],
  )
}
