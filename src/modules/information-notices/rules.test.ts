import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { recordFields } from './fields.ts'
import type { InformationNotice } from './information-notice.ts'
import { consentState, isOutdated, lacksConsent, publishNotice } from './rules.ts'
import { noticeTasks } from './tasks.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (role: 'dpo' | 'employee'): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles: [role], unitId: null, leads: [], profileVersion: 1 },
})
const whole = { purpose: 'Ta opp studenter.', storageTime: 'Fem år.', basis: ['publicTask'] as const }
const notice = (over: Partial<InformationNotice['values']> = {}): InformationNotice => ({
  id: 'n',
  version: 1,
  values: {
    ...{
      ...emptyValues(recordFields),
      name: 'Søkere',
      processing: 'p',
      whenGiven: 'Ved søknad',
      whereGiven: 'Skjemaet',
      rights: 'Innsyn.',
    },
    status: 'draft',
    ...over,
  },
})
const published = () => {
  const outcome = publishNotice(notice(), whole, actor('dpo'), now)
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.next
}

describe('what people are told', () => {
  it('S4-008 purpose, rights and storage time are all there, or it is not published', () => {
    expect(publishNotice(notice(), { ...whole, storageTime: null }, actor('dpo'), now)).toMatchObject({ ok: false, why: 'storageMissing' })
    expect(publishNotice(notice(), { ...whole, purpose: null }, actor('dpo'), now)).toMatchObject({ why: 'purposeMissing' })
    expect(publishNotice(notice({ rights: null }), whole, actor('dpo'), now)).toMatchObject({
      why: 'rightsMissing',
      fields: ['rights'],
    })
    for (const field of ['whenGiven', 'whereGiven'] as const)
      expect(publishNotice(notice({ [field]: null }), whole, actor('dpo'), now)).toMatchObject({ why: 'givenMissing', fields: [field] })
    expect(publishNotice(notice({ edition: 4 }), whole, actor('dpo'), now)).toMatchObject({
      events: [{ type: 'information_notice.published', edition: 5 }],
    })
    expect(publishNotice(notice(), whole, actor('employee'), now)).toMatchObject({ why: 'notAllowed' })
    expect(published().values).toMatchObject({ status: 'published', edition: 1, saidStorageTime: 'Fem år.', saidPurpose: whole.purpose })
  })
  it('S4-008 a change in the record makes it outdated, until it is published anew', () => {
    const said = published()
    expect(isOutdated(said, whole)).toBe(false)
    for (const changed of [{ purpose: 'Noe annet.' }, { storageTime: 'Ti år.' }, { storageTime: null }])
      expect(isOutdated(said, { ...whole, ...changed })).toBe(true)
    expect(isOutdated({ values: { ...said.values, rights: 'Innsyn og retting.' } }, whole)).toBe(true)
    expect(isOutdated(notice(), { ...whole, purpose: 'x' })).toBe(false)
    expect(publishNotice(said, whole, actor('dpo'), now)).toMatchObject({ why: 'nothingChanged' })
    expect(publishNotice(said, { ...whole, storageTime: 'Ti år.' }, actor('dpo'), now)).toMatchObject({ next: { values: { edition: 2 } } })
    expect(noticeTasks(said, true, 'owner')).toMatchObject([{ kind: 'information_notice.renew', personId: 'owner' }])
    expect(noticeTasks(said, false, 'owner')).toEqual([])
  })
})

describe('consent', () => {
  const told = { consentText: 'Hva', consentHow: 'Skjema', consentWhen: 'Før', consentRecorded: 'I arkivet', consentWithdrawn: 'E-post' }
  const onConsent = { ...whole, basis: ['consent'] as const }
  it('S2-33 an activity that rests on consent and has no information text is incomplete', () => {
    expect(consentState(whole, [])).toBe('notAsked')
    expect(consentState(onConsent, [])).toBe('incomplete')
    expect(consentState(onConsent, [notice({ ...told, consentText: null })])).toBe('incomplete')
    expect(consentState(onConsent, [notice(told)])).toBe('whole')
    expect(lacksConsent(notice({ ...told, consentWithdrawn: null }).values)).toEqual(['consentWithdrawn'])
    expect(publishNotice(notice(), onConsent, actor('dpo'), now)).toMatchObject({ why: 'consentIncomplete' })
    expect(publishNotice(notice(told), onConsent, actor('dpo'), now).ok).toBe(true)
  })
})
