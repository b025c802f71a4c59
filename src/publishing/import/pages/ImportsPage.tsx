import type { Errors } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Import } from '../imports.ts'
import { headlineOf, phaseNames } from '../reportWords.ts'
import { ImportChip } from './ImportChip.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  /** Newest first. */
  earlier: readonly Import[]
  refused?: Refused | undefined
}

interface Refused {
  readonly errors: Errors
  /** It was ticked. */
  readonly fetchMedia: boolean
}

export const ImportsPage = ({ frame, zone, earlier, refused }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Bring in your website', refused: refused !== undefined }}>
    <PageTitle
      title="Bring in your website"
      sentence="From WordPress, with its posts, pages, comments, menu and old addresses."
    />
    <ErrorSummary errors={refused?.errors} />
    <div class="dash">
      <Card span={7} labelledby="send">
        <CardHead id="send" title="Send the export" />
        <div class="pad stack">
          <p>
            Everything that was public comes in at its old address, and what was private stays a draft. Nobody is
            emailed, and no visitor’s network address is kept. You may import again at any time: what has not changed
            stays as it is, and what was edited here is never overwritten.
          </p>
          <SendForm refused={refused} />
        </div>
      </Card>
      <Card span={5} labelledby="how">
        <CardHead id="how" title="How to get the files" />
        <ol class="pad stack-s">
          <li>In WordPress, open Tools, then Export.</li>
          <li>Choose “All content” and download the file. It ends in .xml.</li>
          <li>
            For the pictures, tick the box here while the old website still answers. Or ask whoever keeps it for a zip
            of the folder wp-content/uploads; you can send that later, together with the same export.
          </li>
        </ol>
      </Card>
      <Card span={12} labelledby="earlier">
        <CardHead id="earlier" title="Earlier imports" />
        {earlier.length ? (
          <DataTable caption="Earlier imports, newest first" columns={columnsOf(zone)} rows={earlier} />
        ) : (
          <Empty
            icon="upload"
            title="Nothing was brought in yet"
            sentence="Each import appears here with a report of what came in, what was left out and why."
            level={3}
          />
        )}
      </Card>
    </div>
  </OfficeLayout>
)

const SendForm = ({ refused }: { refused: Refused | undefined }) => (
  <form method="post" action="/office/website/import" enctype="multipart/form-data" class="stack" novalidate>
    <FileField
      name="export"
      label="The export from WordPress"
      hint="A file that ends in .xml, or a zip with one such file in it. Up to 2 GB."
      accept=".xml,.zip,text/xml,application/zip"
      error={refused?.errors['export']}
    />
    <FileField
      name="uploads"
      label="The pictures (you may leave this out)"
      hint="A zip of the folder wp-content/uploads. Up to 2 GB."
      accept=".zip,application/zip"
      error={refused?.errors['uploads']}
    />
    <Checkbox
      name="fetch_media"
      label="Fetch the pictures from the old website"
      hint="From the website named in the export and from nowhere else, a few at a time, after the texts have come in."
      checked={refused?.fetchMedia}
    />
    <div>
      <Button icon="upload">Bring it in</Button>
    </div>
  </form>
)

const columnsOf = (zone: string): readonly Column<Import>[] => [
  {
    key: 'file',
    label: 'File',
    cell: ({ id, fileName }) => (
      <a class="rowlink" href={`/office/website/import/${id}`}>
        {fileName}
      </a>
    ),
  },
  { key: 'state', label: 'State', cell: ({ state }) => <ImportChip state={state} /> },
  { key: 'when', label: 'Begun', cell: ({ startedAt }) => <Time at={startedAt} zone={zone} as="dayAndTime" /> },
  { key: 'what', label: 'What came of it', wide: true, cell: outcomeOf },
]

function outcomeOf({ state, report, trouble, progress }: Import): string {
  if (report) return headlineOf(report)
  if (state === 'interrupted') return 'It was stopped half-way. Nothing was brought in.'
  return trouble ?? `${phaseNames[progress.phase].title}.`
}
