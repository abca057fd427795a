import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Addendum } from '../../../kernel/ctx.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, LinkButton, PostButton } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { each } from '../../../ui/each.ts'
import { OutsideLink, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Checklist, Facts } from '../employment.ts'
import type { LeavingProfile } from '../profile.ts'
import type { By } from '../rules.ts'
import { doneOn, mayTick, openSteps, stateOf } from '../rules-steps.ts'
import { dueOf, oneDriveWindow, type Step, stepsOf } from '../steps.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly list: Checklist
  readonly person: string | null
  readonly facts: Facts
  readonly by: By
  readonly mayClose: boolean
  readonly names: ReadonlyMap<string, { readonly name: string }>
  readonly held: readonly Addendum[]
  readonly profile: LeavingProfile
  readonly today: LocalDate
  readonly locale: Locale
}

const tones = { done: 'success', notAsked: 'neutral', locked: 'neutral', late: 'danger', open: 'warning' } as const

/** One checklist: each point with whose it is, when it is due, and its deed. */
export function ChecklistSection(props: Props) {
  const { list, facts, mayClose, names, locale } = props
  const t = texts(locale)
  const all = stepsOf(list.kind)
  const open = openSteps(list, facts)
  const at = `/ansettelser/${list.employment}/lister/${list.id}`
  return (
    <Section
      title={t.lists[list.kind]}
      locale={locale}
      aside={<span className="v-soft">{t.progress(all.length - open.length, all.length)}</span>}
    >
      {list.closedAt !== null && (
        <p className="v-soft">{t.closedOn(formatDate(localDate(list.closedAt), locale), names.get(list.closedBy ?? '')?.name ?? '')}</p>
      )}
      {groupsOf(props).map(({ title, steps, mine }) => (
        <Details key={title} summary={`${title} (${steps.length})`} open={mine} wide>
          <Steps {...props} caption={`${t.lists[list.kind]}: ${title}`} steps={steps} at={at} />
        </Details>
      ))}
      {mayClose && list.closedAt === null && (
        <Actions>
          {open.length === 0 ? (
            <PostButton action={`${at}/lukking`}>{t.close[list.kind]}</PostButton>
          ) : (
            <p className="v-soft">{t.stillOpen}</p>
          )}
          <LinkButton href={`${at}/sjekkliste.pdf`} variant="tertiary" download>
            {t.download}
          </LinkButton>
        </Actions>
      )}
    </Section>
  )
}

type Group = { readonly title: string; readonly steps: readonly Step[]; readonly mine: boolean }

/** The points by whose they are, those that are done last: only what this reader has to do stands open, a telephone shows it at once. */
function groupsOf({ list, person, facts, by, profile, today, locale }: Props): readonly Group[] {
  const t = texts(locale)
  const all = stepsOf(list.kind)
  const isDone = (step: Step) => stateOf(step, list, facts, today, profile) === 'done'
  const own = person === by.actor.personId ? 'employee' : by.standing.leadsPerson ? 'leader' : 'it'
  const mine = (step: Step) => list.closedAt === null && step.by === own
  const owners = [...new Set(all.map((step) => step.by))]
  const open = owners.map((owner) => {
    const steps = all.filter((step) => step.by === owner && !isDone(step))
    return { title: t.whose[owner], steps, mine: steps.some(mine) }
  })
  return [...open, { title: t.stepStates.done, steps: all.filter(isDone), mine: false }].filter(({ steps }) => steps.length > 0)
}

type StepsProps = Props & { readonly caption: string; readonly steps: readonly Step[]; readonly at: string }
function Steps({ caption, steps, at, ...props }: StepsProps) {
  const { list, facts, held, profile, today, locale } = props
  const t = texts(locale)
  return (
    <DataTable
      caption={caption}
      rows={steps}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'what',
          label: t.step.what,
          heading: true,
          cell: (step) => (
            <>
              {t.steps[step.key]}
              {step.ownList && profile.ownList && (
                <>
                  {' '}
                  <OutsideLink href={profile.ownList} locale={locale}>
                    {t.ownList}
                  </OutsideLink>
                </>
              )}
              {step.names && <Held {...{ held }} />}
            </>
          ),
        },
        { key: 'whose', label: t.step.whose, cell: (step) => t.whose[step.by] },
        { key: 'due', label: t.step.due, figures: true, cell: (step) => formatDate(dueOf(step, list.day, profile), locale) },
        {
          key: 'state',
          label: t.step.state,
          cell: (step) => {
            const state = stateOf(step, list, facts, today, profile)
            return (
              <>
                <StatusTag tone={tones[state]} done={state === 'done'}>
                  {t.stepStates[state]}
                </StatusTag>
                {step.key === 'oneDrive' && state !== 'done' && <span> {t.window[oneDriveWindow(list.day, today, profile)]}</span>}
              </>
            )
          },
        },
        { key: 'deed', label: t.step.deed, deed: true, cell: (step) => <StepDeed {...props} step={step} at={at} /> },
      ]}
    />
  )
}

/** What is to be handed in, by name. */
const Held = ({ held }: Pick<Props, 'held'>) =>
  held.length > 0 && (
    <ul className="ds-list">
      {each(
        held.flatMap(({ items }) => items),
        (item) => (
          <li>{item}</li>
        ),
      )}
    </ul>
  )

function StepDeed({
  list,
  person,
  facts,
  by,
  names,
  profile,
  today,
  locale,
  step,
  at,
}: Props & { readonly step: Step; readonly at: string }) {
  const t = texts(locale)
  const state = stateOf(step, list, facts, today, profile)
  const done = list.steps[step.key]
  const may = list.closedAt === null && mayTick(step, { person }, by)
  if (state === 'locked') return <span className="v-soft">{t.locked}</span>
  const when = doneOn(step, list, facts)
  if (when !== null)
    return (
      <Actions>
        <span>{done ? t.doneBy(formatDate(when, locale), names.get(done.doneBy)?.name ?? '') : formatDate(when, locale)}</span>
        {done?.proof && <span className="v-soft">{done.proof}</span>}
        {done && may && (
          <PostButton action={`${at}/punkter/${step.key}/apning`} variant="tertiary">
            <span aria-hidden="true">{t.undo}</span>
            <span className="ds-sr-only">{t.undoNamed(t.steps[step.key])}</span>
          </PostButton>
        )}
      </Actions>
    )
  if (!may || state === 'notAsked') return null
  if (step.from) return <TextLink href={`/ansettelser/${list.employment}/endring`}>{t.setDate}</TextLink>
  return (
    <Actions>
      {!step.proof && (
        <PostButton action={`${at}/punkter/${step.key}`} variant="secondary" hidden={{ doneOn: today }}>
          <span aria-hidden="true">{t.tick}</span>
          <span className="ds-sr-only">{t.tickNamed(t.steps[step.key])}</span>
        </PostButton>
      )}
      <LinkButton href={`${at}/punkter/${step.key}`} variant={step.proof ? 'secondary' : 'tertiary'}>
        <span aria-hidden="true">{step.proof ? t.register : t.otherDay}</span>
        <span className="ds-sr-only">{t.registerNamed(t.steps[step.key])}</span>
      </LinkButton>
    </Actions>
  )
}
