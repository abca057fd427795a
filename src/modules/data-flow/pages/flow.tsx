import type { Locale } from '../../../kernel/texts.ts'
import { each } from '../../../ui/each.ts'
import { Empty } from '../../../ui/empty.tsx'
import type { Option } from '../../../ui/field.tsx'
import { Filter, FilterSelect } from '../../../ui/list-page.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { uiTexts } from '../../../ui/texts.ts'
import { columns, type Facts, type Flow, type Node } from '../data-flow.ts'
import { box, type Picture, type Placed, pathOf } from '../layout.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly flow: Flow
  readonly picture: Picture
  readonly facts: Facts
  readonly units: readonly Option[]
  readonly chosen: { readonly unit: string; readonly system: string; readonly processing: string; readonly recipient: string | null }
  readonly locale: Locale
}

const places = { processing: '/behandlinger/', system: '/systemer/', supplier: '/leverandorer/', recipient: '/dataflyt?mottaker=' } as const
/** A recipient is no record: it opens the picture of what goes to it. */
const hrefOf = ({ column, id }: Pick<Node, 'column' | 'id'>): string => `${places[column]}${encodeURIComponent(id)}`

/** Where data go, drawn and as a list, narrowed to what is asked for. */
export function FlowPage({ flow, picture, facts, units, chosen, locale }: Props) {
  const t = texts(locale)
  const named = (all: readonly { readonly id: string; readonly name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }))
  const any = uiTexts(locale).list.all
  const isNarrowed = chosen.unit !== '' || chosen.system !== '' || chosen.processing !== '' || chosen.recipient !== null
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} />
      {(isNarrowed || flow.nodes.length > 0) && (
        <Filter locale={locale} filtered={isNarrowed ? { clearHref: '/dataflyt' } : undefined}>
          <FilterSelect name="enhet" label={t.filters.unit} empty={any} options={units} value={chosen.unit} />
          <FilterSelect name="system" label={t.filters.system} empty={any} options={named(facts.systems)} value={chosen.system} />
          <FilterSelect
            name="behandling"
            label={t.filters.processing}
            empty={any}
            options={named(facts.processings)}
            value={chosen.processing}
          />
        </Filter>
      )}
      {chosen.recipient !== null && <p className="v-soft">{t.recipient}</p>}
      {flow.nodes.length === 0 ? (
        <Empty title={isNarrowed ? t.none : t.empty}>{isNarrowed ? t.noneText : t.emptyText}</Empty>
      ) : (
        <>
          <FlowPicture picture={picture} locale={locale} />
          <FlowList flow={flow} locale={locale} />
        </>
      )}
    </>
  )
}

/** Letters that fit in a box. */
const fits = 28
const short = (name: string) => (name.length > fits ? `${name.slice(0, fits - 1)}…` : name)

function FlowPicture({ picture: { nodes, lines, width, height }, locale }: Pick<Props, 'picture' | 'locale'>) {
  const t = texts(locale)
  const count = (column: Node['column']) => nodes.filter((one) => one.column === column).length
  return (
    <figure className="v-flow">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-labelledby="dataflyt-tittel dataflyt-om">
        <title id="dataflyt-tittel">{t.picture}</title>
        <desc id="dataflyt-om">{t.about(count('processing'), count('system'), count('supplier'), count('recipient'))}</desc>
        {columns.map((column, at) => (
          <text key={column} className="v-flow__head" x={at * (box.width + box.between)} y={18}>
            {t.columns[column]}
          </text>
        ))}
        <g>
          {lines.map((line) => (
            <path key={line.key} className="v-flow__line" d={pathOf(line)} />
          ))}
        </g>
        {nodes.map((node) => (
          <FlowBox key={node.key} node={node} locale={locale} />
        ))}
      </svg>
      {nodes.some(({ abroad }) => abroad) && <figcaption className="v-soft">{t.abroadKey}</figcaption>}
    </figure>
  )
}

function FlowBox({ node, locale }: { readonly node: Placed; readonly locale: Locale }) {
  const t = texts(locale)
  const whole = [node.name, node.abroad ? t.abroad : node.beside].filter(Boolean).join(', ')
  return (
    <a className="v-flow__box" href={hrefOf(node)}>
      <title>{`${t.columns[node.column]}: ${whole}`}</title>
      <rect
        x={node.x}
        y={node.y}
        width={box.width}
        height={box.height}
        rx={node.column === 'processing' ? 15 : 3}
        data-abroad={node.abroad || undefined}
      />
      <text x={node.x + 12} y={node.y + 20}>
        {short(node.abroad ? `${node.name} (${t.abroad})` : node.name)}
      </text>
    </a>
  )
}

type Line = { readonly node: Node; readonly near: Readonly<Record<'recipient' | 'system' | 'supplier', readonly Node[]>> }

/** One row an activity, with all it hangs together with; then the systems that none uses. */
function FlowList({ flow: { nodes, edges }, locale }: Pick<Props, 'flow' | 'locale'>) {
  const t = texts(locale)
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  // By node and column: a supplier may have thousands of lines.
  const near = new Map<string, Node[]>()
  const join = (one: string, other: string) => {
    const node = byKey.get(other)
    if (!node) return
    const key = `${one} ${node.column}`
    const known = near.get(key)
    if (known) known.push(node)
    else near.set(key, [node])
  }
  for (const { from, to } of edges) {
    join(from, to)
    join(to, from)
  }
  const of = (key: string, column: Node['column']): readonly Node[] => near.get(`${key} ${column}`) ?? []
  const lines: readonly Line[] = nodes
    .filter(({ column }) => column === 'processing')
    .map((node) => {
      const system = of(node.key, 'system')
      const suppliers = [...of(node.key, 'supplier'), ...system.flatMap(({ key }) => of(key, 'supplier'))]
      return { node, near: { recipient: of(node.key, 'recipient'), system, supplier: [...new Set(suppliers)] } }
    })
  const unused = nodes.filter(({ key, column }) => column === 'system' && of(key, 'processing').length === 0)
  return (
    <>
      <Section title={t.list} locale={locale}>
        <DataTable
          caption={t.list}
          rows={lines}
          rowKey={({ node }) => node.key}
          columns={[
            {
              key: 'processing',
              label: t.columns.processing,
              heading: true,
              cell: ({ node }) => (
                <>
                  <TextLink href={hrefOf(node)}>{node.name}</TextLink>
                  {node.abroad && <span className="v-soft"> {t.abroad}</span>}
                </>
              ),
            },
            ...(['system', 'supplier', 'recipient'] as const).map((column) => ({
              key: column,
              label: t.columns[column],
              cell: (line: Line) => <Several nodes={line.near[column]} />,
            })),
          ]}
        />
      </Section>
      {unused.length > 0 && (
        <Section title={t.unused} locale={locale}>
          <ul>
            {each(unused, (node) => (
              <li>
                <TextLink href={hrefOf(node)}>{node.name}</TextLink>
                {of(node.key, 'supplier').map(({ key, name }) => (
                  <span key={key} className="v-soft">
                    {' '}
                    {name}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const Several = ({ nodes }: { readonly nodes: readonly Node[] }) =>
  nodes.length === 0 ? (
    '–'
  ) : (
    <ul className="v-flow__several">
      {nodes.map((node) => (
        <li key={node.key}>
          <TextLink href={hrefOf(node)}>{node.name}</TextLink>
        </li>
      ))}
    </ul>
  )
