import type { Outcome } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { Agreement, AgreementEvent, Answers } from './agreement.ts'
import { addAgreement, enterAgreement, signAgreement } from './commands.ts'
import { wholeAnswers } from './factory-answers.ts'
import { agreementFields } from './fields.ts'
import { findAgreement, restsOnOf, subProcessorsOf } from './queries.ts'

/** An agreement through the real command, by somebody who may. */
export async function makeAgreement(ctx: Ctx, over: Partial<Answers> = {}): Promise<string> {
  const id = newId(ctx.now)
  const blank = { ...emptyValues(agreementFields), name: `Avtale ${id.slice(-6)}`, ourRole: 'controller' } as const
  must(await addAgreement(ctx, id, { ...blank, ...over }))
  return id
}

/** The same, whole, signed by both and in force. */
export async function makeInForce(ctx: Ctx, over: Partial<Answers>): Promise<string> {
  const id = await makeAgreement(ctx, { ...wholeAnswers, ...over })
  for (const party of ['ours', 'theirs'] as const)
    must(await signAgreement(ctx, id, await restsOn(ctx, id), party, { signatory: 'Direktør', signedOn: '2026-02-01' }))
  must(await enterAgreement(ctx, id, null))
  return id
}

/** What a signature given now would be of. */
export async function restsOn(ctx: Ctx, id: string): Promise<string> {
  const record = await findAgreement(ctx, id)
  if (!record) throw new Error('There is no such agreement.')
  return restsOnOf(record.values, await subProcessorsOf(ctx, id))
}

function must(outcome: Outcome<Agreement, AgreementEvent>): void {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
}
