import type { Locale } from '../../../../kernel/texts.ts'
import { Details } from '../../../../ui/details.tsx'
import { each } from '../../../../ui/each.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { OutsideLink, Stack, TextLink } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { texts as caseTexts } from '../../texts.ts'
import type { GuideName } from '../layout.ts'
import type { ReportingView } from '../queries.ts'
import { receiversOf } from '../rules.ts'
import { texts } from '../texts.ts'
import { rolesInWords } from '../words.ts'

type Words = { readonly locale: Locale }

/** The standing reminder over the text fields: no names, and never aimed at a person (S1-42, S1-43). */
export const Reminder = ({ locale }: Words) => (
  <Notice locale={locale} title={texts(locale).reminder.title}>
    {texts(locale).reminder.text}
  </Notice>
)

/** What counts as a deviation here, and why it is worth reporting (S1-02, S2-61, S3-03, S3-09). */
export const Background = ({ view, routine, locale }: Words & { readonly view: ReportingView; readonly routine?: string | undefined }) => {
  const { why, definition, dataAstray, routineLink } = texts(locale)
  return (
    <Stack gap="sm">
      <Details summary={definition}>
        <p>{view.profile.deviation.definition[locale]}</p>
        <p>{dataAstray}</p>
        {routine && (
          <p>
            <TextLink href={`/veiledning/${routine}`}>{routineLink}</TextLink>
          </p>
        )}
      </Details>
      <Details summary={why.title}>
        <ul>
          {each(why.reasons, (reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <p>{why.doubt}</p>
        <p>{why.hours}</p>
      </Details>
      <Links view={view} locale={locale} />
    </Stack>
  )
}

/** What the organisation says itself where deviations are reported; nothing where it says nothing. */
export const OwnWords = ({ view, locale }: Words & { readonly view: Pick<ReportingView, 'profile'> }) => {
  const text = view.profile.ownWords.report[locale]
  return text === null ? null : <Notice locale={locale}>{text}</Notice>
}

/** Where the organisation sends people on (S1-19, S4-040). */
const Links = ({ view, locale }: Words & { readonly view: ReportingView }) => {
  const { reportLinks } = view.profile
  if (reportLinks.length === 0) return null
  return (
    <div>
      <p>{texts(locale).alsoSee}</p>
      <ul>
        {each(reportLinks, ({ text, address }) => (
          <li>
            {address === null ? (
              text
            ) : (
              <OutsideLink href={address} locale={locale}>
                {text}
              </OutsideLink>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who gets the report and who sees the name, said before it is sent (F1–F3, S1-21, S4-131). */
export const Audience = ({ view, locale }: Words & { readonly view: ReportingView }) => {
  const words = texts(locale).audience
  const { profile, leader } = view
  const { notifyLeader, reporterProtection } = profile.deviation
  const isProtected = reporterProtection === 'dpoOnly'
  const receivers = receiversOf(profile)
  const kinds = caseTexts(locale).caseTypes
  return (
    <Section title={words.title} id="hvem" locale={locale}>
      <ul>
        {each(receivers, ({ caseTypes, roles }) => {
          const who = rolesInWords(roles, profile, locale)
          return <li>{receivers.length === 1 ? words.goesTo(who) : words.goesToFor(caseTypes.map((one) => kinds[one]).join(', '), who)}</li>
        })}
        {each(
          receivers.flatMap(({ address }) => address ?? []),
          (address) => (
            <li>{words.address(address)}</li>
          ),
        )}
        <li>{isProtected ? words.protected : words.named}</li>
        {isProtected && <li>{words.protectedWhere}</li>}
        {notifyLeader && !isProtected && <li>{leader ? words.leader(leader) : words.leaderUnknown}</li>}
        {isProtected && <li>{words.leaderNot}</li>}
      </ul>
    </Section>
  )
}

/** Asking first is allowed, and makes no case (S3-12). */
export const AskFirst = ({ view, locale }: Words & { readonly view: ReportingView }) => {
  const words = texts(locale).ask
  const { profile, dpo } = view
  const mailbox = receiversOf(profile).find(({ address }) => address !== null)
  const people = dpo.length > 0 || !mailbox ? dpo : [{ name: mailbox.address ?? '', email: mailbox.address }]
  return (
    <Section title={words.title} id="spor" locale={locale}>
      <p>{words.text}</p>
      <ul>
        {each(people, ({ name, email }) => (
          <li>
            {email === name ? '' : `${name}${email ? ', ' : ''}`}
            {email && <TextLink href={`mailto:${email}`}>{email}</TextLink>}
          </li>
        ))}
      </ul>
      <p>
        <TextLink href="/sporsmal/nytt?til=dpo&fra=/avvik/ny">{words.here}</TextLink>
      </p>
    </Section>
  )
}

const anchors: Readonly<Record<GuideName, string>> = { email: 'rad-e-post', received: 'rad-mottatt', rules: 'rad-regler' }

/** Links to the advice further down on the same page. */
export const GuideLinks = ({ guides, locale }: Words & { readonly guides: readonly GuideName[] }) =>
  guides.length === 0 ? null : (
    <ul>
      {each(guides, (guide) => (
        <li>
          <TextLink href={`#${anchors[guide]}`}>{texts(locale).guides[guide].title}</TextLink>
        </li>
      ))}
    </ul>
  )

/** Short advice for what was chosen: the two commonest mishaps with e-mail, and where rules are found (S1-07, S1-09, S0-26, S1-10). */
export const Guides = ({ guides, locale, open }: Words & { readonly guides: readonly GuideName[]; readonly open?: boolean }) =>
  guides.length === 0 ? null : (
    <Section title={texts(locale).guides.heading} locale={locale}>
      <Stack gap="sm">
        {each(guides, (guide) => {
          const { title, steps, links = [] } = texts(locale).guides[guide]
          return (
            <div id={anchors[guide]}>
              <Details summary={title} {...(open ? { open } : {})}>
                <ol>
                  {each(steps, (step) => (
                    <li>{step}</li>
                  ))}
                </ol>
                {links.length > 0 && (
                  <ul>
                    {each(links, ({ href, label }) => (
                      <li>
                        <TextLink href={href}>{label}</TextLink>
                      </li>
                    ))}
                  </ul>
                )}
              </Details>
            </div>
          )
        })}
      </Stack>
    </Section>
  )
