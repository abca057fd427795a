import type { ComponentChildren } from 'preact'
import { byLocale, type Locale } from '../kernel/texts.ts'
import { assets, type Theme } from './assets.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { Writer } from './form.tsx'
import { showClock } from './format.ts'
import { Header, type HeaderProps, type NavPlace, type ShellPaths, shellPaths } from './header.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { fill, uiTexts } from './texts.ts'

export type { Crumb } from './breadcrumbs.tsx'
export type { ColorScheme, NavPlace } from './header.tsx'

/** What is said once, on the page after a deed: what was done, or why it was not. */
export type Said = { readonly text: string; readonly tone: 'success' | 'danger' }

export type LayoutProps = Omit<HeaderProps, 'paths'> & {
  readonly theme: Theme
  readonly title: string
  readonly demo: boolean
  /** Shown above everything on every page: a planned stop, an unfinished set-up. */
  readonly banner?: ComponentChildren
  readonly breadcrumbs?: readonly Crumb[]
  /** Shown once, read aloud. */
  readonly said?: Said | null
  /** The main part speaks another language than the shell, as a nynorsk case does. */
  readonly language?: Locale | undefined
  /** In seconds: without script the page is asked for again, until what it waits for is done. */
  readonly refresh?: number | undefined
  readonly paths?: Partial<ShellPaths>
  readonly version?: string
  /** The server's clock: the countdowns of the page go by it, and not by the reader's. */
  readonly now?: Date
  /** It answers a form: what stands in that form is saved nowhere. */
  readonly posted?: boolean
  /** Makes the sealed mark of whoever reads, for the forms of the page; null where nobody is signed in. */
  readonly writer?: (() => string) | null
  /** When the reader is signed out, if they do nothing; null where nobody is signed in. */
  readonly sessionEnds?: Date | null
  readonly children: ComponentChildren
}

/** A whole page. No inline script and no inline style anywhere: the content security policy allows neither. */
export function Layout(props: LayoutProps) {
  const { locale, language = locale, colorScheme, theme } = props
  const texts = uiTexts(locale)
  const urls = assets(theme)
  const paths = { ...shellPaths, ...props.paths }
  return (
    <html lang={locale} data-color-scheme={colorScheme}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${props.title} – ${props.organisationName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colorScheme === 'auto' ? 'light dark' : colorScheme} />
        <meta name="robots" content="noindex, nofollow" />
        {props.refresh && (
          <noscript>
            <meta httpEquiv="refresh" content={String(props.refresh)} />
          </noscript>
        )}
        <link rel="preload" href={urls.font} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={urls.base} />
        <link rel="stylesheet" href={urls.theme} />
        <link rel="icon" href={urls.mark} type="image/svg+xml" />
        <script type="module" src={urls.script} />
      </head>
      <body
        data-size="sm"
        data-now={props.now?.toISOString()}
        data-leave-warning={texts.leaveWarning}
        data-posted={props.posted ? '' : undefined}
        data-session-ends={props.sessionEnds?.toISOString()}
        data-kept={props.writer ? keptWords(locale) : undefined}
      >
        <a className="ds-skip-link" href="#innhold">
          {texts.skip}
        </a>
        {props.demo && (
          <aside className="v-demo" aria-label={texts.demoMark}>
            <p className="v-width">{texts.demo}</p>
          </aside>
        )}
        <Header {...props} paths={paths} />
        <PlaceNav places={props.nav} />
        <main className="v-main v-width" id="innhold" tabIndex={-1} lang={language === locale ? undefined : language}>
          {props.breadcrumbs && props.breadcrumbs.length > 0 && <Breadcrumbs crumbs={props.breadcrumbs} locale={locale} />}
          {props.banner}
          {props.said && (
            <Notice tone={props.said.tone} locale={locale} live>
              {props.said.text}
            </Notice>
          )}
          <Writer.Provider value={props.writer ?? null}>{props.children}</Writer.Provider>
        </main>
        <footer className="v-footer">
          <div className="v-width">
            <ul>
              <li>
                <a className="ds-link" href={paths.accessibility}>
                  {texts.accessibility}
                </a>
              </li>
              <li>
                <a className="ds-link" href={paths.privacy}>
                  {texts.privacy}
                </a>
              </li>
            </ul>
            {props.sessionEnds && <p>{fill(texts.session.ends, { time: showClock(props.sessionEnds, locale) })}</p>}
            <p>{fill(texts.version, { version: props.version ?? '' }).trim()}</p>
          </div>
        </footer>
        {props.sessionEnds && <SessionEnd locale={locale} />}
      </body>
    </html>
  )
}

/** What the line below a form says of its copy, for the enhancer. */
const keptWordsOf = (locale: Locale) => {
  const { saving, notSavedSignedOut, kept } = uiTexts(locale)
  return JSON.stringify({ saving, signedOut: notSavedSignedOut, ...kept })
}
const keptWords = byLocale({ nb: keptWordsOf('nb'), nn: keptWordsOf('nn'), en: keptWordsOf('en') })

/** Five minutes before the end, for the enhancer: it goes on by one press (WCAG 2.2.1). Without script the footer says when it ends. */
const SessionEnd = ({ locale }: { readonly locale: Locale }) => {
  const { title, titleEnded, soon, last, ended, minutes, oneMinute, goOn, close } = uiTexts(locale).session
  return (
    <dialog
      className="v-dialog"
      aria-labelledby="okt-tittel"
      aria-describedby="okt-tekst"
      data-session=""
      data-soon={soon}
      data-last={last}
      data-ended={ended}
      data-title={title}
      data-title-ended={titleEnded}
      data-minutes={minutes}
      data-one-minute={oneMinute}
      data-go-on={goOn}
      data-close={close}
    >
      <h2 className="ds-heading v-h2" id="okt-tittel">
        {title}
      </h2>
      <p id="okt-tekst" data-session-text="" />
      <p className="ds-sr-only" role="status" data-session-spoken="" />
      <Button type="button">{goOn}</Button>
    </dialog>
  )
}

/** So many pages stand in two rows of a narrow page; more of them are folded there under the one that is open. */
const fewPages = 4

/** The pages of the place one is in. */
const PlaceNav = ({ places }: { readonly places: readonly NavPlace[] }) => {
  const here = places.find((place) => place.current && (place.pages?.length ?? 0) > 1)
  const pages = here?.pages ?? []
  const list = (
    <ul className="v-width">
      {pages.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
  return here ? (
    <nav className="v-place" aria-label={here.label}>
      {pages.length <= fewPages ? (
        list
      ) : (
        <details className="v-place__fold">
          <summary className="v-width">
            {pages.find(({ current }) => current)?.label ?? here.label}
            <Icon name="chevronDown" />
          </summary>
          {list}
        </details>
      )}
    </nav>
  ) : null
}
