import type { ComponentChildren } from 'preact'
import type { Field } from '../../../kernel/fields.ts'
import { type Profile, type Setting, type SettingSection, settingErrands } from '../../../kernel/profile.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Place, Places } from '../../../ui/places.tsx'
import { showValue } from '../../../ui/record-view.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { type SummaryItem, SummaryList } from '../../../ui/summary-list.tsx'
import { type Details, missingDetails, shownNumber } from '../details.ts'
import type { Logo } from '../logo.ts'
import { settingTexts } from '../settings/texts.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly name: string
  readonly details: Details
  readonly logo: Logo | null
  readonly profile: Profile
  readonly version: number
  /** How many changes are planned for a day to come. */
  readonly planned: number
  readonly sections: readonly SettingSection[]
  /** What does not work as it should, first of all: as later modules find it. */
  readonly wrong: readonly ComponentChildren[]
  /** What later modules have to say of the organisation, such as how its mail goes out. */
  readonly related: readonly ComponentChildren[]
  readonly locale: Locale
}

/** The organisation as it is set up, each module's part in words. What may be changed has a link to its own page. */
export function SettingsPage({ name, details, logo, profile, version, planned, sections, wrong, related, locale }: Props) {
  const t = texts(locale)
  return (
    <>
      <PageHeading title={t.title} kicker={name} lead={t.lead} />
      {each(wrong, (panel) => panel)}
      {settingErrands.map((errand) => (
        <Section key={errand} title={settingTexts(locale).errands[errand]} locale={locale} plain={errand === 'organisation'}>
          <Places label={settingTexts(locale).errands[errand]}>
            {errand === 'organisation' && <DetailsPlace details={details} logo={logo} name={name} locale={locale} />}
            {sections
              .filter((section) => section.of === errand)
              .map((section) => (
                <Place key={section.id} id={section.id} title={section.title(locale)} state={section.state(profile, locale)}>
                  {section.lead && <p className="v-soft">{section.lead(locale)}</p>}
                  <SummaryList locale={locale} items={linesOf(section, profile, locale)} />
                </Place>
              ))}
          </Places>
        </Section>
      ))}
      <p>
        <a className="ds-link" href="/innstillinger/versjoner">
          {t.version} {version}
        </a>
        {' · '}
        <a className="ds-link" href="/innstillinger/profil">
          {settingTexts(locale).file.title}
        </a>
        {planned > 0 && ` · ${settingTexts(locale).planned.some(planned)}`}
      </p>
      {each(related, (panel) => (
        <div>{panel}</div>
      ))}
    </>
  )
}

const linesOf = ({ settings, fixed }: SettingSection, profile: Profile, locale: Locale): readonly SummaryItem[] => [
  ...settings.filter(({ shown }) => shown?.(profile) ?? true).flatMap((one) => linesOfSetting(one, profile, locale)),
  ...(fixed?.(profile, locale) ?? []),
]

function linesOfSetting(setting: Setting, profile: Profile, locale: Locale): readonly SummaryItem[] {
  const change = { href: `/innstillinger/${setting.address}` }
  if (setting.says) return [{ label: (setting.named ?? setting.heading)(profile, locale), value: setting.says(profile, locale), change }]
  const labels = setting.labels(profile, locale)
  const values = setting.read(profile)
  return Object.entries(setting.fields).map(([name, field]) => {
    const text = labels[name] as { readonly label: string; readonly choices?: Readonly<Record<string, string>> }
    return { label: text.label, value: inOneLine(field, values[name], text, locale), change }
  })
}

/** Several choices one after the other: a page of settings is read from the top. */
const inOneLine = (field: Field, value: unknown, text: Parameters<typeof showValue>[2], locale: Locale): ComponentChildren =>
  field.kind === 'choices' && Array.isArray(value) && value.length > 0
    ? value.map((one: string) => text.choices?.[one] ?? one).join(', ')
    : showValue(field, value, text, locale)

function DetailsPlace({ details, logo, name, locale }: Pick<Props, 'details' | 'logo' | 'name' | 'locale'>) {
  const t = texts(locale)
  const lacking = missingDetails(details).length > 0
  return (
    <Place
      id="virksomheten"
      title={t.details}
      state={lacking ? <StatusTag tone="warning">{t.lacking}</StatusTag> : [name, shownNumber(details.number ?? '')].join(' · ')}
      open={lacking}
    >
      {lacking && (
        <Notice tone="warning" locale={locale}>
          {t.detailsMissing}
        </Notice>
      )}
      <SummaryList
        locale={locale}
        items={[
          { label: t.name, value: name },
          { label: t.field.number.label, value: details.number && shownNumber(details.number) },
          { label: t.field.address.label, value: details.address, text: true },
          { label: t.field.telephone.label, value: details.telephone },
          { label: t.field.email.label, value: details.email },
          {
            label: t.logo.label,
            value: logo && <img className="v-logo" src={`/innstillinger/logo/${logo.id}`} alt={t.logo.now} height={48} />,
            change: { href: '/innstillinger/logo' },
          },
        ]}
      />
      <p>
        <a className="ds-link" href="/innstillinger/virksomheten">
          {t.editDetails}
        </a>
      </p>
    </Place>
  )
}
