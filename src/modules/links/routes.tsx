import type { Actor } from '../../kernel/actor.ts'
import { formatShort } from '../../kernel/calendar/words.ts'
import { parseWhole } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Held, Linked } from '../../kernel/link.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { each } from '../../ui/each.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHeading, TextLink } from '../../ui/page.tsx'
import { FormOfAny } from '../../ui/record-form.tsx'
import { type Refused, refusedBy, unread } from '../../ui/refused.ts'
import { DataTable } from '../../ui/table.tsx'
import { uiTexts } from '../../ui/texts.ts'
import { personsById } from '../people/public.ts'
import { look } from './commands.ts'
import { lookFields } from './fields.ts'
import type { Linkings, Mark, Subject } from './link.ts'
import { whyOf } from './pages/panel.tsx'
import { marksOf, namesOf, openMarks } from './queries.ts'
import { texts } from './texts.ts'

const at = '/ses-pa-igjen'
const mostListed = 500

/** Whoever has more than an employee's role keeps something. */
export const seesMarks = (actor: Actor): boolean => actor.roles.some((role) => role !== 'employee')

type Opened = { readonly subject: Subject; readonly linked: Linked; readonly held: Held; readonly open: readonly Mark[] }

/** The list of all marks that stand, and the page where whoever owns a record says that it is still right. */
export function routesOf(kinds: Linkings): readonly Route[] {
  const forOwners = door(async ({ ctx, params }: Asked): Promise<Opened | typeof nothing | typeof notAllowed> => {
    const subject = { type: params.type ?? '', id: params.id ?? '' }
    const linked = kinds.of(subject.type)
    const held = isId(subject.id) ? await linked?.held?.(ctx, subject.id) : undefined
    if (!linked || !held) return nothing
    return held.may ? { subject, linked, held, open: await marksOf(ctx, subject) } : notAllowed
  })

  async function lookPage({ ctx, locale }: Asked, { subject, linked, held, open }: Opened, refused?: Refused) {
    const t = texts(locale)
    const known = { kinds, names: new Map(), records: await named(ctx, open), sentence: ctx.house.sentence, locale }
    return page(
      t.task,
      <>
        <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
        <PageHeading title={t.task} kicker={held.name[locale]} />
        <ul className="ds-list">
          {each(open, (mark) => (
            <li>{whyOf(mark, known)}</li>
          ))}
        </ul>
        <Form hidden={{ seen: open.map(({ id }) => id).join('.') }}>
          <FormOfAny
            fields={lookFields}
            texts={t.look}
            values={{ note: null }}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
          />
          <Actions>
            <Button>{t.doLook}</Button>
            <LinkButton href={linked.href(subject.id)} variant="tertiary">
              {uiTexts(locale).cancel}
            </LinkButton>
          </Actions>
        </Form>
      </>,
      [{ href: linked.href(subject.id), label: held.name[locale] || t.title }],
    )
  }

  async function posted(asked: Asked, opened: Opened) {
    const { ctx, form, locale } = asked
    const t = texts(locale)
    const to = opened.linked.href(opened.subject.id)
    const parsed = parseWhole(lookFields, form)
    if (!parsed.ok) return again(422, await lookPage(asked, opened, unread(asked, parsed.problems, t.look)))
    return answered(await look(ctx, kinds, opened.subject, one(form, 'seen').split('.').filter(isId), parsed.values.note), {
      done: () => redirect(to, t.said),
      nothingChanged: () => redirect(to, t.said),
      refused: async (refusal, status) =>
        again(
          status,
          await lookPage(
            asked,
            opened,
            refusedBy(refusal, asked, (l) => ({ ...uiTexts(l).refusals, ...texts(l).refusals }), t.look),
          ),
        ),
    })
  }

  const named = (ctx: Asked['ctx'], marks: readonly Mark[]) =>
    namesOf(
      ctx,
      kinds,
      marks.flatMap(({ subject, because }) => [subject, because]),
    )

  async function listed({ ctx, locale, query }: Asked) {
    const t = texts(locale)
    const all = await openMarks(ctx, mostListed)
    const records = await named(ctx, all)
    const own = query.get('bare') === 'mine' ? await ownTasks(ctx) : null
    const marks = all.filter(({ subject }) => records.has(subject.id) && (own === null || own.has(subject.id)))
    const names = await personsById(ctx, [...new Set(marks.flatMap(({ by }) => by ?? []))])
    const known = { kinds, names, records, sentence: ctx.house.sentence, locale }
    return page(
      t.title,
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <p>
          <TextLink href={own ? at : `${at}?bare=mine`}>{own ? t.everybody : t.own}</TextLink>
        </p>
        {marks.length === 0 ? (
          <Empty title={t.none}>{t.noneText}</Empty>
        ) : (
          <DataTable
            caption={t.title}
            rows={marks}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'record',
                label: t.columns.record,
                heading: true,
                cell: ({ subject }) => (
                  <TextLink href={kinds.of(subject.type)?.href(subject.id) ?? '/'}>{records.get(subject.id)}</TextLink>
                ),
              },
              { key: 'why', label: t.columns.why, cell: (mark) => whyOf(mark, known) },
              { key: 'by', label: t.columns.by, cell: ({ by }) => (by === null ? t.clock : (names.get(by)?.name ?? '')) },
              { key: 'at', label: t.columns.at, figures: true, cell: ({ at: when }) => formatShort(when, locale) },
            ]}
          />
        )}
      </>,
      [],
    )
  }

  return [
    get(at, seesMarks, listed),
    get(`${at}/:type/:id`, 'signedIn', forOwners(lookPage)),
    post(`${at}/:type/:id`, 'signedIn', forOwners(posted)),
  ]
}

/** The records that whoever asks has the task to look at. */
async function ownTasks({ tx, actor }: Asked['ctx']): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('task')
    .select('subject_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('kind', '=', 'link.look')
    .where('status', '=', 'open')
    .where('person_id', '=', actor.personId)
    .execute()
  return new Set(rows.map(({ subject_id }) => subject_id))
}
