import type pg from 'pg'

/** A table as an archive sees it. */
export interface ArchiveTable {
  /** 'publishing.entry' */
  readonly name: string
  /** For SQL. */
  readonly quoted: string
  /** Every stored column, the one with the group's number first. Generated ones are made again. */
  readonly columns: readonly string[]
  readonly identities: readonly string[]
  /** The primary key's. */
  readonly key: readonly string[]
  /** Tables its foreign keys point to. */
  readonly needs: readonly string[]
  readonly travels: 'always' | 'with the secret' | 'never'
  readonly because: string
}

interface Found {
  readonly name: string
  readonly quoted: string
  readonly columns: readonly string[]
  readonly identities: readonly string[]
  readonly key: readonly string[]
  readonly needs: readonly string[]
  readonly comment: string | null
}

/** Every table of ours, from the catalogue, those that others point to before the others. */
export async function readCatalogue(client: Pick<pg.Client, 'query'>): Promise<readonly ArchiveTable[]> {
  const { rows } = await client.query<Found>(`
    select nspname || '.' || relname as name, format('%I.%I', nspname, relname) as quoted,
      obj_description(c.oid, 'pg_class') as comment,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select coalesce(array_agg(attname::text), '{}') from pg_attribute where attrelid = c.oid and attidentity <> '') as identities,
      (select coalesce(array_agg(a.attname::text order by n), '{}') from pg_constraint k, unnest(k.conkey) with ordinality as u (num, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = num where k.conrelid = c.oid and k.contype = 'p') as key,
      (select coalesce(array_agg(distinct s.nspname || '.' || t.relname), '{}') from pg_constraint k
        join pg_class t on t.oid = k.confrelid join pg_namespace s on s.oid = t.relnamespace
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind in ('r', 'p') and nspname !~ '^pg_'
      and nspname not in ('information_schema', 'public', 'graphile_worker', 'bookkeeping') order by 1`)
  return inOrder(rows.map(asTable))
}

export const travelling = (tables: readonly ArchiveTable[]): readonly ArchiveTable[] =>
  tables.filter(({ travels }) => travels !== 'never')

export const columnsOf = ({ columns }: ArchiveTable): string => columns.map(quote).join(', ')
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

const RULE = /^archive: (left out|with the secret), because (.+)$/s

function asTable({ comment, columns, ...table }: Found): ArchiveTable {
  const [, rule, because = ''] = RULE.exec(comment ?? '') ?? []
  if (comment?.startsWith('archive:') && !rule) throw new Error(`What the comment on ${table.name} says is no rule.`)
  const travels = rule === 'left out' ? 'never' : rule === 'with the secret' ? rule : 'always'
  const group = table.name === 'platform.group' ? 'id' : 'group_id'
  const own = columns.includes(group)
  if (travels !== 'never' && !own)
    throw new Error(`${table.name} belongs to no group: decide whether an archive takes it, and say so in a comment.`)
  return { ...table, columns: own ? [group, ...columns.filter((name) => name !== group)] : columns, travels, because }
}

function inOrder(tables: readonly ArchiveTable[]): ArchiveTable[] {
  const [ordered, waiting] = [new Map<string, ArchiveTable>(), new Set(tables)]
  while (waiting.size) {
    const ready = [...waiting].filter(({ needs }) => needs.every((name) => ordered.has(name)))
    if (!ready.length) throw new Error(`Foreign keys run in a circle: ${[...waiting].map(({ name }) => name).join()}.`)
    for (const table of ready) {
      ordered.set(table.name, table)
      waiting.delete(table)
    }
  }
  return [...ordered.values()]
}
