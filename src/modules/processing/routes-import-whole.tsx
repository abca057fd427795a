import type { Ctx } from '../../kernel/ctx.ts'
import { locales } from '../../kernel/texts.ts'
import { importable } from '../../register/import/importable.ts'
import { registerImport } from '../../register/import/routes.tsx'
import { mayKeep } from '../work-processes/public.ts'
import { addProcessing, editProcessing, takeBackProcessing } from './commands.ts'
import { processingFields } from './fields.ts'
import { nationalWords } from './national.ts'
import { processingsNamed, references } from './queries.ts'
import { texts } from './texts.ts'

/** What the columns of our own files are called, where that is shorter than the question. */
const ownHeadings = Object.fromEntries(
  locales.flatMap((locale) =>
    Object.entries(texts(locale).columns).flatMap(([field, label]) => (field in processingFields ? [[label, field] as const] : [])),
  ),
)

/** The whole record of processing as a file: our own, changed and back; another system's; the national overview's, by the words it had. */
export const wholeImport = registerImport(
  importable({
    at: '/behandlinger/protokoll',
    listAt: '/behandlinger',
    subject: 'processing',
    runs: 'processing_whole',
    fields: processingFields,
    references,
    texts,
    key: 'name',
    name: 'name',
    may: mayKeep,
    keyed: (ctx: Ctx, keys) => processingsNamed(ctx, keys),
    blank: ({ unitId }) => ({ kind: 'administrative', ourRole: 'controller', unit: unitId }) as const,
    add: addProcessing,
    edit: editProcessing,
    takeBack: takeBackProcessing,
    alsoCalled: { ...nationalWords, headings: { ...nationalWords.headings, ...ownHeadings } },
    how: (locale) => texts(locale).wholeImport.how,
  }),
)
