import type { Errors } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { NamedPage } from '../../entryList.ts'
import type { Term } from '../../terms.ts'
import { emptyRow, type MenuRow, type Verb } from '../menuRows.ts'

export interface MenuChoices {
  readonly pages: readonly NamedPage[]
  readonly posts: readonly NamedPage[]
  readonly terms: readonly Term[]
}

interface Props {
  frame: OfficeFrame
  rows: readonly MenuRow[]
  choices: MenuChoices
  errors?: Errors
}

export const MenuPage = ({ frame, rows, choices, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Menu', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <div class="page-head">
      <div>
        <h1>Menu</h1>
        <p class="meta">What stands on top of every page of the website. Each button saves; readers see it at once.</p>
      </div>
    </div>
    {rows.length === 0 && (
      <div class="stack field">
        <Notice>
          <p>There is no menu of your own yet. Until then the website shows its posts and its first pages.</p>
        </Notice>
      </div>
    )}
    <form method="post" action="/office/menu" class="stack-l" novalidate>
      <input type="hidden" name="rows" value={String(rows.length + 1)} />
      <p>
        <Button icon="save" name="do" value="save">
          Save the menu
        </Button>
      </p>
      <ol class="menu-rows" role="list">
        {rows.map((row, at) => (
          <Row {...{ row, at, choices, errors }} last={at === rows.length - 1} />
        ))}
      </ol>
      <section aria-labelledby="another">
        <h2 class="card-title" id="another">
          Another item
        </h2>
        <ol class="menu-rows" role="list">
          <li>
            <Fields row={emptyRow} at={rows.length} choices={choices} errors={undefined} />
            <p class="row">
              <Button tone="alt" icon="plus" name="do" value="save">
                Add it
              </Button>
            </p>
          </li>
        </ol>
      </section>
    </form>
  </OfficeLayout>
)

interface RowProps {
  row: MenuRow
  at: number
  choices: MenuChoices
  errors: Errors | undefined
}

const Row = ({ last, ...props }: RowProps & { last: boolean }) => {
  const { row, at } = props
  const does = (verb: Verb) => ({ name: 'do', value: `${verb}:${at}`, size: 'sm', tone: 'alt' }) as const
  return (
    <li class={row.level === '1' ? 'below' : undefined}>
      <Fields {...props} />
      <p class="row row-s">
        {at > 0 && (
          <Button {...does('up')} icon="arrow-up" aria-label={`Move ${row.label} up`}>
            Up
          </Button>
        )}
        {!last && (
          <Button {...does('down')} icon="arrow-down" aria-label={`Move ${row.label} down`}>
            Down
          </Button>
        )}
        {row.level === '0' && at > 0 && (
          <Button {...does('in')} icon="arrow-right" aria-label={`Set in ${row.label}, below the item before it`}>
            Set in
          </Button>
        )}
        {row.level === '1' && (
          <Button {...does('out')} icon="arrow-left" aria-label={`Set out ${row.label}, to the top level`}>
            Set out
          </Button>
        )}
        <Button {...does('remove')} icon="trash-2" aria-label={`Remove ${row.label}`}>
          Remove
        </Button>
      </p>
    </li>
  )
}

const Fields = ({ row, at, choices, errors }: RowProps) => (
  <div class="menu-fields">
    <input type="hidden" name={`level-${at}`} value={row.level} />
    <Field name={`label-${at}`} label="Words" value={row.label} error={errors?.[`label-${at}`]} />
    <SelectField
      name={`target-${at}`}
      label="Leads to"
      options={optionsOf(choices)}
      value={row.target}
      error={errors?.[`target-${at}`]}
    />
    {(row.target === 'link' || row === emptyRow) && (
      <Field
        name={`href-${at}`}
        label="Link, for another address"
        value={row.href}
        error={errors?.[`href-${at}`]}
        spellcheck="false"
      />
    )}
  </div>
)

const optionsOf = ({ pages, posts, terms }: MenuChoices) => [
  { value: '', label: 'Choose' },
  { value: 'link', label: 'Another address' },
  ...pages.map(({ id, title }) => ({ value: `entry:${id}`, label: `Page: ${title}` })),
  ...terms.map(({ id, name, taxonomy }) => ({
    value: `term:${id}`,
    label: `${taxonomy === 'category' ? 'Category' : 'Tag'}: ${name}`,
  })),
  ...posts.map(({ id, title }) => ({ value: `entry:${id}`, label: `Post: ${title}` })),
]
