import { type Asked, download, type GetAnswer, get, nothing, type Route } from '../../kernel/http.ts'
import { isLocale } from '../../kernel/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { noteDocument } from './commands.ts'
import { dpiaDocument } from './documents/dpia.ts'
import type { Dpia } from './dpia.ts'
import { documentMaterial } from './queries-document.ts'
import { forReaders } from './routes-deeds.tsx'

/** The assessment as it stands, for whoever decides and for the archive (G18): `dpia-nn.docx`. Who took it out is noted. */
async function document({ ctx, params }: Asked, record: Dpia): Promise<GetAnswer> {
  const [, language, ending] = /^dpia-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  if (!isLocale(language)) return nothing
  const made = dpiaDocument(await documentMaterial(ctx, record, language))
  await noteDocument(ctx, record.id)
  const file = `dpia-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, file) : download(renderPdf(made, ctx.now), 'application/pdf', file)
}

export const documentRoutes: readonly Route[] = [get('/dpia/:id/:file{[a-z-]+\\.(?:pdf|docx)}', 'signedIn', forReaders(document))]
