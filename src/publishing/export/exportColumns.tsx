import type { Export, ExportKind, ExportState } from '../../platform/exports.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip, type ChipTone } from '../../ui/Chip.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { Time } from '../../ui/Time.tsx'
import { Unseen } from '../../ui/Unseen.tsx'

const kindNames: Readonly<Record<ExportKind, string>> = {
  website: 'Texts and comments',
  pictures: 'Pictures',
  group: 'Everything',
}
const states: Readonly<Record<ExportState, { readonly tone: ChipTone; readonly name: string }>> = {
  waiting: { tone: 'go', name: 'Being made' },
  ready: { tone: 'ok', name: 'Ready' },
  failed: { tone: 'bad', name: 'Failed' },
  removed: { tone: 'plain', name: 'Removed' },
}

/** How exports stand in a table: what, since when, how large, and the button that fetches it from below `home`. */
export const exportColumns = ({ home, zone }: { home: string; zone: string }): readonly Column<Export>[] => [
  { key: 'what', label: 'What', cell: ({ kind }) => kindNames[kind] },
  { key: 'state', label: 'State', cell: ({ state }) => <Chip tone={states[state].tone}>{states[state].name}</Chip> },
  { key: 'asked', label: 'Asked for', cell: ({ askedAt }) => <Time at={askedAt} zone={zone} as="dayAndTime" /> },
  { key: 'size', label: 'Size', figures: true, cell: ({ bytes }) => (bytes === null ? '' : sizeInWords(bytes)) },
  {
    key: 'until',
    label: 'Kept until',
    cell: ({ expiresAt }) => (expiresAt ? <Time at={expiresAt} zone={zone} as="dayAndTime" /> : ''),
  },
  { key: 'fetch', label: 'Download', quiet: true, cell: (one) => fetchForm(home, one) },
]

/** A post, so that no preview or scanner fetches it, and the journal tells when somebody did. */
const fetchForm = (home: string, { id, state, kind }: Export) =>
  state === 'ready' && (
    <form method="post" action={`${home}/${id}/file`}>
      <Button tone="alt" icon="download">
        Download<Unseen>: {kindNames[kind]}</Unseen>
      </Button>
    </form>
  )

/** "3.4 MB", kept on one line */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const power = Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const figure = bytes / 1000 ** power
  return `${figure.toLocaleString('en-GB', { maximumFractionDigits: figure < 10 ? 1 : 0 })}\u00a0${['', 'KB', 'MB', 'GB'][power]}`
}
