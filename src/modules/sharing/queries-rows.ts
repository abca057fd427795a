import type { Selectable } from 'kysely'
import type { Schema } from '../../db/types.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Content } from '../../kernel/version.ts'
import type { LineIds, Shared, Taken } from './sharing.ts'

/** All that the transaction sees, of whichever organisation: whoever asks says whose. */
export const sharedRows = (ctx: Ctx) => ctx.tx.selectFrom('shared_record as s').selectAll('s')
export const takenRows = (ctx: Ctx) =>
  ctx.tx.selectFrom('taken_record as t').selectAll('t').where('t.organisation_id', '=', ctx.actor.organisationId)

export const sharedFrom = (row: Selectable<Schema['shared_record']>): Shared => ({
  organisation: row.organisation_id,
  from: row.organisation_name,
  subject: { type: row.subject_type, id: row.subject_id },
  edition: row.edition,
  version: row.version,
  audience: row.everyone ? { to: 'everyone' } : row.circle_id === null ? { to: 'own' } : { to: 'circle', circle: row.circle_id },
  name: row.name,
  note: row.note,
  content: row.content as Content,
  at: row.shared_at,
  knownAt: row.known_at,
  redacted: row.redacted_edition,
})

export const takenFrom = (row: Selectable<Schema['taken_record']>): Taken => ({
  subject: { type: row.subject_type, id: row.subject_id },
  source: { organisation: row.source_organisation_id, type: row.subject_type, id: row.source_id },
  from: row.source_name,
  edition: row.edition,
  content: row.content as Content,
  lines: row.lines as LineIds,
  at: row.taken_at,
  unit: row.unit_id,
})
