import type { ComponentChildren } from 'preact'

/** What lies under what, `depth` 0 at the top. */
export type TreeRow = { readonly id: string; readonly depth: number; readonly body: ComponentChildren; readonly side?: ComponentChildren }

type Branch = { readonly row: TreeRow; readonly under: readonly Branch[] }

/** A tree as lists within lists, so that a screen reader counts the levels and an eye sees them. The rows come from the top and down. */
export const Tree = ({ rows }: { readonly rows: readonly TreeRow[] }) => <Branches branches={branchesOf(rows)} />

const Branches = ({ branches }: { readonly branches: readonly Branch[] }) => (
  <ul className="v-tree">
    {branches.map(({ row, under }) => (
      <li key={row.id}>
        <div className="v-tree__row">
          <div>{row.body}</div>
          {row.side && <div className="v-soft v-figures">{row.side}</div>}
        </div>
        {under.length > 0 && <Branches branches={under} />}
      </li>
    ))}
  </ul>
)

/** What follows a row and lies deeper is under it, until one that does not. */
function branchesOf(rows: readonly TreeRow[]): readonly Branch[] {
  const [row, ...rest] = rows
  if (!row) return []
  const next = rest.findIndex((one) => one.depth <= row.depth)
  const end = next === -1 ? rest.length : next
  return [{ row, under: branchesOf(rest.slice(0, end)) }, ...branchesOf(rest.slice(end))]
}
