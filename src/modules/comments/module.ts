import type { CommentedOf } from '../../kernel/comment.ts'
import { type Module, moduleRow } from '../../kernel/module.ts'
import { removeFromComments } from './commands.ts'
import { commentsOf } from './queries.ts'
import { routesOf } from './routes.tsx'
import { commentPlace } from './store.ts'
import { texts } from './texts.ts'

/** `of`: who comments a kind of record, as the rows of the modules say. */
export const comments = (of: (type: string) => CommentedOf | undefined): Module =>
  moduleRow({
    name: 'comments',
    routes: routesOf(of),
    log: {
      words: texts,
      kinds: {
        'comment.added': 'behandlet',
        'comment.edited': 'behandlet',
        'comment.withdrawn': 'behandlet',
        'comment.refused': 'avvist',
      },
    },
    sealed: [commentPlace],
    removals: { deviation: [(ctx, id, remove) => removeFromComments(ctx, { type: 'deviation', id }, remove)] },
    keeps: async (ctx, place) => (await commentsOf(ctx, place)).length > 0,
  })
