import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDue, formatInstant, formatShort } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { Finding } from '../../../kernel/guard/guard.ts'
import { Actions, Button, LinkButton, PostButton } from '../../../ui/button.tsx'
import { CertainButton } from '../../../ui/certain.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { DocumentPreview } from '../../../ui/document-preview.tsx'
import { each } from '../../../ui/each.ts'
import { FieldFrame, FieldGroup } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { GuardNotice, GuardTexts } from '../../../ui/guard-notice.tsx'
import { Notice as Note } from '../../../ui/notice.tsx'
import { Stack, TextLink } from '../../../ui/page.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { NextStep, RecordPage } from '../../../ui/record-page.tsx'
import { type After, errorAt } from '../../../ui/refused.ts'
import { Section } from '../../../ui/section.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import { AuthorityDeadline, reference } from '../../deviation/public.ts'
import { undrawn } from '../../documents/public.ts'
import { documentationGaps, informedState } from '../draft.ts'
import { noticeFields } from '../fields.ts'
import { type Notice, type NoticeTexts, type Owed, stillOwed } from '../notice.ts'
import { blocking, partsOfNotice, readinessOf } from '../parts.ts'
import { isLate } from '../rules.ts'
import { texts } from '../texts.ts'
import { Sender, SenderMissing } from './sender.tsx'
import { authorityHref, DeedPage, NoticeTag, type Shown } from './words.tsx'

type Name = keyof NoticeTexts
export type SheetProps = Shown & {
  readonly notice: Notice
  /** May prepare and register it. The same answer guards the deeds. */
  readonly may: boolean
  /** What the personal-data guard found, where the notice is public (S4-137). */
  readonly found: readonly { readonly name: Name; readonly findings: readonly Finding[] }[]
  /** Pages of the preview. */
  readonly pages: number
  /** The version before this one that was sent. */
  readonly before: Notice | undefined
}

/** The sheet: every answer as Datatilsynet's form asks for it, ready to copy, with what is missing marked and linked. */
export const SheetPage = (props: SheetProps) => {
  const { shown, locale, now, notice } = props
  const { deviation } = shown.view
  const t = texts(locale)
  const href = authorityHref(deviation.id, `/${notice.id}`)
  return (
    <RecordPage
      reference={`${reference(deviation)} · ${t.title}`}
      kind={t.deviation}
      title={t.kinds[notice.kind]}
      locale={locale}
      status={<NoticeTag status={notice.status} locale={locale} />}
      deadline={notice.status === 'draft' ? <AuthorityDeadline deviation={deviation} locale={locale} now={now} /> : undefined}
      next={<Next {...props} />}
      notices={<Warnings {...props} />}
      aside={<Aside {...props} />}
    >
      <Sender shown={shown} locale={locale} />
      {groupsOf(notice, deviation.notifyBy !== null && isLate(deviation, notice.sentAt ?? now)).map(([group, names]) => (
        <Section key={group} title={t.groups[group as keyof typeof t.groups]} id={`del-${group}`} locale={locale}>
          <SummaryList locale={locale} items={names.map((name) => item(props, name))} />
        </Section>
      ))}
      {promises(notice) && <Promised {...props} />}
      <Section title={t.sheet.preview} id="dokumentet" locale={locale}>
        <DocumentPreview
          title={t.document.notice(t.kinds[notice.kind])}
          locale={locale}
          pages={Array.from({ length: props.pages }, (_, index) => `${href}/${index + 1}.svg`)}
          downloads={[
            { href: `${href}.pdf`, label: t.sheet.pdf },
            { href: `${href}.docx`, label: t.sheet.docx },
          ]}
          undrawn={undrawn(Object.values(notice.texts).join(' '))}
        />
      </Section>
    </RecordPage>
  )
}

const promises = (notice: Notice) => notice.kind === 'preliminary' || notice.kind === 'supplementary'

/** The questions of this kind, by the groups of the form. What only some versions have is shown where it is theirs. */
function groupsOf({ kind, texts: said }: Notice, late: boolean): readonly (readonly [string, readonly Name[]])[] {
  const shown = namesOf(kind, late).concat((['stepwise', 'lateReason'] as const).filter((name) => !isEmpty(said[name])))
  const groups = new Map<string, Name[]>()
  for (const name of Object.keys(noticeFields) as Name[]) {
    if (!shown.includes(name)) continue
    const { group } = noticeFields[name]
    groups.set(group, [...(groups.get(group) ?? []), name])
  }
  return [...groups]
}

const namesOf = (kind: Notice['kind'], late: boolean): readonly Name[] => [
  ...(kind === 'withdrawn'
    ? (['contact', 'stepwise', 'withdrawalReason'] as const)
    : (Object.keys(noticeFields) as Name[]).filter((name) => !['stepwise', 'lateReason', 'withdrawalReason'].includes(name))),
  ...(kind === 'preliminary' || kind === 'supplementary' ? (['stepwise'] as const) : []),
  ...(late ? (['lateReason'] as const) : []),
]

function item({ shown, locale, notice, may, before }: SheetProps, name: Name) {
  const t = texts(locale)
  const { label } = t.notice[name]
  const part = partsOfNotice(notice.kind).find((one) => one.name === name)
  const text = notice.texts[name]
  const draft = notice.status === 'draft'
  const missing = draft && (part?.fields.every((field) => isEmpty(notice.texts[field])) ?? false)
  const mend = part?.mend ? `/avvik/${shown.view.deviation.id}/${part.mend}` : `?endre#${name}`
  const altered = before !== undefined && draft && text !== null && text !== before.texts[name] && name !== 'stepwise'
  return {
    label,
    missing,
    text: true,
    value:
      text === null ? null : (
        <>
          <div id={`svar-${name}`} lang={notice.language}>
            {text}
          </div>
          {altered && <Tag tone="info">{t.sheet.changed}</Tag>}
        </>
      ),
    action: draft && text !== null && <CopyButton target={`svar-${name}`} label={label} locale={locale} />,
    change: missing && may ? { href: mend, label: part?.mend ? t.sheet.mend : t.sheet.write } : undefined,
  }
}

function Next({ shown, locale, notice, may }: SheetProps) {
  const { deviation } = shown.view
  const t = texts(locale).sheet
  const href = authorityHref(deviation.id, `/${notice.id}`)
  if (notice.status !== 'draft' || !may || deviation.status === 'closed') return null
  const { done, total } = readinessOf(notice.kind, notice.texts)
  const stops = blocking(notice.kind, notice.texts, stillOwed(shown.file.owed).length, false)
  const ready = stops.length === 0
  const hint = ready ? (notice.kind === 'preliminary' && done < total ? t.preliminaryText : t.readyText) : t.notReadyText
  const register = (
    <LinkButton href={`${href}/sending`} variant={ready ? 'primary' : 'secondary'}>
      {t.register}
    </LinkButton>
  )
  const edit = (
    <LinkButton href={`${href}?endre${stops[0] ? `#${stops[0]}` : ''}`} variant={ready ? 'secondary' : 'primary'} icon="pencil">
      {ready ? t.edit : t.fill}
    </LinkButton>
  )
  return (
    <NextStep locale={locale} title={ready ? t.ready : t.notReady} text={`${t.meter(done, total)} ${hint}`}>
      {ready ? register : edit}
      {ready ? edit : register}
    </NextStep>
  )
}

function Warnings(props: SheetProps) {
  const { shown, locale, now, notice, found } = props
  const { deviation, profile } = shown.view
  const t = texts(locale)
  if (notice.status === 'sent')
    return (
      <Note tone="success" title={t.sheet.sentTitle} locale={locale}>
        <p>
          {notice.sentAt && t.sheet.sentText(formatInstant(notice.sentAt, locale))}{' '}
          {notice.registeredAt &&
            t.sheet.registeredBy(shown.names.get(notice.registeredBy ?? '') ?? '', formatShort(notice.registeredAt, locale))}
        </p>
      </Note>
    )
  if (notice.status !== 'draft') return null
  return (
    <>
      <SenderMissing shown={shown} locale={locale} />
      {isLate(deviation, now) && (
        <Note tone="danger" title={t.sheet.overdueTitle} locale={locale}>
          {t.sheet.overdueText}
        </Note>
      )}
      {notice.kind === 'complete' && <DocumentationWarning {...props} />}
      {profile.authority.publicAccessLocked && (
        <Note tone={found.length > 0 ? 'warning' : 'info'} title={t.sheet.publicTitle} locale={locale}>
          <p>{t.sheet.publicText}</p>
          {found.length > 0 && (
            <>
              <p>{t.sheet.publicFound}</p>
              <ul className="ds-list">
                {found.map(({ name }) => (
                  <li key={name}>
                    <TextLink href={`?endre#${name}`}>{t.notice[name].label}</TextLink>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Note>
      )}
    </>
  )
}

/** S4-159: a complete notice may be sent before the documentation is finished, but not without being told. */
export const DocumentationWarning = ({ shown, locale }: Pick<Shown, 'shown' | 'locale'>) => {
  const { deviation } = shown.view
  const t = texts(locale).sheet
  if (documentationGaps(deviation).length === 0) return null
  return (
    <Note tone="warning" title={t.documentationWarning} locale={locale}>
      <p>{t.documentationText}</p>
      <p>
        <TextLink href={`/avvik/${deviation.id}/dokumentasjon`}>{t.documentationLink}</TextLink>
      </p>
    </Note>
  )
}

function Promised({ shown, locale, notice }: SheetProps) {
  const t = texts(locale)
  const owed = stillOwed(shown.file.owed)
  const blocked = notice.status === 'draft' && notice.kind === 'preliminary' && owed.length === 0
  return (
    <Section title={t.sheet.owed} id="owed" locale={locale}>
      {owed.length === 0 ? (
        <p className={blocked ? 'v-missing' : 'v-soft'}>{t.sheet.nothingOwed}</p>
      ) : (
        <TaskList tasks={owed.map((one) => ({ name: one.what, hint: formatDue(one.dueAt, locale) }))} />
      )}
    </Section>
  )
}

function Aside({ shown, locale, notice, may }: SheetProps) {
  const { file, view, instruction, link } = shown
  const { id, status } = view.deviation
  const t = texts(locale)
  const copies = file.copies.filter((copy) => copy.noticeId === notice.id)
  const href = authorityHref(id, `/${notice.id}`)
  const open = notice.status === 'draft' && may && status !== 'closed'
  return (
    <>
      <Section title={t.track.instruction} locale={locale} plain>
        <p>{instruction[locale]}</p>
        {link && (
          <LinkButton href={link} icon="external" variant="secondary">
            {t.track.openLink}
          </LinkButton>
        )}
      </Section>
      <Section title={t.document.items.n7} locale={locale}>
        <p className="v-soft">{t.sheet.stands}</p>
        <p>{informedState(view.deviation, file.messages, locale)}</p>
        <TextLink href={`/avvik/${id}/berorte`}>{t.sheet.message}</TextLink>
      </Section>
      {notice.reference && (
        <Section title={t.sheet.reference} locale={locale}>
          <p>{notice.reference}</p>
        </Section>
      )}
      {notice.status === 'sent' && (
        <Section title={t.copies.title} locale={locale} edit={may ? { href: `${href}/kopier`, label: t.copies.button } : undefined}>
          <p className="v-soft">{copies.length === 0 ? t.track.noCopies : null}</p>
          <ul className="ds-list">
            {each(copies, (copy) => (
              <li>
                {copy.party} ({t.partyRoles[copy.partyRole].toLowerCase()}), {formatShort(copy.sentAt, locale)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {open && (
        <Section title={t.statuses.draft} locale={locale}>
          <Stack>
            <div>
              <PostButton action={`${href}/utfylling`} hidden={{ version: notice.version }} variant="secondary">
                {t.sheet.refill}
              </PostButton>
              <p className="v-soft">{t.sheet.refillHint}</p>
            </div>
            <CertainButton action={`${href}/forkasting`} hidden={{ version: notice.version }} locale={locale}>
              {t.sheet.discard}
            </CertainButton>
          </Stack>
        </Section>
      )}
    </>
  )
}

export type EditProps = Shown &
  After & {
    readonly notice: Notice
    readonly found: SheetProps['found']
  }

export const owedRows = 4

/** Which questions are said to be optional: a preliminary notice asks little, a complete one all but a few. */
const askedFields = (kind: Notice['kind']): typeof noticeFields => {
  const asked: readonly string[] =
    kind === 'preliminary'
      ? ['whatHappened', 'contact', 'stepwise']
      : kind === 'supplementary'
        ? ['contact']
        : partsOfNotice(kind).map((part) => part.name)
  return Object.fromEntries(
    Object.entries(noticeFields).map(([name, field]) => [
      name,
      asked.includes(name) || name === 'lateReason' ? { ...field, required: true } : field,
    ]),
  ) as typeof noticeFields
}

/** The same questions in the same order, to be written. */
export const EditPage = (props: EditProps) => {
  const { shown, locale, now, notice, refused, found } = props
  const { deviation, profile } = shown.view
  const t = texts(locale)
  const href = authorityHref(deviation.id, `/${notice.id}`)
  const late = isLate(deviation, now) || notice.texts.lateReason !== null
  const shownNames = namesOf(notice.kind, late)
  const names = (Object.keys(noticeFields) as Name[]).filter(
    (name) => shownNames.includes(name) || (name === 'stepwise' && notice.texts.stepwise),
  )
  return (
    <DeedPage {...props} title={t.sheet.editTitle(t.kinds[notice.kind])} lead={t.kindLeads[notice.kind]}>
      {profile.authority.publicAccessLocked && (
        <Note locale={locale} title={t.sheet.publicTitle}>
          {t.sheet.publicText}
        </Note>
      )}
      {found.map(({ name, findings }) => (
        <div key={name}>
          <h2 className="ds-heading v-h3">{t.notice[name].label}</h2>
          <GuardNotice findings={findings} locale={locale} fieldId={name} text={notice.texts[name] ?? ''} />
        </div>
      ))}
      <Form action={href} version={notice.version}>
        <RecordForm
          fields={askedFields(notice.kind)}
          texts={t.notice}
          values={notice.texts}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
          shown={names}
          groups={t.groups}
        />
        {promises(notice) && <OwedRows {...props} owed={stillOwed(shown.file.owed)} />}
        <Actions>
          <Button>{t.sheet.save}</Button>
          <LinkButton href={href} variant="tertiary">
            {t.sheet.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <GuardTexts locale={locale} />
    </DeedPage>
  )
}

/** Promises as rows: those that stand, and room for more. Each becomes a task with its own date (E2). */
function OwedRows({ owed, refused, locale }: EditProps & { readonly owed: readonly Owed[] }) {
  const t = texts(locale)
  const rows = Array.from({ length: Math.max(owedRows, owed.length + 2) }, (_, index) => owed[index])
  const raw = (name: string): string | undefined => {
    const value = refused?.raw[name]
    return typeof value === 'string' ? value : value?.[0]
  }
  return (
    <FieldGroup title={t.sheet.owed} hint={t.sheet.owedHint}>
      {each(
        rows.map((one, index) => ({ one, index })),
        ({ one, index }) => {
          const what = `owed${index}.what`
          const due = `owed${index}.dueOn`
          const id = index === 0 ? 'owed' : what
          return (
            <fieldset className="ds-fieldset">
              <legend className="ds-sr-only">{t.sheet.owedRow(index + 1)}</legend>
              <div className="v-row">
                {one && <input type="hidden" name={`owed${index}.id`} value={one.id} />}
                <FieldFrame name={what} id={id} label={t.owed.what.label} error={errorAt(refused, id)}>
                  <input className="ds-input" name={what} id={id} size={36} defaultValue={raw(what) ?? one?.what ?? ''} />
                </FieldFrame>
                <FieldFrame name={due} label={t.owed.dueOn.label} error={errorAt(refused, due)}>
                  <input
                    className="ds-input"
                    type="date"
                    name={due}
                    id={due}
                    defaultValue={raw(due) ?? (one ? localDate(one.dueAt) : '')}
                  />
                </FieldFrame>
              </div>
            </fieldset>
          )
        },
      )}
    </FieldGroup>
  )
}
