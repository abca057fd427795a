import type { ComponentChildren } from 'preact'
import { type Locale, locales } from '../kernel/texts.ts'
import { Icon, Mark } from './icon.tsx'
import { fill, uiTexts } from './texts.ts'

export type ColorScheme = 'auto' | 'light' | 'dark'
type NavItem = { readonly href: string; readonly label: string; readonly current?: boolean; readonly count?: number | undefined }
export type NavPlace = NavItem & {
  /** The pages of the place, where it has several: shown below the header on each of them. */
  readonly pages?: readonly NavItem[] | undefined
}

/** Where the shell's own forms and links go. Given once by the app where they differ from these. */
export const shellPaths = {
  home: '/',
  search: '/sok',
  messages: '/varsler',
  myPage: '/min-side',
  language: '/sprak',
  colorScheme: '/visning',
  signOut: '/logg-ut',
  accessibility: '/tilgjengelighet',
  privacy: '/personvern',
}
export type ShellPaths = typeof shellPaths

export type HeaderProps = {
  readonly locale: Locale
  readonly paths: ShellPaths
  readonly organisationName: string
  readonly nav: readonly NavPlace[]
  /** Null: nobody is signed in. `label` names the person or the role, `role` what they are here. */
  readonly person: { readonly label: string; readonly role: string } | null
  readonly colorScheme: ColorScheme
  readonly unread?: number
  /** "Meld avvik": one press away on every page (S0-10). Null only on the report itself. */
  readonly report?: { readonly href: string; readonly label: string } | null
  /** "Ask for advice": quiet, on every page and form (S0-05). Null where one is asking. */
  readonly advice?: { readonly href: string; readonly label: string } | null
  /** The organisation switcher, in the person's menu. */
  readonly organisations?: ComponentChildren
  /** The address of this page, or of the one its form is filled in at: the choice of language and display comes back to it. */
  readonly path?: string
}

/** Whose Varde it is, the way to report, the main menu, and a menu of one's own. */
export const Header = (props: HeaderProps) => {
  const { locale, paths, nav, report, advice, person, unread = 0 } = props
  const texts = uiTexts(locale)
  return (
    <header className="v-header">
      <div className="v-header__bar v-width">
        <a className="v-brand" href={paths.home}>
          <Mark />
          <span>
            <span className="v-brand__name">{props.organisationName}</span>
            {props.organisationName !== product && <span className="v-brand__product">{product}</span>}
          </span>
        </a>
        <div className="v-header__actions">
          {report && (
            <a className="ds-button v-header__report" href={report.href}>
              <Icon name="plus" />
              {report.label}
            </a>
          )}
          {advice && (
            <a className="ds-button v-advice v-only-wide" data-variant="tertiary" href={advice.href}>
              <Icon name="help" />
              <span>{advice.label}</span>
            </a>
          )}
          {person && (
            <a
              className="ds-button v-search v-only-wide"
              data-variant="tertiary"
              href={paths.search}
              data-palette={`${paths.search}/finn`}
              aria-keyshortcuts="/"
            >
              <Icon name="search" />
              <span>{texts.search}</span>
            </a>
          )}
          {person && (
            <a className="ds-button v-bell v-only-wide" data-variant="tertiary" data-icon="" href={paths.messages}>
              <Icon name="bell" />
              <span className="ds-sr-only">{texts.messages}</span>
              <Unread count={unread} words={texts.unread} />
            </a>
          )}
          <button className="ds-button v-header__person" type="button" data-variant="tertiary" popoverTarget="meg">
            <Icon name={person ? 'person' : 'globe'} />
            <span>{person?.label ?? texts.settingsMenu}</span>
          </button>
          {nav.length > 0 && (
            <button className="ds-button v-only-narrow" type="button" data-variant="tertiary" data-icon="" popoverTarget="meny">
              <Icon name="menu" />
              <span className="ds-sr-only">{texts.menu}</span>
            </button>
          )}
        </div>
      </div>
      <Own {...props} />
      {nav.length > 0 && (
        <nav className="v-nav v-panel" id="meny" popover="auto" aria-label={texts.mainNav}>
          <ul className="v-width">
            {person && (
              <li className="v-only-narrow">
                <a href={paths.search} data-palette={`${paths.search}/finn`}>
                  {texts.search}
                </a>
              </li>
            )}
            {advice && (
              <li className="v-only-narrow">
                <a href={advice.href}>{advice.label}</a>
              </li>
            )}
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                  {item.count ? <span className="v-count">{item.count}</span> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

/** Before anybody has signed in, the product's name stands where the organisation's does. */
const product = 'Varde'
const languages = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const
const schemes: readonly ColorScheme[] = ['auto', 'light', 'dark']

/** Who I am here, my messages, my language, light or dark, and out. */
const Own = ({ locale, person, paths, path, unread = 0, organisations, colorScheme }: HeaderProps) => {
  const texts = uiTexts(locale)
  const back = path === undefined ? null : <input type="hidden" name="til" value={path} />
  return (
    <section className="v-panel v-own" id="meg" popover="auto" aria-label={person ? texts.personMenu : texts.settingsMenu}>
      {person && (
        <div>
          <p className="v-person">
            <b>{person.label}</b>
            <span className="v-soft">{person.role}</span>
          </p>
          <ul>
            <li>
              <a href={paths.messages}>
                {texts.messages}
                <Unread count={unread} words={texts.unread} />
              </a>
            </li>
            <li>
              <a href={paths.myPage}>{texts.myPage}</a>
            </li>
          </ul>
        </div>
      )}
      {organisations && (
        <div>
          <h2>{texts.organisation}</h2>
          {organisations}
        </div>
      )}
      <noscript>
        <p>{texts.saveFirst}</p>
      </noscript>
      <form method="post" action={paths.language}>
        <h2 id="sprak-valg">{texts.language}</h2>
        {back}
        <fieldset className="v-pick" aria-labelledby="sprak-valg">
          {locales.map((one) => (
            <button key={one} type="submit" name="sprak" value={one} lang={one} aria-pressed={one === locale}>
              {languages[one]}
            </button>
          ))}
        </fieldset>
      </form>
      <form method="post" action={paths.colorScheme}>
        <h2 id="visning-valg">{texts.colorScheme}</h2>
        {back}
        <fieldset className="v-pick" aria-labelledby="visning-valg">
          {schemes.map((one) => (
            <button key={one} type="submit" name="visning" value={one} aria-pressed={one === colorScheme}>
              {texts.colorSchemes[one]}
            </button>
          ))}
        </fieldset>
      </form>
      {person && (
        <form method="post" action={paths.signOut}>
          <button className="ds-button" type="submit" data-variant="secondary" data-fullwidth="">
            {texts.signOut}
          </button>
        </form>
      )}
    </section>
  )
}

const Unread = ({ count, words }: { readonly count: number; readonly words: string }) =>
  count > 0 ? (
    <span className="v-count" role="img" aria-label={fill(words, { n: count })}>
      {count > 99 ? '99+' : count}
    </span>
  ) : null
