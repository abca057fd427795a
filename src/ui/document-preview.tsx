import type { ComponentChildren } from 'preact'
import type { Locale } from '../kernel/texts.ts'
import { LinkButton } from './button.tsx'
import { Notice } from './notice.tsx'
import { fill, uiTexts } from './texts.ts'

export type DocumentPreviewProps = {
  readonly title: string
  readonly locale: Locale
  /** Addresses of the pages as pictures, in order. */
  readonly pages: readonly string[]
  readonly downloads: readonly { readonly href: string; readonly label: string }[]
  /** Signs that the document's fonts cannot draw: it has their numbers instead. */
  readonly undrawn?: readonly string[]
  /** What is missing, as a `Notice` or a list of links. */
  readonly missing?: ComponentChildren
}

/** So many signs are shown as an example. */
const mostShown = 30

/** The finished document on the page itself. The picture's text is in the file, so the file is always one press away. */
export const DocumentPreview = ({ title, locale, pages, downloads, missing, undrawn = [] }: DocumentPreviewProps) => (
  <div className="v-doc">
    {missing}
    {undrawn.length > 0 && (
      <Notice tone="warning" locale={locale} title={uiTexts(locale).undrawn}>
        {fill(uiTexts(locale).undrawnText, { signs: undrawn.slice(0, mostShown).join(' ') })}
      </Notice>
    )}
    <div className="v-actions">
      {downloads.map((file, index) => (
        <LinkButton key={file.href} href={file.href} icon="download" variant={index === 0 ? 'secondary' : 'tertiary'}>
          {file.label}
        </LinkButton>
      ))}
    </div>
    {pages.length > 0 && (
      <ol className="v-doc__pages">
        {pages.map((src, index) => (
          <li key={src}>
            <img
              src={src}
              width={794}
              height={1123}
              loading={index === 0 ? 'eager' : 'lazy'}
              alt={`${title}. ${fill(uiTexts(locale).page, { n: index + 1, of: pages.length })}`}
            />
          </li>
        ))}
      </ol>
    )}
  </div>
)
