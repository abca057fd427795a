import { isMailbox } from '../../../kernel/mailbox.ts'
import { isLocale } from '../../../kernel/texts.ts'
import { type Preset, presets } from '../../organisation/public.ts'
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
}

export type SetUp = {
  readonly name: string
  readonly preset: Preset
  readonly language: 'nb' | 'nn'
  readonly admin: string
  readonly email: string
  readonly password: string
  readonly alsoDpo: boolean
}

export type SetUpProblem = {
  readonly field: keyof SetUpForm
  readonly code: 'missing' | 'tooLong' | 'notAChoice' | 'notAnAddress' | PasswordProblem
}

/** Everything that is wrong at once, so that nobody corrects one thing at a time. */
export function readSetUp(form: SetUpForm): { readonly setUp: SetUp | null; readonly problems: readonly SetUpProblem[] } {
  const email = plainAddress(form.email)
  const preset = presets.find((one) => one === form.preset)
  const password = passwordProblem(form.password, [form.name, form.admin, email])
  const problems: readonly SetUpProblem[] = [
    ...text('name', form.name),
    ...(preset ? [] : [{ field: 'preset', code: 'notAChoice' } as const]),
    ...(isLocale(form.language) && form.language !== 'en' ? [] : [{ field: 'language', code: 'notAChoice' } as const]),
    ...text('admin', form.admin),
    ...(isMailbox(email) ? [] : [{ field: 'email', code: 'notAnAddress' } as const]),
    ...(password ? [{ field: 'password', code: password } as const] : []),
  ]
  if (problems.length > 0 || !preset) return { setUp: null, problems }
  const language = form.language === 'nn' ? 'nn' : 'nb'
  return { setUp: { ...form, name: form.name.trim(), admin: form.admin.trim(), preset, language, email }, problems }
}

function text(field: 'name' | 'admin', written: string): readonly SetUpProblem[] {
  const length = written.trim().length
  return length === 0 ? [{ field, code: 'missing' }] : length > 120 ? [{ field, code: 'tooLong' }] : []
}
