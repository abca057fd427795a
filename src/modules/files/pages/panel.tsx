import type { Attaches } from '../../../kernel/ctx.ts'
import type { RecordKey } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { showBytes } from '../../../ui/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Place as PlaceOf } from '../../../ui/places.tsx'
import { Section } from '../../../ui/section.tsx'
import type { StoredFile } from '../file.ts'
import { isPacked, mayOpen } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly place: RecordKey
  readonly rights: Attaches
  readonly files: readonly StoredFile[]
  readonly folded?: boolean
  readonly locale: Locale
}

/** The files of a record, on its page. `folded`: a line of the page of a case. */
export function FilesPanel({ place, rights, files, folded, locale }: Props) {
  const t = texts(locale)
  const packed = files.some(({ name, removedAt }) => !removedAt && isPacked(name))
  const body = (
    <>
      {packed && (
        <Notice tone="warning" title={t.packed} locale={locale}>
          <p>{t.packedText}</p>
        </Notice>
      )}
      {files.length === 0 ? (
        <p className="v-unanswered">{t.none}</p>
      ) : (
        <ul className="ds-list v-files">
          {files.map((file) => (
            <li key={file.id}>
              <FileLine file={file} mayRemove={rights.add} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      {rights.add && (
        <div>
          <LinkButton href={`/filer/${place.type}/${place.id}/nye`} variant="secondary" icon="plus">
            {t.add}
          </LinkButton>
        </div>
      )}
    </>
  )
  // The page of a case is its parts, a line each.
  return folded ? (
    <PlaceOf
      id={place.type === 'report' ? 'filer-melding' : 'filer'}
      title={place.type === 'report' ? t.ofReport : t.title}
      state={<span className="v-soft">{packed ? `${files.length} · ${t.packed}` : files.length || t.none}</span>}
    >
      {body}
    </PlaceOf>
  ) : (
    <Section title={t.title} id="filer" locale={locale}>
      {body}
    </Section>
  )
}

function FileLine({ file, mayRemove, locale }: { readonly file: StoredFile; readonly mayRemove: boolean; readonly locale: Locale }) {
  const t = texts(locale)
  if (file.removedAt) return <span className="v-unanswered">{t.wasHere(file.removalReason ?? '')}</span>
  return (
    <>
      {mayOpen(file) ? (
        <a className="ds-link" href={`/filer/${file.id}`}>
          {file.name}
        </a>
      ) : (
        <span>{file.name}</span>
      )}{' '}
      <span className="v-hint">
        {showBytes(file.size, locale)} · {t.states[file.state]}
      </span>{' '}
      {mayRemove && (
        <a className="ds-link" href={`/filer/${file.id}/fjerning`}>
          {t.remove}
          <span className="ds-sr-only"> {file.name}</span>
        </a>
      )}
    </>
  )
}
