import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { kindNames, kinds } from '../../kinds.ts'
import { fieldNames, fields } from '../columns/fields.ts'
import type { Guess, Mapping } from '../columns/guess.ts'
import { columnName } from '../forms.ts'
import type { MemberImport } from '../imports.ts'

interface Props {
  frame: OfficeFrame
  one: MemberImport
  mapping: Mapping
  errors?: Errors | undefined
  typed?: Typed | undefined
}

const HOME = '/office/register/import'

/** What each column of a list is. */
export const MatchPage = ({ frame, one, mapping, errors, typed }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Match the columns', refused: errors !== undefined }}>
    <PageTitle
      title="Match the columns"
      crumbs={[{ label: 'Bring in people', href: HOME }, { label: one.fileName }]}
      sentence="We guessed what each column is. Look whether it is so; what you choose is remembered for the next such list."
    />
    <ErrorSummary errors={errors} />
    {one.sheets.length > 1 && <SheetForm one={one} />}
    <form method="post" action={`${HOME}/${one.id}/columns`} class="stack-l" novalidate>
      <Card labelledby="columns">
        <CardHead id="columns" title={`${one.columns.length} columns`} />
        <div class="pad stack">
          {one.columns.map((column, i) => (
            <ColumnField column={column} index={i} mapping={mapping} error={errors?.[columnName(i)]} />
          ))}
        </div>
      </Card>
      <ListChoices one={one} errors={errors} typed={typed} />
      <div>
        <Button>Read the list</Button>
      </div>
    </form>
  </OfficeLayout>
)

const options = [
  { value: '', label: 'Leave this column out' },
  ...fieldNames.map((field) => ({ value: field, label: fields[field].label })),
]

const ColumnField = ({
  column,
  index,
  mapping,
  error,
}: {
  column: Guess
  index: number
  mapping: Mapping
  error: string | undefined
}) => (
  <SelectField
    name={columnName(index)}
    label={column.heading}
    hint={[
      column.samples.length ? column.samples.map((sample) => `“${sample}”`).join(', ') : 'Nothing in it',
      column.field && column.sure < 0.5 ? '. We are not sure of this one.' : '',
    ].join('')}
    options={options}
    value={mapping[index] ?? ''}
    size="medium"
    error={error}
  />
)

const ListChoices = ({ one, errors, typed }: Pick<Props, 'one' | 'errors' | 'typed'>) => (
  <Card labelledby="choices">
    <CardHead id="choices" title="About the whole list" />
    <div class="pad stack">
      <SelectField
        name="kind"
        label="What people are where the list does not say"
        options={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
        value={typedText(typed, 'kind') ?? one.choices.kind}
        size="medium"
        error={errors?.['kind']}
      />
      <Field
        name="evidence"
        label="How those marked “yes” said yes to the newsletter"
        hint="For example: on the paper form at conference, 3 March 2025; the forms are with the secretary. Without this, a “yes” in the list does not count, and nobody is sent the newsletter because of it."
        value={typedText(typed, 'evidence') ?? one.choices.evidence}
        error={errors?.['evidence']}
      />
      <RadioCards
        name="prefer"
        label="Where the list and the register differ"
        value={typedText(typed, 'prefer') ?? one.choices.prefer}
        error={errors?.['prefer']}
        options={[
          {
            value: 'list',
            label: 'The list is right',
            hint: 'It changes the register. Names stay as the register has them.',
          },
          { value: 'register', label: 'The register is right', hint: 'The list only fills in what is missing.' },
        ]}
      />
      <Notice>
        <p>Yes or no to the newsletter is never changed against what a person told us themselves.</p>
      </Notice>
    </div>
  </Card>
)

const SheetForm = ({ one }: { one: MemberImport }) => (
  <form method="post" action={`${HOME}/${one.id}/sheet`} class="stack" novalidate>
    <SelectField
      name="sheet"
      label="Which sheet of the workbook?"
      options={one.sheets.map((name, i) => ({ value: String(i), label: name }))}
      value={String(one.sheet)}
      size="medium"
    />
    <div>
      <Button tone="alt">Take this sheet</Button>
    </div>
  </form>
)
