import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Card, Loan } from '../card.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly cards: readonly Card[]
  readonly loans: readonly Loan[]
  readonly opens: (card: Card) => boolean
  readonly locale: Locale
}

/** Before somebody leaves: which cards they have, and who will get them back. */
export function HeldCards({ cards, loans, opens, locale }: Props) {
  const t = texts(locale)
  const numberOf = ({ values }: Card) => values.cardNumber ?? t.noNumber
  return (
    <Section title={t.held.title} id="kort" locale={locale}>
      {cards.length + loans.length === 0 ? (
        <p className="v-soft">{t.held.none}</p>
      ) : (
        <>
          <ul className="ds-list">
            {each(cards, (card) => (
              <li>
                {opens(card) ? <TextLink href={`/id-kort/${card.id}`}>{numberOf(card)}</TextLink> : numberOf(card)}
                {card.values.status && `: ${t.status[card.values.status]}`}
              </li>
            ))}
            {each(loans, ({ values }) => (
              <li>{t.held.loan(values.cardNumber ?? '')}</li>
            ))}
          </ul>
          <p>{t.held.follows}</p>
        </>
      )}
    </Section>
  )
}
