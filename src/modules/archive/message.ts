import { kindName } from '../documents/public.ts'
import type { Filing } from './archive.ts'
import { arkivmelding, type Message, type Sent } from './arkivmelding.ts'
import { isFile } from './plan.ts'

type About = Pick<Message, 'id' | 'folder' | 'organisation' | 'responsible' | 'at'> & { readonly locale: 'nb' | 'nn' }
type Filed = Pick<Filing, 'id' | 'kind' | 'title' | 'documentAt' | 'edition' | 'fileName' | 'access' | 'ground'>

/** What goes with the documents of one folder. */
export const messageOf = (filed: readonly Filed[], { locale, ...about }: About): string =>
  arkivmelding({
    ...about,
    exempt: filed.find(({ access }) => access === 'exempt')?.ground ?? null,
    folderId: filed[0]?.id ?? about.id,
    documents: filed.map((one) => sentOf(one, locale)),
  })

function sentOf({ id, kind, title, documentAt, edition, fileName, access, ground }: Filed, locale: 'nb' | 'nn'): Sent {
  const called = kindName(kind, locale) ?? kind
  return {
    ...{ id, kind: called, madeAt: documentAt, edition, file: fileName ?? '' },
    title: isFile(kind) ? called : `${called}: ${title}`,
    publicTitle: called,
    exempt: access === 'exempt' ? ground : null,
    direction:
      kind === 'authorityNotice' || kind === 'subjectMessage' ? 'out' : kind === 'receipt' || kind === 'answer' ? 'in' : 'internal',
  }
}
