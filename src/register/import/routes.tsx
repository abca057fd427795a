import type { Ctx } from '../../kernel/ctx.ts'
import {
  type Asked,
  type AskFirst,
  askFirst,
  download,
  type GetAnswer,
  get,
  json,
  nothing,
  one,
  type PostAnswer,
  post,
  type Route,
  redirect,
  upload,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { showWhole } from '../../ui/format.ts'
import { unread } from '../../ui/refused.ts'
import { fill } from '../../ui/texts.ts'
import { extracted, extractTypes } from '../extract.ts'
import { shownCell } from './columns.ts'
import { applyImport, atOnce, dropImport, keepTable, mapColumns, moveHeadings, resumeImport, step, undoImport } from './commands.ts'
import { type Importable, runsOf } from './importable.ts'
import { columnsPage, importAddress, importPage, startPage } from './pages.tsx'
import { countsOf, findImport, type Import, latestImports, refusedRows } from './queries.ts'
import { most, type Unreadable } from './reader.ts'
import { readSheet } from './sheet.ts'
import { importTexts } from './texts.ts'
import { labelIn, reasonText } from './words.ts'

type Imports = {
  readonly routes: readonly Route[]
  /** For the module's row: what the worker goes on with. */
  readonly step: (ctx: Ctx, id: string, most: number) => Promise<boolean>
}

/**
 * All that a register needs to be imported into: its pages and its deeds. They stand before the page of one record, whose address is
 * of the same shape.
 */
export function registerImport(register: Importable): Imports {
  const { at, may } = register
  const kept = runsOf(register)
  const opened = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findImport(ctx, kept, params.id))) || nothing)

  async function start({ ctx, locale }: Asked, refused?: Parameters<typeof startPage>[1]['refused']) {
    const runs = await latestImports(ctx, kept, 20)
    const latest = []
    for (const run of runs) latest.push({ run, counts: await countsOf(ctx, run) })
    return startPage(register, { latest, refused, bytes: ctx.house.uploads.bytes }, locale)
  }

  /** The file is read before the transaction that keeps it: it takes seconds, and a hostile one all that it is given. */
  async function uploaded(asked: Asked): Promise<PostAnswer | AskFirst<PostAnswer>> {
    const [file] = asked.uploaded.files
    if (asked.uploaded.refused.length > 0) return unreadable(asked, unreadText('tooLarge', asked))
    if (!file || file.size === 0) return unreadable(asked, importTexts(asked.locale).noFile)
    return askFirst<Awaited<ReturnType<typeof readSheet>>, PostAnswer>(
      () => readSheet(asked.ctx.actor, file.path),
      async (now, read) => {
        if (read === 'busy') return unreadable(now, importTexts(now.locale).busy, 503)
        if (!read.ok) return unreadable(now, unreadText(read.why, now))
        const to = importAddress(register, await keepTable(now.ctx, register, read.table))
        return one(now.form, 'svar') === 'json' ? json({ to, refused: [] }) : redirect(to)
      },
    )
  }

  async function unreadable(asked: Asked, text: string, status: 422 | 503 = 422): Promise<PostAnswer> {
    const retry = status === 503 ? { retryAfter: 15 } : {}
    if (one(asked.form, 'svar') === 'json') return { ...json({ refused: [text] }, status), ...retry }
    return { ...again(status, await start(asked, unread(asked, [{ field: 'filer', text }], {}))), ...retry }
  }

  /** The first rows at once: a small file is done before its page is shown. The rest is the worker's. */
  async function goOn(ctx: Ctx, id: string): Promise<void> {
    if (await step(ctx, register, id, atOnce)) await ctx.house.enqueue(ctx.tx, 'import', { organisationId: ctx.actor.organisationId, id })
  }

  type Deed = (ctx: Ctx, register: Importable, id: string) => Promise<{ readonly ok: boolean; readonly why?: string }>
  const deed = (does: Deed) =>
    opened(async ({ ctx, locale }: Asked, { id }: Import): Promise<PostAnswer> => {
      const done = await does(ctx, register, id)
      if (done.ok) await goOn(ctx, id)
      return redirect(importAddress(register, id), done.ok ? null : sayMisfit(done.why ?? '', '', locale))
    })

  async function mapped(asked: Asked, run: Import): Promise<PostAnswer> {
    const { ctx, form, locale } = asked
    const names = Object.keys(form).filter((name) => name.startsWith('kolonne.'))
    const mapping: string[] = []
    for (const name of names) mapping[Number(name.slice('kolonne.'.length))] = one(form, name)
    const done = await mapColumns(ctx, register, run.id, mapping)
    if (done.ok) {
      await goOn(ctx, run.id)
      return redirect(importAddress(register, run.id))
    }
    const [field = ''] = done.fields
    const columns = names.filter((name) => one(form, name) === field)
    const text = sayMisfit(done.why, labelIn(register, field, locale), locale)
    const faults = (columns.length > 0 ? columns : ['kolonne.0']).map((name) => ({ field: name, text }))
    return again(422, await columnsPage(ctx, register, run, locale, unread(asked, faults, {})))
  }

  async function moved({ ctx, form }: Asked, run: Import): Promise<PostAnswer> {
    await moveHeadings(ctx, register, run.id, Number(one(form, 'rad')))
    return redirect(`${importAddress(register, run.id)}/kolonner`)
  }

  /** The rows as they stood in the file, with why before them: mended there, the same file is read again. */
  async function refusedFile({ ctx, locale, params }: Asked, run: Import): Promise<GetAnswer> {
    const form = params.form === 'csv' || params.form === 'xlsx' ? params.form : undefined
    if (!form) return nothing
    const t = importTexts(locale)
    async function* rows() {
      for (let after = 0; ; ) {
        const some = await refusedRows(ctx, run, 500, after)
        for (const { row, cells, reasons } of some)
          yield [
            reasons.map((reason) => reasonText(register, reason, locale)).join(' '),
            row,
            ...run.headings.map((_, at) => shownCell(cells[at])),
          ]
        if (some.length < 500) return
        after = some.at(-1)?.row ?? after
      }
    }
    const columns = [t.why, t.row, ...run.headings.map(shownCell)].map((label, at) => ({ key: `${at}`, label }))
    return download(
      await extracted(form, { title: t.refusedTitle, columns, rows: rows() }),
      extractTypes[form],
      `${t.verdicts.refused.toLowerCase()}.${form}`,
    )
  }

  async function template({ locale }: Asked): Promise<GetAnswer> {
    const columns = Object.keys(register.fields).map((key) => ({ key, label: labelIn(register, key, locale) }))
    async function* none(): AsyncGenerator<readonly string[]> {}
    const { title } = register.texts(locale)
    return download(await extracted('xlsx', { title, columns, rows: none() }), extractTypes.xlsx, `${title.toLowerCase()}.xlsx`)
  }

  return {
    step: (ctx, id, most) => step(ctx, register, id, most),
    routes: [
      get(`${at}/import`, may, (asked) => start(asked)),
      upload(`${at}/import`, may, uploaded),
      get(`${at}/import/mal`, may, template),
      get(
        `${at}/import/:id`,
        may,
        opened(({ ctx, locale }, run) => importPage(ctx, register, run, locale)),
      ),
      get(
        `${at}/import/:id/kolonner`,
        may,
        opened(({ ctx, locale }, run) =>
          ['read', 'checked'].includes(run.state) ? columnsPage(ctx, register, run, locale) : importPage(ctx, register, run, locale),
        ),
      ),
      post(`${at}/import/:id/overskrift`, may, opened(moved)),
      post(`${at}/import/:id/kolonner`, may, opened(mapped)),
      post(`${at}/import/:id/gjennomforing`, may, deed(applyImport)),
      post(`${at}/import/:id/fortsettelse`, may, deed(resumeImport)),
      post(`${at}/import/:id/angring`, may, deed(undoImport)),
      post(
        `${at}/import/:id/sletting`,
        may,
        opened(async ({ ctx, locale }, { id }) => {
          await dropImport(ctx, register, id)
          return redirect(`${at}/import`, importTexts(locale).preview.dropped)
        }),
      ),
      get(`${at}/import/:id/avvist/:form`, may, opened(refusedFile)),
    ],
  }
}

const unreadText = (why: Unreadable, { locale }: Asked): string =>
  fill(importTexts(locale).unreadable[why], { rows: showWhole(most.rows, locale), columns: most.columns })

const sayMisfit = (why: string, label: string, locale: Locale): string => {
  const words: Readonly<Record<string, string>> = importTexts(locale).misfits
  return fill(words[why] ?? words.notNow ?? '', { label })
}
