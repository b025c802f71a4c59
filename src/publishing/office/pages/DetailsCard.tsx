import { type Typed, typedText } from '../../../platform/forms.ts'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { CheckboxGroup } from '../../../ui/Choices.tsx'
import { Field } from '../../../ui/Field.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { WhereaboutsFields } from '../../provenance/pages/WhereaboutsFields.tsx'
import { standingNames } from '../standingNames.ts'
import type { EditorProps } from './EditorPage.tsx'
import { PinField } from './PinField.tsx'

/** Everything about a post or page but its words. */
export const DetailsCard = (props: EditorProps) => {
  const { kind, fields, errors } = props
  const value = (name: string) => typedText(fields, name)
  return (
    <Card padded>
      <h2 class="card-title">About this {kind}</h2>
      <TextArea
        name="excerpt"
        label="Summary"
        hint="One or two sentences for lists and search engines. Left empty, the text’s beginning is used."
        rows={3}
        value={value('excerpt')}
        error={errors?.['excerpt']}
      />
      <Byline {...props} />
      {kind === 'post' && <Filing {...props} />}
      {kind === 'page' && <ParentField {...props} />}
      <MainPicture {...props} />
      <AddressField {...props} />
      {kind === 'post' && <PinField {...props} />}
      {kind === 'post' && (
        <Checkbox name="commentsOpen" label="Readers may comment" checked={value('commentsOpen') === 'yes'} />
      )}
      {kind === 'post' && <WhereaboutsFields fields={fields} errors={errors} />}
    </Card>
  )
}

const Byline = ({ choices, fields, errors }: EditorProps) => (
  <>
    <SelectField
      name="author"
      label="Author"
      hint="The name readers see. A pen name never shows who stands behind it."
      value={typedText(fields, 'author')}
      error={errors?.['author']}
      size="medium"
      options={[
        { value: '', label: 'No author' },
        { value: 'me', label: 'My own name' },
        ...choices.authors.map(({ id, name, penName }) => ({
          value: id,
          label: penName ? `${name} (pen name)` : name,
        })),
      ]}
    />
    <SelectField
      name="standing"
      label="Whose view it is"
      value={typedText(fields, 'standing')}
      error={errors?.['standing']}
      size="medium"
      options={[
        { value: '', label: 'Not said' },
        ...Object.entries(standingNames).map(([value, label]) => ({ value, label })),
      ]}
    />
  </>
)

const Filing = ({ choices, fields, errors }: EditorProps) => (
  <>
    {choices.categories.length > 0 && (
      <CheckboxGroup
        name="categories"
        label="Categories"
        columns
        options={choices.categories.map(({ id, name }) => ({ value: id, label: name }))}
        values={listed(fields, 'categories')}
        error={errors?.['categories']}
      />
    )}
    <Field
      name="tags"
      label="Tags"
      hint="Put commas between them. A new tag is made by typing it."
      value={typedText(fields, 'tags')}
      error={errors?.['tags']}
    />
  </>
)

const ParentField = ({ choices, fields, errors, written }: EditorProps) => (
  <SelectField
    name="parent"
    label="Stands below"
    hint="A page below another has the upper page’s address before its own."
    value={typedText(fields, 'parent')}
    error={errors?.['parent']}
    size="medium"
    options={[
      { value: '', label: 'No other page' },
      ...choices.pages
        .filter(({ id }) => id !== written?.entry.id)
        .map(({ id, title }) => ({ value: id, label: title })),
    ]}
  />
)

const MainPicture = ({ choices, fields, errors }: EditorProps) =>
  choices.pictures.length === 0 ? null : (
    <SelectField
      name="mainPicture"
      label="Main picture"
      hint="Shown in lists and when somebody passes the page on."
      value={typedText(fields, 'mainPicture')}
      error={errors?.['mainPicture']}
      size="medium"
      options={[
        { value: '', label: 'None' },
        ...choices.pictures.map(({ id, path, alt }) => ({ value: id, label: alt || path.replace(/^.*\//, '') })),
      ]}
    />
  )

const AddressField = ({ kind, fields, errors, written }: EditorProps) => (
  <Field
    name="slug"
    label="End of the address"
    hint={
      written?.address
        ? `Now ${written.address.path}. A new ending takes effect when you publish; the old address leads to it.`
        : `Left empty, it is made from the title. The address will be ${kind === 'post' ? '/year/month/' : '/'}ending.`
    }
    value={typedText(fields, 'slug')}
    error={errors?.['slug']}
    size="medium"
    spellcheck="false"
  />
)

function listed(fields: Typed, name: string): readonly string[] {
  const value = fields[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}
