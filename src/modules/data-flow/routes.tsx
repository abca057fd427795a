import { type Asked, get, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { unitAndBelow, unitOptions, units } from '../people/public.ts'
import { flowOf } from './data-flow.ts'
import { layoutOf } from './layout.ts'
import { FlowPage } from './pages/flow.tsx'
import { factsOf } from './queries.ts'
import { texts } from './texts.ts'

export const at = '/dataflyt'

const idIn = (query: URLSearchParams, key: string): string | null => {
  const id = query.get(key)
  return isId(id) ? id : null
}

async function picture({ ctx, query, locale }: Asked) {
  const [facts, tree] = await Promise.all([factsOf(ctx), units(ctx)])
  const { chosen, holds } = unitAndBelow(tree, query.get('enhet'))
  const recipient = query.get('mottaker')
  const narrowed = {
    units: chosen ? new Set(tree.filter(({ id }) => holds(id)).map(({ id }) => id)) : null,
    system: idIn(query, 'system'),
    processing: idIn(query, 'behandling'),
    recipient: recipient || null,
  }
  const flow = flowOf(facts, narrowed)
  return page(
    texts(locale).title,
    <FlowPage
      flow={flow}
      picture={layoutOf(flow)}
      facts={facts}
      units={unitOptions(tree)}
      chosen={{ unit: chosen ?? '', system: narrowed.system ?? '', processing: narrowed.processing ?? '', recipient: narrowed.recipient }}
      locale={locale}
    />,
  )
}

export const routes: readonly Route[] = [get(at, 'signedIn', picture)]
