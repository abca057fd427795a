import type { ReactNode } from 'react'
import { type Role, roles } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { fill } from '../../../ui/texts.ts'
import { type Details, missingDetails, shownNumber } from '../details.ts'
import { profiles } from '../presets.ts'
import type { Profile } from '../profile.ts'
import { settingTexts } from '../settings/texts.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly name: string
  readonly details: Details
  readonly profile: Profile
  readonly version: number
  /** What later modules have to say of the organisation, such as how its mail goes out. */
  readonly related: readonly ReactNode[]
  readonly locale: Locale
}

/** The profile in words: who receives, assesses, sends, signs and closes. What may be changed has a link to its own page. */
export function SettingsPage({ name, details, profile, version, related, locale }: Props) {
  const t = texts(locale)
  const { deviation, assessment, authority, subjectMessage, closing, archive } = profile
  const titles = (roles: readonly Role[]) => roles.map((role) => profile.titles[role][locale]).join(', ') || t.none
  const sets = settingTexts(locale)
  const to = (part: string) => ({ href: `/innstillinger/${part}` })
  const yesNo = (yes: boolean) => (yes ? t.yes : t.no)
  return (
    <>
      <PageHeading title={t.title} kicker={name} lead={t.lead} />
      <Section title={t.general} locale={locale} plain>
        <SummaryList
          locale={locale}
          items={[
            { label: t.name, value: name },
            { label: t.kind, value: t.kinds[profile.orgType] },
            { label: t.language, value: t.languages[profile.locale] },
            { label: t.archive, value: archive.system ?? t.none },
            { label: t.version, value: version },
          ]}
        />
      </Section>
      <Section title={t.details} id="virksomheten" locale={locale} edit={{ href: '/innstillinger/virksomheten', label: t.edit }}>
        {missingDetails(details).length > 0 && (
          <Notice tone="warning" locale={locale}>
            {t.detailsMissing}
          </Notice>
        )}
        <SummaryList
          locale={locale}
          items={[
            { label: t.field.number.label, value: details.number && shownNumber(details.number) },
            { label: t.field.address.label, value: details.address, text: true },
            { label: t.field.telephone.label, value: details.telephone },
            { label: t.field.email.label, value: details.email },
          ]}
        />
      </Section>
      <Section title={t.deviations} locale={locale}>
        <SummaryList
          locale={locale}
          items={[
            { label: t.definition, value: deviation.definition[locale], change: to('tekst-definition') },
            { label: t.urgency, value: deviation.urgency[locale], change: to('tekst-urgency') },
            ...deviation.caseTypes.map((type) => ({
              label: `${t.queue}: ${t.caseType[type]}`,
              value: [titles(deviation.routes[type].queue), deviation.routes[type].address].filter(Boolean).join(' · '),
              change: to(`mottakere-${type}`),
            })),
            { label: t.notifyLeader, value: yesNo(deviation.notifyLeader) },
            { label: t.notifyDpo, value: t.notifyDpoWhen[deviation.notifyDpo] },
            { label: t.protection, value: t.protections[deviation.reporterProtection] },
            { label: t.subjects, value: deviation.dataSubjects.map((one) => t.subject[one]).join(', ') },
          ]}
        />
      </Section>
      <Section title={t.assessment} locale={locale}>
        <SummaryList
          locale={locale}
          items={[
            { label: t.assessors, value: titles(assessment.assessors), change: to('avgjorere') },
            { label: t.deciders, value: titles(assessment.deciders), change: to('avgjorere') },
            ...(assessment.jointly.length > 0 ? [{ label: t.jointly, value: titles(assessment.jointly) }] : []),
            { label: t.closers, value: titles(closing.deciders), change: to('avgjorere') },
            { label: t.memo, value: t.memos[closing.memo] },
          ]}
        />
      </Section>
      <Section title={t.authority} locale={locale}>
        <SummaryList
          locale={locale}
          items={[
            { label: t.senders, value: titles(authority.senders), change: to('sendere') },
            {
              label: sets.heading.wording(sets.wordings.instruction),
              value: authority.instruction[locale],
              change: to('tekst-instruction'),
            },
            { label: t.hours, value: fill(t.hoursValue, { n: authority.hours }) },
            {
              label: t.remind,
              value: authority.remindAtHoursLeft.map((hours) => `${hours} t`).join(', ') || t.none,
              change: to('paminnelser'),
            },
            { label: t.drafters, value: titles(subjectMessage.drafters), change: to('sendere') },
            { label: t.signers, value: titles(subjectMessage.signers), change: to('sendere') },
          ]}
        />
      </Section>
      <Section title={sets.titles} locale={locale}>
        <p className="v-soft">{sets.titlesLead}</p>
        <SummaryList
          locale={locale}
          items={roles.map((role) => ({
            label: profiles[profile.preset].titles[role][locale],
            value: profile.titles[role][locale],
            change: to(`tittel-${role}`),
          }))}
        />
      </Section>
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
    </>
  )
}
