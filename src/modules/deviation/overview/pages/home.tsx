import type { Locale } from '../../../../kernel/texts.ts'
import { TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { titleOf } from '../../../people/public.ts'
import { CaseDeadline } from '../../deed/pages/deadline.tsx'
import { reference } from '../../deviation.ts'
import { firstWords } from '../../first-words.ts'
import type { HomeCase, HomeCases } from '../queries-home.ts'
import { wordsOf } from '../step-words.ts'
import { overviewTexts } from '../texts.ts'
import { titleOfRow } from './list.tsx'

type Props = { readonly cases: HomeCases; readonly locale: Locale; readonly now: Date }

/** A row for each case: when it is due, what happened, what comes next, and on whom it waits. */
export function CasesOnHome({ cases, locale, now }: Props) {
  const t = overviewTexts(locale).home
  const list = (shown: readonly HomeCase[]) => (
    <TaskList
      tasks={shown.map((one) => ({
        name: titleOfRow(one.row, locale),
        href: `/avvik/${one.row.id}`,
        hint: <About one={one} locale={locale} />,
        deadline: <CaseDeadline view={one.view} locale={locale} now={now} compact />,
      }))}
    />
  )
  return (
    <>
      {cases.mine.length > 0 && list(cases.mine)}
      {cases.theirs.length > 0 && (
        <Section title={t.theirs} locale={locale}>
          {list(cases.theirs)}
        </Section>
      )}
      {cases.more && (
        <p>
          <TextLink href="/avvik">{t.all}</TextLink>
        </p>
      )}
    </>
  )
}

const mostWords = 140

const About = ({ one, locale }: { readonly one: HomeCase; readonly locale: Locale }) => {
  const t = overviewTexts(locale).home
  const { words } = firstWords(one.row.words, mostWords)
  const next = nextWords(one, locale)
  return (
    <>
      <span className="v-line">{[reference(one.row), one.row.unit].filter(Boolean).join(' · ')}</span>
      {words !== '' && <p className="v-first-words">{words}</p>}
      {next && (
        <p className="v-first-words">
          {t.next}: <strong>{next}</strong>
        </p>
      )}
      {!next && one.others && (
        <p className="v-first-words">
          {t.waitsFor(one.others.person ?? one.others.roles.map((role) => titleOf(one.view.profile, role, locale)).join(', '))}
          {': '}
          {one.others.title[locale]}
        </p>
      )}
    </>
  )
}

/** The same as on the case itself; whoever is shown less of it has a task to go by. */
const nextWords = ({ next, task }: HomeCase, locale: Locale): string | null =>
  next.kind === 'step' ? wordsOf(next.step, locale).title : (task?.[locale] ?? null)
