import type { Profile } from '../../../kernel/profile.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Notice } from '../../../ui/notice.tsx'
import { TextLink } from '../../../ui/page.tsx'
import { titleOf } from '../../people/public.ts'
import type { Vacancy } from '../task.ts'
import { texts } from '../texts.ts'

type Props = { readonly vacant: readonly Vacancy[]; readonly profile: Profile; readonly mayGive: boolean; readonly locale: Locale }

/** Which role nobody holds, who does its work meanwhile, and what waits for it. */
export function VacancyNotice({ vacant, profile, mayGive, locale }: Props) {
  if (vacant.length === 0) return null
  const t = texts(locale).roles
  return (
    <Notice tone={vacant.some(({ by }) => by === null) ? 'danger' : 'warning'} title={t.title(vacant.length)} locale={locale}>
      <ul>
        {each(vacant, ({ role, by, waiting }) => (
          <li>
            {t.vacant(titleOf(profile, role, locale))}. {by ? t.meanwhile(profile.titles[by][locale]) : t.stopped}.{' '}
            {waiting > 0 && `${t.waiting(waiting)}.`}{' '}
            {mayGive && <TextLink href={`/roller/${role}/gi`}>{t.fill(titleOf(profile, role, locale))}</TextLink>}
          </li>
        ))}
      </ul>
      {!mayGive && <p>{t.ask}</p>}
    </Notice>
  )
}
