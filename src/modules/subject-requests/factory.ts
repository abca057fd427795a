import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { askRequest } from './commands.ts'
import { someAsking } from './factory-answers.ts'
import type { Asking } from './subject-request.ts'

/** A request through the real command, by whoever is signed in. */
export async function makeSubjectRequest(ctx: Ctx, over: Partial<Asking> = {}): Promise<string> {
  const outcome = await askRequest(ctx, newId(ctx.now), { ...someAsking, ...over }, 'signedIn')
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}
