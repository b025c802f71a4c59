import { z } from 'zod'
import { kinds, statuses } from '../kinds.ts'

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).or(z.literal('')).catch('')
const id = z.uuid().or(z.literal('')).catch('')
const code = z
  .string()
  .regex(/^[A-Z][0-9]{8}$/)
  .or(z.literal(''))
  .catch('')
const day = z.iso.date().or(z.literal('')).catch('')

/** `open`: all but those who left, when nothing else is asked. */
export const statusChoices = [...statuses, 'any'] as const
export const consentChoices = ['yes', 'none', 'no'] as const
export const sortKeys = ['name', 'joined', 'renews'] as const
export type SortKey = (typeof sortKeys)[number]

/** What is asked of the register in the address of its page. What cannot be read is as if it were not asked. */
export const filterForm = z.object({
  q: z
    .string()
    .transform((typed) => typed.replaceAll('\0', '').trim().slice(0, 100))
    .catch(''),
  kind: oneOf(kinds),
  status: oneOf(statusChoices),
  region: code,
  council: code,
  constituency: code,
  part: id,
  interest: id,
  offer: id,
  consent: oneOf(consentChoices),
  joined: oneOf(['month']),
  from: day,
  to: day,
  renews: oneOf(['due']),
  sort: z.enum(sortKeys).catch('name'),
  order: z.enum(['ascending', 'descending']).catch('ascending'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  ticked: oneOf(['all']),
})
export type Filter = z.infer<typeof filterForm>

export const noFilter: Filter = filterForm.parse({})

export const readFilter = (query: Readonly<Record<string, unknown>>): Filter => filterForm.parse(query)

/** Only what narrows the list: what is kept with a view. */
const NARROWING = [
  'kind',
  'status',
  'region',
  'council',
  'constituency',
  'part',
  'interest',
  'offer',
  'consent',
  'joined',
  'from',
  'to',
  'renews',
] as const

/** As a query string in one fixed order, without what is as it was: two equal filters have equal strings. */
export function queryOf(filter: Filter): string {
  const said = Object.entries(filter).filter(([name, value]) => value !== noFilter[name as keyof Filter])
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}

/** The same without words sought, order and page: words would keep somebody's name in a view. */
export const viewQueryOf = (filter: Filter): string =>
  queryOf({ ...noFilter, ...Object.fromEntries(NARROWING.map((name) => [name, filter[name]])) })

export const filterOfQuery = (query: string): Filter => readFilter(Object.fromEntries(new URLSearchParams(query)))

export const narrows = (filter: Filter): boolean => filter.q !== '' || viewQueryOf(filter) !== ''
