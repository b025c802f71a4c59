import { Chip } from '../../../ui/Chip.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { ListedEntry } from '../../entryList.ts'
import type { Kind } from '../../rules.ts'
import { StatusChip } from './StatusChip.tsx'

/** What a list of posts or pages tells of each. */
export const entryColumns = (kind: Kind, zone: string): readonly Column<ListedEntry>[] => [
  {
    key: 'title',
    label: 'Title',
    wide: true,
    cell: ({ id, title, path }) => (
      <>
        <a class="rowlink" href={`/office/${kind}s/${id}`}>
          {title}
        </a>
        {kind === 'page' && path && <span class="meta">{path}</span>}
      </>
    ),
  },
  {
    key: 'status',
    label: 'State',
    cell: ({ status, unpublishedChanges, pinned }) => (
      <span class="row row-s">
        <StatusChip status={status} />
        {pinned && <Chip tone="go">Pinned</Chip>}
        {unpublishedChanges && <Chip tone="warn">Changes waiting</Chip>}
      </span>
    ),
  },
  ...(kind === 'post' ? [{ key: 'author', label: 'Author', cell: ({ author }: ListedEntry) => author ?? '–' }] : []),
  {
    key: 'date',
    label: 'Date',
    cell: ({ publishedAt, savedAt, status }) => (
      <>
        {status === 'draft' ? 'Saved ' : ''}
        <Time at={publishedAt ?? savedAt} zone={zone} as={status === 'scheduled' ? 'dayAndTime' : 'day'} />
      </>
    ),
  },
]
