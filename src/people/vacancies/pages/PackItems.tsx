import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { plainDay } from '../../../ui/words.ts'
import type { Item, ItemKind } from '../handovers.ts'
import type { PackProps } from './PackPage.tsx'
import { VACANCIES } from './VacanciesPage.tsx'

type Props = PackProps & { kind: ItemKind; title: string; empty: string }

/** The lines of one kind, each changed where it stands. */
export const PackItems = (props: Props) => {
  const { items, kind, title, empty } = props
  const lines = items.filter((item) => item.kind === kind)
  return (
    <Card labelledby={`items-${kind}`}>
      <CardHead title={title} id={`items-${kind}`}>
        {lines.length > 0 && (
          <span class="meta">
            {lines.filter(({ doneAt }) => doneAt).length} of {lines.length} done
          </span>
        )}
      </CardHead>
      {lines.length === 0 ? (
        <p class="pad meta">{empty}</p>
      ) : (
        <DataTable caption={`${title}, line by line`} columns={columns(props)} rows={lines} />
      )}
    </Card>
  )
}

const columns = (props: Props): readonly Column<Item>[] => [
  {
    key: 'what',
    label: props.kind === 'thing' ? 'What' : 'What was promised',
    wide: true,
    cell: ({ what }) => what,
  },
  {
    key: 'place',
    label: props.kind === 'thing' ? 'Where it is, never what it says' : 'To whom, and where it is written',
    wide: true,
    cell: (item) => <Place {...props} line={item} />,
  },
  { key: 'due', label: 'By when', cell: ({ dueOn }) => dueOn && plainDay(dueOn) },
  { key: 'done', label: 'Done', cell: (item) => <Done at={`${packOf(props.vacancy)}/items/${item.id}`} line={item} /> },
]

const Place = ({ vacancy, line: { id, what, place } }: Props & { line: Item }) => (
  <>
    {place}{' '}
    <a class="without-print" href={`${packOf(vacancy)}?edit=${id}#line`}>
      {place ? 'Change' : 'Say where'}
      <Unseen>: {what}</Unseen>
    </a>
  </>
)

const packOf = ({ id }: PackProps['vacancy']): string => `${VACANCIES}/${id}/pack`

const Done = ({ at, line: { what, doneAt } }: { at: string; line: Item }) => (
  <>
    <span class="in-print">{doneAt ? 'Yes' : 'No'}</span>
    <span class="row row-s without-print">
      {doneAt && <Chip tone="ok">Done</Chip>}
      <form method="post" action={`${at}/done`}>
        <input type="hidden" name="done" value={doneAt ? 'no' : 'yes'} />
        <Button tone={doneAt ? 'ghost' : 'alt'} size="sm">
          {doneAt ? 'Not done' : 'Mark as done'}
          <Unseen>: {what}</Unseen>
        </Button>
      </form>
    </span>
  </>
)

/** One more line of either kind, or one that is being changed. */
export const ItemForm = ({ vacancy, items, edited, typed, errors }: PackProps) => {
  const line = items.find(({ id }) => id === edited)
  const field = (name: 'what' | 'place' | 'dueOn') => ({
    name,
    value: typedText(typed, name) ?? line?.[name] ?? '',
    error: errors?.[name],
  })
  return (
    <section class="card without-print" id="line" aria-labelledby="line-title">
      <CardHead title={line ? 'Change the line' : 'Add a line'} id="line-title">
        {line && <a href={packOf(vacancy)}>Leave it as it is</a>}
      </CardHead>
      <form method="post" action={`${packOf(vacancy)}/items${line ? `/${line.id}` : ''}`} novalidate class="pad stack">
        {!line && (
          <SelectField
            name="kind"
            label="What kind?"
            options={[
              { value: 'thing', label: 'Something to hand over' },
              { value: 'promise', label: 'A promise the group made' },
            ]}
            value={typedText(typed, 'kind')}
          />
        )}
        <Field {...field('what')} label="What is it?" autocomplete="off" />
        <Field
          {...field('place')}
          label="Where is it, or to whom was it promised?"
          hint="Where a password is kept, never the password. No names of members."
          autocomplete="off"
        />
        <Field {...field('dueOn')} label="By when?" type="date" />
        <Button tone="alt">{line ? 'Save the line' : 'Add the line'}</Button>
      </form>
      {line && (
        <form method="post" action={`${packOf(vacancy)}/items/${line.id}/removal`} class="pad">
          <Button tone="ghost" icon="trash-2">
            Remove the line
          </Button>
        </form>
      )}
    </section>
  )
}
