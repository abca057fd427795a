import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Document, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { grades } from '../fields.ts'
import type { Audit, Finding } from '../internal-control.ts'
import type { Tie } from '../rules-independence.ts'
import { texts } from '../texts.ts'

/** What the report of an audit is drawn from. `name`: what a person or a unit is called. */
export type AuditMaterial = {
  readonly audit: Audit
  readonly findings: readonly Finding[]
  /** Those who audited what they lead or work in. */
  readonly ties: readonly Tie[]
  readonly name: (id: string) => string
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
}

/** The report of a security audit: what was examined, what it came to, and each finding by its grade with what is done. */
export function auditDocument(material: AuditMaterial): Document {
  const { audit, name, language, now, organisation, letterhead } = material
  const { audits: t } = texts(language)
  const { values } = audit
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, language))
  const said = (label: string, text: string | null): readonly Section[] =>
    text === null ? [] : [{ heading: label, blocks: [{ kind: 'text', text }] }]
  return {
    kind: 'auditReport',
    language,
    title: values.name ?? t.one,
    reference: t.report,
    referenceIs: 'about',
    organisation,
    letterhead,
    draft: values.results === null,
    date: formatDate(values.heldOn ?? localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.fields.kind.label, value: values.kind ? t.fields.kind.choices[values.kind] : '–' },
      { label: t.columns.plannedOn, value: day(values.plannedOn) },
      { label: t.columns.heldOn, value: day(values.heldOn) },
      { label: t.fields.leader.label, value: values.leader ? name(values.leader) : '–' },
      { label: t.fields.team.label, value: values.team.map(name).join(', ') || '–' },
      { label: t.fields.units.label, value: values.units.map(name).join(', ') || '–' },
    ],
    sections: [
      ...said(t.fields.scope.label, values.scope),
      ...independenceSection(material),
      ...said(t.fields.results.label, values.results),
      ...said(t.fields.conclusions.label, values.conclusions),
      ...findingSections(material, day),
    ],
    signature: null,
  }
}

/** That they are impartial is shown, and not asserted: who stands near to what was audited, and why it is impartial all the same. */
function independenceSection({ audit: { values }, ties, language }: AuditMaterial): readonly Section[] {
  const { independence: t } = texts(language).audits
  if (values.kind !== 'internal' || (ties.length === 0 && values.independence === null)) return []
  const reason = values.independence === null ? t.noReason : t.because(values.independence)
  return [{ heading: t.heading, blocks: [...ties.map(t.tie), reason, t.law].map((text) => ({ kind: 'text', text }) as const) }]
}

function findingSections({ findings, name, language }: AuditMaterial, day: (date: string | null) => string): readonly Section[] {
  const { audits: t, findings: f } = texts(language)
  if (findings.length === 0) return [{ heading: t.findings, blocks: [{ kind: 'text', text: t.noFindings }] }]
  return grades.flatMap((grade): readonly Section[] => {
    const all = findings.filter(({ values }) => values.grade === grade)
    if (all.length === 0) return []
    const head = [f.one, f.fields.action.label, f.fields.owner.label, f.fields.dueOn.label, t.status]
    const rows = all.map(({ values }) => [
      [values.name, values.found].filter(Boolean).join('. '),
      values.action ?? t.noAction,
      values.owner ? name(values.owner) : '–',
      day(values.dueOn),
      values.closedOn === null ? t.open : `${t.closed} ${day(values.closedOn)}. ${values.outcome ?? ''}`.trim(),
    ])
    const caption = `${t.findings}: ${f.fields.grade.choices[grade]}`
    return [{ heading: caption, blocks: [{ kind: 'table', head, rows, caption }] }]
  })
}
