import type { Counted } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { Tallies } from '../../../ui/tallies.tsx'
import { texts } from '../texts.ts'

type Named = { readonly id: string; readonly name: string }
export type StandingProps = {
  readonly unit: Named
  readonly counted: readonly Counted[]
  /** From the topmost that its reader sees down to the one above this. */
  readonly above: readonly Named[]
  readonly below: readonly Named[]
}

/** How it stands in a unit and all below it: each count the way to the list of exactly what it counts (S4-082, S4-085). */
export function Standing({ unit, counted, above, below, locale }: StandingProps & { readonly locale: Locale }) {
  const t = texts(locale).leader
  const links = (units: readonly Named[]) =>
    units.map(({ id, name }) => (
      <li key={id}>
        <TextLink href={`/leder?enhet=${id}`}>{name}</TextLink>
      </li>
    ))
  return (
    <Section title={t.standing(unit.name)} id="status" locale={locale} plain>
      <p className="v-soft">{below.length > 0 ? t.withBelow : t.alone}</p>
      <Tallies tallies={counted} locale={locale} />
      {above.length > 0 && (
        <>
          <p>{t.above}</p>
          <ul className="ds-list">{links(above)}</ul>
        </>
      )}
      {below.length > 0 && (
        <>
          <p>{t.below}</p>
          <ul className="ds-list">{links(below)}</ul>
        </>
      )}
    </Section>
  )
}
