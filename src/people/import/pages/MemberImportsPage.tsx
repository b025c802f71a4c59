import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { Time } from '../../../ui/Time.tsx'
import { outcomeOf } from '../importWords.ts'
import type { MemberImport } from '../imports.ts'
import { StateChip } from './StateChip.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  /** Newest first. */
  earlier: readonly MemberImport[]
  refused?: { readonly errors: Errors; readonly typed?: Typed } | undefined
}

const HOME = '/office/register/import'

/** Where a list of people is sent, or their names are pasted. */
export const MemberImportsPage = ({ frame, zone, earlier, refused }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Bring in people', refused: refused !== undefined }}>
    <PageTitle
      title="Bring in people"
      sentence="From a list you have. You see what would change before anything does."
    />
    <ErrorSummary errors={refused?.errors} />
    <div class="dash">
      <Card span={6} labelledby="send">
        <CardHead id="send" title="Send a list" />
        <form method="post" action={HOME} enctype="multipart/form-data" class="pad stack" novalidate>
          <FileField
            name="list"
            label="The file with your list"
            hint="From Excel, Numbers, LibreOffice or any other program, saved as .xlsx or .csv. One person on each row."
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            error={refused?.errors['list']}
          />
          <p class="meta">Nobody is emailed because of it, and you can undo it for 30 days.</p>
          <div>
            <Button icon="upload">Send the list</Button>
          </div>
        </form>
      </Card>
      <Card span={6} labelledby="paste">
        <CardHead id="paste" title="Paste names" />
        <form method="post" action={`${HOME}/names`} class="pad stack" novalidate>
          <TextArea
            name="names"
            label="Names, one on each line"
            hint="Name, email, note, in any order: Jo Bloggs, jo@example.org, met in Leek"
            rows={7}
            value={typedText(refused?.typed, 'names')}
            error={refused?.errors['names']}
          />
          <div>
            <Button tone="alt">Read the names</Button>
          </div>
        </form>
      </Card>
      <Card span={12} labelledby="earlier">
        <CardHead id="earlier" title="Earlier lists" />
        {earlier.length ? (
          <DataTable caption="Earlier lists, newest first" columns={columnsOf(zone)} rows={earlier} />
        ) : (
          <Empty
            icon="upload"
            title="No list was brought in yet"
            sentence="Each list appears here, with what came of it and how to undo it."
            level={3}
          />
        )}
      </Card>
    </div>
  </OfficeLayout>
)

const columnsOf = (zone: string): readonly Column<MemberImport>[] => [
  {
    key: 'file',
    label: 'List',
    cell: ({ id, fileName }) => (
      <a class="rowlink" href={`${HOME}/${id}`}>
        {fileName}
      </a>
    ),
  },
  { key: 'state', label: 'State', cell: ({ state }) => <StateChip state={state} /> },
  { key: 'when', label: 'Sent', cell: ({ startedAt }) => <Time at={startedAt} zone={zone} as="dayAndTime" /> },
  { key: 'what', label: 'What came of it', wide: true, cell: outcomeOf },
]
