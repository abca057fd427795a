import { readFile } from 'node:fs/promises'
import { type Outcome, refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import type { OrganisationEvent } from '../organisation.ts'
import { profileOf } from '../queries.ts'
import type { ProfileVersion } from '../rules.ts'
import { changeProfile } from '../store.ts'
import { type ReadFile, readProfileFile } from './profile-file.ts'
import { sectionsIn } from './settings.ts'

/** Bytes. A whole profile is some 20 kB. */
const largest = 256 * 1024

/** What a file would change; nothing is changed. `text`: what it held, to be sent again when whoever brought it has seen what follows. */
export async function lookOver(ctx: Ctx, file: Incoming | undefined): Promise<Outcome<ReadFile & { readonly text: string }, never>> {
  if (!file || file.size === 0) return refuse('noFile', ['profil'])
  if (file.size > largest) return refuse('notSettings', ['profil'])
  const text = await readFile(file.path, 'utf8')
  const read = readProfileFile(sectionsIn(ctx.house.profileParts), await profileOf(ctx), text)
  return read ? { ok: true, next: { ...read, text }, events: [] as never } : refuse('notSettings', ['profil'])
}

/** Brings the file's answers in as one version of the profile. `version`: the one that was looked over beside it. */
export async function bringIn(ctx: Ctx, version: number, text: string): Promise<Outcome<ProfileVersion, OrganisationEvent>> {
  const stands = await profileOf(ctx)
  const read = readProfileFile(sectionsIn(ctx.house.profileParts), stands, text)
  if (!read) return refuse('notSettings', ['profil'])
  // Pressed twice: it is there.
  if (read.profile === stands) return refuse('nothingChanged')
  return changeProfile(ctx, version, () => read.profile)
}
