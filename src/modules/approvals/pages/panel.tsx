import type { ApprovalPart } from '../../../kernel/approval.ts'
import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Approvals } from '../../../kernel/ctx.ts'
import type { RecordKey } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Given, StandIn } from '../approval.ts'
import { mayApprove, standing } from '../rules.ts'
import { texts } from '../texts.ts'

export type PanelProps = {
  readonly subject: RecordKey
  readonly asked: Approvals
  readonly given: readonly Given[]
  readonly standIns: readonly StandIn[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly reader: string
  /** The page has its one primary button already. */
  readonly second: boolean
  readonly locale: Locale
}

export const addressOf = ({ type, id }: RecordKey, part: string): string => `/godkjenninger/${type}/${id}/${part}`

/** Who must approve a record, what they have said of what it says now, and what fell before. */
export function ApprovalPanel(props: PanelProps) {
  const { asked, given, locale } = props
  const t = texts(locale)
  const stands = standing(given, asked.restsOn)
  const earlier = given.filter((one) => !stands.includes(one))
  return (
    <Section title={t.title} id="godkjenning" locale={locale}>
      {asked.state === 'incomplete' && <p>{asked.missing?.[locale] ?? t.incomplete}</p>}
      <SummaryList
        narrow
        locale={locale}
        items={asked.parts.map((part) => ({
          label: part.label[locale],
          value: <Said {...props} part={part} said={stands.find((one) => one.part === part.part)} />,
        }))}
      />
      {asked.state !== 'closed' && <Deeds {...props} stands={stands} />}
      {earlier.length > 0 && (
        <Details summary={t.earlier(earlier.length)}>
          <ul className="ds-list">
            {each(earlier, (one) => (
              <li>
                {asked.parts.find(({ part }) => part === one.part)?.label[locale] ?? one.part}: <Words {...props} said={one} />
                {one.fell && <span className="v-soft"> {t.fell[one.fell.because](formatShort(one.fell.at, locale))}</span>}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  )
}

function Said(props: PanelProps & { readonly part: ApprovalPart; readonly said: Given | undefined }) {
  const { part, said, standIns, names, locale } = props
  const t = texts(locale)
  if (said) return <Words {...props} said={said} />
  const who = standIns.find((one) => one.part === part.part)?.person ?? part.person
  const name = who === null ? undefined : names.get(who)?.name
  return <span className="v-soft">{name ? t.waitsFor(name) : t.waits}</span>
}

function Words({ said, names, locale }: PanelProps & { readonly said: Given }) {
  const t = texts(locale)
  const name = names.get(said.by)?.name ?? t.somebody
  const whose = said.onBehalfOf === null ? undefined : (names.get(said.onBehalfOf)?.name ?? t.somebody)
  const approved = said.verdict === 'approved'
  return (
    <>
      <Tag tone={approved ? 'success' : 'warning'}>{t.verdicts[said.verdict]}</Tag> {t.by(name, formatShort(said.at, locale))}
      {whose && ` ${t.onBehalfOf(whose)}`}
      {said.reason !== null && (
        <span className="v-prose v-line" data-text="">
          {said.reason}
        </span>
      )}
    </>
  )
}

/** What the reader can do: one primary button, the first part that waits for them. */
function Deeds({ subject, asked, standIns, stands, reader, second, locale }: PanelProps & { readonly stands: readonly Given[] }) {
  const t = texts(locale)
  const theirs = asked.parts.filter((part) => mayApprove(part, standIns, reader, asked))
  const said = (part: ApprovalPart) => stands.find((one) => one.part === part.part)
  const open = asked.state === 'open' ? theirs.filter((part) => !said(part)) : []
  const own = theirs.flatMap((part) => said(part) ?? []).filter(({ by }) => by === reader)
  const handOn = theirs.filter((part) => part.may && !said(part))
  if (open.length + own.length + handOn.length === 0) return null
  return (
    <Actions>
      {each(open, (one) => (
        <LinkButton href={addressOf(subject, one.part)} variant={one === open[0] && !second ? 'primary' : 'secondary'}>
          {t.approve(asked.parts.length > 1 ? one.label[locale] : null)}
        </LinkButton>
      ))}
      {each(handOn, ({ part, label }) => (
        <LinkButton href={`${addressOf(subject, part)}/stedfortreder`} variant="tertiary">
          {handOn.length > 1 ? t.handOnAs(label[locale]) : t.handOn}
        </LinkButton>
      ))}
      {each(own, ({ part }) => (
        <PostButton action={`${addressOf(subject, part)}/tilbaketrekking`} hidden={{ restsOn: asked.restsOn }} variant="tertiary">
          {t.withdraw}
        </PostButton>
      ))}
    </Actions>
  )
}
