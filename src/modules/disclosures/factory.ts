import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { addExtract, addRule, askDisclosure } from './commands.ts'
import type { Asking, RuleValues } from './disclosure.ts'
import { someDisclosure } from './factory-answers.ts'

const must = (
  outcome: { readonly ok: true; readonly next: { readonly id: string } } | { readonly ok: false; readonly why: string },
): string => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why}`)
  return outcome.next.id
}

/** A request to give something out, through the real command. */
export const makeDisclosure = async (ctx: Ctx, system: string, over: Partial<Asking> = {}): Promise<string> =>
  must(await askDisclosure(ctx, newId(ctx.now), { ...someDisclosure, system, ...over }))

/** A rule that covers what `makeDisclosure` asks for. */
export async function makeRule(ctx: Ctx, system: string, over: Partial<RuleValues> = {}): Promise<string> {
  const id = newId(ctx.now)
  const values: RuleValues = {
    ...{ name: `Regel ${id.slice(-6)}`, system, dataKinds: ['contact', 'employment'], purposes: ['service'] },
    ...({ recipients: ['company'], inForce: 'yes' } as const),
    ...over,
  }
  return must(await addRule(ctx, id, values))
}

export const makeExtract = async (ctx: Ctx, system: string, unit: string, disclosure: string | null): Promise<string> =>
  must(
    await addExtract(ctx, newId(ctx.now), {
      ...{ name: 'Adresseliste', system, unit, madeOn: '2026-03-01', recipient: 'Forsikring AS', disclosure },
    }),
  )
