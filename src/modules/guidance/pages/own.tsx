import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton, PostButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import { showWhole } from '../../../ui/format.ts'
import { htmlOf } from '../../../ui/markdown.ts'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { fill } from '../../../ui/texts.ts'
import { Written } from '../../../ui/written.tsx'
import type { Published } from '../guidance.ts'
import { bodyIn, byName, languageOf } from '../in-language.ts'
import type { Lacking, Shelved } from '../queries.ts'
import { texts } from '../texts.ts'

type ChecklistProps = {
  readonly points: readonly { readonly point: Shelved; readonly ticked: Date | null }[]
  readonly locale: Locale
}

/** The reader's own checklist (S0-12): a point for each rule, ticked by themselves. */
export function ChecklistPage({ points, locale }: ChecklistProps) {
  const t = texts(locale).checklist
  const done = points.filter(({ ticked }) => ticked !== null).length
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {points.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <>
          <p className="v-soft">{fill(t.count, { done, all: points.length })}</p>
          <ul className="v-checklist">
            {each(points, ({ point, ticked }) => (
              <li className="v-checklist__point" data-done={ticked ? '' : undefined}>
                <div>
                  <TextLink href={`/veiledning/${point.id}`}>{byName(point.values, locale)}</TextLink>
                  <TipText tip={point} locale={locale} />
                </div>
                <PostButton
                  action={`/huskeliste/${point.id}`}
                  variant={ticked ? 'tertiary' : 'secondary'}
                  hidden={{ gjort: ticked ? 'nei' : 'ja' }}
                >
                  {ticked ? t.undo : t.done}
                  <span className="ds-sr-only"> {byName(point.values, locale)}</span>
                </PostButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const TipText = ({ tip, locale }: { readonly tip: Published; readonly locale: Locale }) => {
  const language = languageOf(tip.values, locale)
  return <Written html={htmlOf(language ? bodyIn(tip.values, language) : '')} soft />
}

type PrintTipProps = {
  readonly tips: readonly Published[]
  /** Seen when the page itself is printed, and not on the screen. */
  readonly onPaper?: true
  readonly locale: Locale
}

/** The tip that stands where a case is printed (S0-15). */
export const PrintTip = ({ tips, onPaper, locale }: PrintTipProps) =>
  tips.length === 0 ? null : (
    <aside className={onPaper ? 'v-tip v-on-paper' : 'v-tip'} aria-label={texts(locale).print.title}>
      <p>
        <b>{texts(locale).print.title}</b>
      </p>
      {each(tips, (tip) => (
        <TipText tip={tip} locale={locale} />
      ))}
    </aside>
  )

type GapsProps = {
  readonly systems: readonly Lacking[]
  readonly workProcesses: readonly Lacking[]
  readonly mayWrite: boolean
  readonly locale: Locale
}

/** Systems and professional fields that no routine in use covers (S4-017). */
export function GapsPage({ systems, workProcesses, mayWrite, locale }: GapsProps) {
  const t = texts(locale).gaps
  const lists = [
    { title: t.systems, at: '/systemer', rows: systems },
    { title: t.workProcesses, at: '/arbeidsprosesser', rows: workProcesses },
  ]
  return (
    <>
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          mayWrite && (
            <LinkButton href="/artikler/nytt" icon="plus">
              {t.write}
            </LinkButton>
          )
        }
      />
      <p>
        <TextLink href="/sporsmal/rutiner">{t.asked}</TextLink>
      </p>
      {each(lists, ({ title, at, rows }) => (
        <Section title={`${title} (${showWhole(rows.length, locale)})`} locale={locale}>
          {rows.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul>
              {each(rows, ({ id, name }) => (
                <li>
                  <TextLink href={`${at}/${id}`}>{name}</TextLink>
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
    </>
  )
}
