import { makeEmployment } from '../../src/modules/employment/factory.ts'
import type { TestApp } from './app.ts'

/** Somebody of the example organisations is employed, by whoever may, with contract and declaration signed: what access demands. */
export const employed = async (app: TestApp, by: string, slug: string): Promise<string> => {
  const { personId } = await app.person(slug)
  await app.ctx(by, (ctx) => makeEmployment(ctx, { person: personId }))
  return personId
}
