import type { ReactNode } from 'react'
import type { Ctx } from '../kernel/ctx.ts'
import type { Locale } from '../kernel/texts.ts'
import { DeviationsOfSystem, deviationsOfSystem } from '../modules/deviation/public.ts'
import { OutboxPanel, outbox } from '../modules/messages/public.ts'
import { noticesPanel } from '../modules/notices/public.tsx'

type Panel = (ctx: Ctx, id: string, locale: Locale) => Promise<ReactNode>

/**
 * Panels that a later module adds to an earlier module's page, one row each: the wish to point backwards, met here and
 * nowhere else. Each panel asks for itself what its reader may see.
 */
const panels: Readonly<Record<string, readonly Panel[]>> = {
  organisation: [async (ctx, _, locale) => <OutboxPanel outbox={await outbox(ctx)} now={ctx.now} locale={locale} />],
  deviation: [noticesPanel],
  system: [async (ctx, id, locale) => <DeviationsOfSystem cases={await deviationsOfSystem(ctx, id)} locale={locale} />],
}

export const related = async (
  ctx: Ctx,
  subject: { readonly type: string; readonly id: string },
  locale: Locale,
): Promise<readonly ReactNode[]> => {
  const drawn: ReactNode[] = []
  // One after the other: they share one transaction.
  for (const panel of panels[subject.type] ?? []) drawn.push(await panel(ctx, subject.id, locale))
  return drawn
}
