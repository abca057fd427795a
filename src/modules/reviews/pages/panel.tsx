import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Reviewed } from '../../../kernel/ctx.ts'
import type { RecordKey } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { fill } from '../../../ui/texts.ts'
import { checkpoints } from '../fields.ts'
import type { Held, Plan } from '../review.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly subject: RecordKey
  readonly reviewed: Reviewed
  readonly plan: Plan | null
  readonly held: readonly Held[]
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly now: Date
  readonly locale: Locale
}

/** When a record is to be reviewed next, and what was found before. */
export function ReviewPanel({ subject, reviewed, plan, held, names, now, locale }: Props) {
  const t = texts(locale)
  const at = `/gjennomganger/${subject.type}/${subject.id}`
  const late = plan !== null && plan.dueOn < localDate(now)
  const owner = plan?.owner ?? reviewed.owner
  return (
    <Section title={t.title} locale={locale}>
      {plan ? (
        <SummaryList
          narrow
          locale={locale}
          items={[
            {
              label: t.due,
              value: (
                <>
                  {formatDate(plan.dueOn, locale)} {late && <Tag tone="danger">{t.late}</Tag>}
                </>
              ),
            },
            { label: t.every, value: t.plan.every.choices[plan.everyMonths === null ? 'once' : (String(plan.everyMonths) as '12')] },
            { label: t.owner, value: (owner && names.get(owner)?.name) ?? t.noOwner },
          ]}
        />
      ) : (
        <p className="v-soft">{t.none}</p>
      )}
      {(reviewed.mayReview || reviewed.mayPlan) && (
        <Actions>
          {reviewed.mayReview && plan && (
            <LinkButton href={`${at}/ny`} variant="secondary">
              {t.doHold}
            </LinkButton>
          )}
          {reviewed.mayPlan && (
            <LinkButton href={`${at}/plan`} variant={plan ? 'tertiary' : 'secondary'}>
              {plan ? t.change : t.doPlan}
            </LinkButton>
          )}
        </Actions>
      )}
      {held.length > 0 && (
        <>
          <h3 className="ds-heading v-h3">{t.history}</h3>
          <ul className="ds-list">
            {held.map((one) => (
              <li key={one.id}>
                {fill(t.heldBy, { date: formatDate(one.heldOn, locale), name: names.get(one.heldBy)?.name ?? '' })}
                <p className="v-prose" data-text="">
                  {one.found}
                </p>
                {one.checked && <Checked checked={one.checked} locale={locale} />}
                {one.participants.length > 0 && (
                  <p className="v-soft">
                    {t.took}: {one.participants.map((id) => names.get(id)?.name ?? '').join(', ')}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** Which points were gone through, and which were not: what nobody looked at is said as plainly as what was. */
function Checked({ checked, locale }: { readonly checked: readonly string[]; readonly locale: Locale }) {
  const t = texts(locale)
  const named = (points: readonly (typeof checkpoints)[number][]) => points.map((point) => t.held.checked.choices[point]).join('; ')
  const left = checkpoints.filter((point) => !checked.includes(point))
  const gone = checkpoints.filter((point) => checked.includes(point))
  return (
    <>
      {gone.length > 0 && (
        <p className="v-soft">
          {t.gone}: {named(gone)}
        </p>
      )}
      {left.length > 0 && (
        <p className="v-soft">
          {t.notGone}: {named(left)}
        </p>
      )}
    </>
  )
}
