import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { addEmployment } from './commands.ts'
import type { EmploymentValues } from './employment.ts'
import { employmentFields } from './fields.ts'

/** An employment through the real command, by somebody who may: contract and declaration are signed. */
export async function makeEmployment(ctx: Ctx, over: Partial<EmploymentValues>): Promise<string> {
  const id = newId(ctx.now)
  const outcome = await addEmployment(ctx, id, {
    ...emptyValues(employmentFields),
    number: `A-${id.slice(-6)}`,
    kind: 'employee',
    position: 'Lærer',
    startsOn: '2026-01-01',
    contractOn: '2025-12-01',
    declarationOn: '2025-12-01',
    ...over,
  })
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
