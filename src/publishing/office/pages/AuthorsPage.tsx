import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { plural } from '../../../ui/words.ts'
import type { AuthorRecord } from '../../authors.ts'
import type { NamedPerson } from '../writers.ts'
import { AuthorFields } from './AuthorFields.tsx'

interface Props {
  frame: OfficeFrame
  authors: readonly AuthorRecord[]
  texts: ReadonlyMap<string, number>
  people: readonly NamedPerson[]
  typed?: Typed
  errors?: Errors
}

export const AuthorsPage = ({ frame, authors, texts, people, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Authors', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <div class="page-head">
      <div>
        <h1>Authors</h1>
        <p class="meta">The names under which texts appear. Who stands behind a pen name is never shown to readers.</p>
      </div>
    </div>
    <div class="dash">
      <Card span={8}>
        {authors.length ? (
          <DataTable caption="Authors" columns={columnsOf(texts, people)} rows={authors} />
        ) : (
          <Empty
            icon="pen-line"
            title="No authors yet"
            sentence="Add the first here, or choose “My own name” while you write."
          />
        )}
      </Card>
      <Card span={4}>
        <CardHead title="Add an author" />
        <form class="pad" method="post" action="/office/authors" novalidate>
          <AuthorFields value={(name) => typedText(typed, name)} people={people} errors={errors} />
          <p class="row later">
            <Button icon="plus">Add the author</Button>
          </p>
        </form>
      </Card>
    </div>
  </OfficeLayout>
)

const columnsOf = (
  texts: ReadonlyMap<string, number>,
  people: readonly NamedPerson[],
): readonly Column<AuthorRecord>[] => [
  {
    key: 'name',
    label: 'Name',
    wide: true,
    cell: ({ id, name, slug }) => (
      <>
        <a class="rowlink" href={`/office/authors/${id}`}>
          {name}
        </a>
        <span class="meta">/author/{slug}/</span>
      </>
    ),
  },
  { key: 'kind', label: 'Kind', cell: ({ penName }) => (penName ? <Chip tone="info">Pen name</Chip> : 'Own name') },
  { key: 'person', label: 'Who it is', cell: ({ personId }) => people.find(({ id }) => id === personId)?.name ?? '–' },
  { key: 'texts', label: 'Texts', cell: ({ id }) => plural(texts.get(id) ?? 0, 'text') },
]
