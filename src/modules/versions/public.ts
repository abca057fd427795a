export { type Rewrite, removeFromVersions } from './commands.ts'
