import type { Child } from '../../../ui/jsx/child.ts'
import { Field } from '../../../ui/Field.tsx'
import { type Option, SelectField } from '../../../ui/SelectField.tsx'
import { kindPlurals, kinds, statusNames } from '../../kinds.ts'
import { constituencies, councils, regions } from '../../places/lists.ts'
import type { Topic } from '../../topics.ts'
import { partOf } from '../conditions.ts'
import type { Eyes } from '../eyes.ts'
import type { Filter } from '../filter.ts'
import type { NamedPart } from '../../parts/belonging.ts'

export interface FilterFieldsProps {
  readonly filter: Filter
  readonly eyes: Eyes
  readonly topics: readonly Topic[]
  readonly groups: readonly NamedPart[]
}

const any: Option = { value: '', label: 'Any' }
const placed = (places: readonly { readonly code: string; readonly name: string }[]): readonly Option[] => [
  any,
  ...places.map(({ code, name }) => ({ value: code, label: name })),
]
const named = (things: readonly { readonly id: string; readonly name: string }[]): readonly Option[] => [
  any,
  ...things.map(({ id, name }) => ({ value: id, label: name })),
]
const STATUSES: readonly Option[] = [
  { value: '', label: 'All but left' },
  { value: 'current', label: statusNames.current },
  { value: 'lapsed', label: statusNames.lapsed },
  { value: 'left', label: statusNames.left },
  { value: 'any', label: 'All, with those who left' },
]
const CONSENTS: readonly Option[] = [
  any,
  { value: 'yes', label: 'May be sent the newsletter' },
  { value: 'none', label: 'May not be sent it' },
  { value: 'no', label: 'Said no to it' },
]
const RENEWALS: readonly Option[] = [any, { value: 'due', label: 'Due within 30 days' }]

/** What the list is narrowed by. A filter about something the officer does not see is not there. */
export function FilterFields({ filter, eyes, topics, groups }: FilterFieldsProps) {
  const select = (name: keyof Filter, label: string, options: readonly Option[]): Child =>
    eyes.part(partOf[name] ?? 'name') && options.length > 1 ? (
      <SelectField name={name} label={label} options={options} value={String(filter[name])} />
    ) : null
  const day = (name: 'from' | 'to', label: string): Child =>
    eyes.part('membership') && <Field name={name} label={label} type="date" value={filter[name]} />
  const listed = (list: Topic['list']) => named(topics.filter((topic) => topic.list === list))
  return (
    <>
      <Field name="q" label={soughtIn(eyes)} type="search" value={filter.q} autocomplete="off" />
      {select('status', 'Status', STATUSES)}
      {select('kind', 'Kind', [any, ...kinds.map((kind) => ({ value: kind, label: kindPlurals[kind] }))])}
      {select('offer', 'Offers', listed('offer'))}
      {filter.joined && <input type="hidden" name="joined" value={filter.joined} />}
      {filter.sort !== 'name' && <input type="hidden" name="sort" value={filter.sort} />}
      {filter.order !== 'ascending' && <input type="hidden" name="order" value={filter.order} />}
      <details class="more-filters" open={asksMore(filter)}>
        <summary>More filters</summary>
        <div>
          {select('region', 'Region or nation', placed(regions()))}
          {select('council', 'Council area', placed(councils()))}
          {select('constituency', 'Constituency', placed(constituencies()))}
          {select('part', 'Local or policy group', named(groups))}
          {select('interest', 'Interested in', listed('interest'))}
          {select('consent', 'Newsletter', CONSENTS)}
          {select('renews', 'Renewal', RENEWALS)}
          {day('from', 'Joined from')}
          {day('to', 'Joined until')}
        </div>
      </details>
    </>
  )
}

const MORE = ['region', 'council', 'constituency', 'part', 'interest', 'consent', 'renews', 'from', 'to'] as const
const asksMore = (filter: Filter): boolean => MORE.some((name) => filter[name] !== '')

/** Says where a search looks, which depends on what the officer sees. */
function soughtIn(eyes: Eyes): string {
  const places = [
    'name',
    eyes.part('contact') && 'email',
    eyes.part('place') && 'postcode',
    eyes.part('notes') && 'note',
  ]
  const said = places.filter((place): place is string => typeof place === 'string')
  return `Find by ${said.length > 1 ? `${said.slice(0, -1).join(', ')} or ${said.at(-1)}` : 'name'}`
}
