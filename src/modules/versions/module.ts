import { type Module, moduleRow } from '../../kernel/module.ts'
import { type VersionedOf, versionPlaces } from '../../kernel/version.ts'
import { routesOf } from './routes.tsx'

/** `of`: who reads the history of a kind of record, as the rows of the modules say. */
export const versions = (of: (type: string) => VersionedOf | undefined): Module =>
  moduleRow({ name: 'versions', routes: routesOf(of), sealed: versionPlaces })
