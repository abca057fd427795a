import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import type { Block } from '../../documents/public.ts'

/** What a document says, on a page. */
export const Blocks = ({ blocks, locale }: { readonly blocks: readonly Block[]; readonly locale: Locale }) => (
  <>
    {each(blocks, (block) => (
      <OneBlock block={block} locale={locale} />
    ))}
  </>
)

function OneBlock({ block, locale }: { readonly block: Block; readonly locale: Locale }) {
  switch (block.kind) {
    case 'facts':
      return <SummaryList items={block.rows.map((row) => ({ ...row, text: true }))} locale={locale} />
    case 'list':
      return (
        <ul className="ds-list">
          {each(block.items, (item) => (
            <li>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <DataTable
          caption={block.caption}
          captionHidden={false}
          rows={block.rows.map((cells, at) => ({ key: String(at), cells }))}
          rowKey={({ key }) => key}
          columns={block.head.map((label, at) => ({
            key: String(at),
            label,
            heading: at === 0,
            cell: ({ cells }: { readonly cells: readonly string[] }) => cells[at],
          }))}
        />
      )
    default:
      return (
        <p className={block.kind === 'text' ? 'v-prose' : 'v-soft'} data-text="">
          {block.text}
        </p>
      )
  }
}
