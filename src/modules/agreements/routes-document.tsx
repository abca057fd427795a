import { type Asked, download, type GetAnswer, get, nothing, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { isLocale, type Locale } from '../../kernel/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import type { Agreement } from './agreement.ts'
import { noteDocument } from './commands.ts'
import { agreementDocument, type Material } from './documents/agreement.ts'
import { findAgreement } from './queries.ts'
import { documentMaterial, templateMaterial } from './queries-document.ts'

const at = '/databehandleravtaler'
const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findAgreement(ctx, params.id))) || nothing)

/** The agreement with nothing filled in, for whoever has none yet (S4-110). */
const template = (asked: Asked): Promise<GetAnswer> => fileOf(asked, 'mal', (language) => templateMaterial(asked.ctx, language))

/** The agreement made of the record, for the parties and the archive. Who took it out is noted. */
async function document(asked: Asked, record: Agreement): Promise<GetAnswer> {
  const file = await fileOf(asked, 'avtale', (language) => documentMaterial(asked.ctx, record, language))
  if (file.kind === 'download') await noteDocument(asked.ctx, record.id)
  return file
}

/** The name of the file says the language and the form: `avtale-nn.docx`. Word for whoever still writes, PDF/A for the archive. */
async function fileOf(
  { ctx, params }: Asked,
  called: 'mal' | 'avtale',
  material: (language: Locale) => Promise<Material>,
): Promise<GetAnswer> {
  const [, name, language, ending] = /^([a-z]+)-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  if (name !== called || !isLocale(language)) return nothing
  const made = agreementDocument(await material(language))
  const file = `databehandleravtale-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, file) : download(renderPdf(made, ctx.now), 'application/pdf', file)
}

/** These stand before the page of a record, which would take a name for an id. */
export const documentRoutes: readonly Route[] = [
  get(`${at}/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', template),
  get(`${at}/:id/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', forReaders(document)),
]
