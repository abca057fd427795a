import type { ReactNode } from 'react'
import type { Role } from '../../../kernel/actor.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { fill } from '../../../ui/texts.ts'
import { type Details, missingDetails, shownNumber } from '../details.ts'
import type { Profile } from '../profile.ts'
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

/** The profile in words, to read: who receives, assesses, sends, signs and closes. */
export function SettingsPage({ name, details, profile, version, related, locale }: Props) {
  const t = texts(locale)
  const { deviation, assessment, authority, subjectMessage, closing, archive } = profile
  const titles = (roles: readonly Role[]) => roles.map((role) => profile.titles[role][locale]).join(', ') || t.none
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
            { label: t.definition, value: deviation.definition[locale] },
            { label: t.urgency, value: deviation.urgency[locale] },
            ...deviation.caseTypes.map((type) => ({
              label: `${t.queue}: ${t.caseType[type]}`,
              value: [titles(deviation.routes[type].queue), deviation.routes[type].address].filter(Boolean).join(' · '),
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
            { label: t.assessors, value: titles(assessment.assessors) },
            { label: t.deciders, value: titles(assessment.deciders) },
            ...(assessment.jointly.length > 0 ? [{ label: t.jointly, value: titles(assessment.jointly) }] : []),
            { label: t.closers, value: titles(closing.deciders) },
            { label: t.memo, value: t.memos[closing.memo] },
          ]}
        />
      </Section>
      <Section title={t.authority} locale={locale}>
        <SummaryList
          locale={locale}
          items={[
            { label: t.senders, value: titles(authority.senders) },
            { label: t.hours, value: fill(t.hoursValue, { n: authority.hours }) },
            { label: t.remind, value: authority.remindAtHoursLeft.map((hours) => `${hours} t`).join(', ') },
            { label: t.drafters, value: titles(subjectMessage.drafters) },
            { label: t.signers, value: titles(subjectMessage.signers) },
          ]}
        />
      </Section>
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
    </>
  )
}
