import { BulkBar } from '../../../ui/BulkBar.tsx'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { plural } from '../../../ui/words.ts'
import { kindNames, kinds } from '../../kinds.ts'
import type { Topic } from '../../topics.ts'
import { HOME } from '../asking.ts'
import { type Filter, queryOf } from '../filter.ts'
import type { NamedPart } from '../../parts/belonging.ts'

interface Props {
  readonly id: string
  readonly filter: Filter
  /** On this page. */
  readonly count: number
  readonly topics: readonly Topic[]
  readonly groups: readonly NamedPart[]
}

/** What to do with those who are ticked: one list and one button, so that it fits a phone. */
export const BulkChanges = ({ id, filter, count, topics, groups }: Props) => (
  <BulkBar id={id} action={`${HOME}/changes`} label="With ticked people">
    <input type="hidden" name="back" value={queryOf({ ...filter, ticked: '' })} />
    <SelectField
      name="want"
      label="What to do with the ticked people"
      quiet
      options={[
        { value: '', label: 'Choose what to do' },
        {
          heading: 'Membership',
          options: [
            { value: 'renew', label: 'Renew for a year' },
            { value: 'lapse', label: 'Mark as lapsed' },
          ],
        },
        ...group('Add to a group', groups, 'part'),
        ...group('Add an interest', ofList(topics, 'interest'), 'topic'),
        ...group('Add an offer of help', ofList(topics, 'offer'), 'topic'),
        {
          heading: 'Change the kind',
          options: kinds.map((kind) => ({ value: `kind:${kind}`, label: kindNames[kind] })),
        },
      ]}
    />
    <Button tone="alt" size="sm">
      Do it
    </Button>
    {filter.ticked === 'all' ? (
      <ButtonLink tone="ghost" size="sm" href={`${HOME}?${queryOf({ ...filter, ticked: '' })}`}>
        Tick none
      </ButtonLink>
    ) : (
      <ButtonLink tone="ghost" size="sm" href={`${HOME}?${queryOf({ ...filter, ticked: 'all' })}`}>
        {count === 1 ? 'Tick this one' : `Tick all ${plural(count, 'person', 'people')} here`}
      </ButtonLink>
    )}
  </BulkBar>
)

const ofList = (topics: readonly Topic[], list: Topic['list']) => topics.filter((topic) => topic.list === list)

const group = (heading: string, things: readonly { readonly id: string; readonly name: string }[], what: string) =>
  things.length ? [{ heading, options: things.map(({ id, name }) => ({ value: `${what}:${id}`, label: name })) }] : []
