import { type Problem, parse } from '../../../kernel/fields.ts'
import { isMailbox } from '../../../kernel/mailbox.ts'
import { type Preset, presets } from '../../../kernel/profile.ts'
import { isLocale } from '../../../kernel/texts.ts'
import { type Details, detailsFields, wrongDetail } from '../../organisation/public.ts'
import { type PasswordProblem, passwordProblem } from '../password/rules.ts'
import { plainAddress } from '../rules.ts'

/** What the first page asks. The password is read as it was written: spaces at its ends are part of it. */
export type SetUpForm = {
  readonly name: string
  readonly preset: string
  readonly language: string
  readonly admin: string
  readonly email: string
  readonly password: string
  readonly alsoDpo: boolean
} & OwnDetails

/** What may be told of the organisation at once, and be left for later. */
export type OwnDetails = { readonly number: string; readonly address: string; readonly telephone: string; readonly mailbox: string }

export type SetUp = {
  readonly name: string
  readonly preset: Preset
  readonly language: 'nb' | 'nn'
  readonly admin: string
  readonly email: string
  readonly password: string
  readonly alsoDpo: boolean
  readonly details: Details
}

export type SetUpProblem = {
  readonly field: keyof SetUpForm
  readonly code: 'missing' | 'tooLong' | 'notAChoice' | 'notAnAddress' | 'notANumber' | PasswordProblem
}

/** Everything that is wrong at once, so that nobody corrects one thing at a time. */
export function readSetUp(form: SetUpForm): { readonly setUp: SetUp | null; readonly problems: readonly SetUpProblem[] } {
  const email = plainAddress(form.email)
  const preset = presets.find((one) => one === form.preset)
  const { values: details, problems: unread } = parse(detailsFields, detailsIn(form))
  const password = passwordProblem(form.password, [form.name, form.admin, email])
  const problems: readonly SetUpProblem[] = [
    ...text('name', form.name),
    ...(preset ? [] : [{ field: 'preset', code: 'notAChoice' } as const]),
    ...(isLocale(form.language) && form.language !== 'en' ? [] : [{ field: 'language', code: 'notAChoice' } as const]),
    ...text('admin', form.admin),
    ...(isMailbox(email) ? [] : [{ field: 'email', code: 'notAnAddress' } as const]),
    ...detailsProblems(details, unread),
    ...(password ? [{ field: 'password', code: password } as const] : []),
  ]
  if (problems.length > 0 || !preset) return { setUp: null, problems }
  const language = form.language === 'nn' ? 'nn' : 'nb'
  const { password: secret, alsoDpo } = form
  return {
    setUp: { name: form.name.trim(), admin: form.admin.trim(), preset, language, email, password: secret, alsoDpo, details },
    problems,
  }
}

const detailsIn = ({ number, address, telephone, mailbox }: OwnDetails) => ({ number, address, telephone, email: mailbox })

function detailsProblems(details: Details, unread: readonly Problem[]): readonly SetUpProblem[] {
  const at = (field: string) => (field === 'email' ? 'mailbox' : field) as keyof OwnDetails
  const wrong = wrongDetail(details)
  return [
    ...unread.map(({ field, code }) => ({ field: at(field), code: code === 'tooLong' ? ('tooLong' as const) : ('notAChoice' as const) })),
    ...(wrong ? [{ field: at(wrong.field), code: wrong.why }] : []),
  ]
}

function text(field: 'name' | 'admin', written: string): readonly SetUpProblem[] {
  const length = written.trim().length
  return length === 0 ? [{ field, code: 'missing' }] : length > 120 ? [{ field, code: 'tooLong' }] : []
}
