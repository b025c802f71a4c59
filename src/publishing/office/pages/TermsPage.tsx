import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { plural } from '../../../ui/words.ts'
import { archivePaths, type Taxonomy, type Term } from '../../terms.ts'
import { TermFields } from './TermFields.tsx'

interface Props {
  frame: OfficeFrame
  terms: readonly Term[]
  uses: ReadonlyMap<string, number>
  typed?: Typed
  errors?: Errors
}

export const TermsPage = ({ frame, terms, uses, typed, errors }: Props) => {
  const of = (taxonomy: Taxonomy) => terms.filter((term) => term.taxonomy === taxonomy)
  return (
    <OfficeLayout {...frame} head={{ title: 'Categories and tags', refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <div class="page-head">
        <div>
          <h1>Categories and tags</h1>
          <p class="meta">Categories are the few shelves of the website; tags are words that posts have in common.</p>
        </div>
      </div>
      <div class="dash">
        <div class="c8 stack-l">
          <TermTable title="Categories" terms={of('category')} all={terms} uses={uses} />
          <TermTable title="Tags" terms={of('tag')} all={terms} uses={uses} />
        </div>
        <Card span={4}>
          <CardHead title="Add one" />
          <form class="pad" method="post" action="/office/terms" novalidate>
            <RadioCards
              name="taxonomy"
              label="Which kind"
              value={typedText(typed, 'taxonomy') ?? 'category'}
              error={errors?.['taxonomy']}
              options={[
                { value: 'category', label: 'Category' },
                { value: 'tag', label: 'Tag' },
              ]}
            />
            <TermFields value={(name) => typedText(typed, name)} parents={of('category')} errors={errors} />
            <p class="row later">
              <Button icon="plus">Add it</Button>
            </p>
          </form>
        </Card>
      </div>
    </OfficeLayout>
  )
}

interface TableProps {
  title: string
  terms: readonly Term[]
  all: readonly Term[]
  uses: ReadonlyMap<string, number>
}

const TermTable = ({ title, terms, all, uses }: TableProps) => (
  <Card>
    <CardHead title={title} />
    {terms.length ? (
      <DataTable caption={title} columns={columnsOf(archivePaths(all), uses)} rows={terms} />
    ) : (
      <Empty
        level={3}
        icon="tag"
        title={`No ${title.toLowerCase()} yet`}
        sentence="They help readers find what belongs together. Add the first one here."
      />
    )}
  </Card>
)

const columnsOf = (paths: ReadonlyMap<string, string>, uses: ReadonlyMap<string, number>): readonly Column<Term>[] => [
  {
    key: 'name',
    label: 'Name',
    wide: true,
    cell: ({ id, name, description }) => (
      <>
        <a class="rowlink" href={`/office/terms/${id}`}>
          {name}
        </a>
        {description && <span class="meta">{description}</span>}
      </>
    ),
  },
  { key: 'path', label: 'Address', cell: ({ id }) => paths.get(id) },
  { key: 'uses', label: 'Used by', cell: ({ id }) => (uses.has(id) ? plural(uses.get(id)!, 'text') : 'nothing yet') },
]
