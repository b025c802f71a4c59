import { BarTable } from '../../../ui/BarTable.tsx'
import { listName } from '../listNames.ts'
import type { PageReads } from '../readFigures.ts'

interface Props {
  caption: string
  /** The most read first. */
  pages: readonly PageReads[]
  /** The caption is seen, not only read aloud. */
  shown?: boolean
}

/** The pages of a time with how often each was read. */
export const PageBars = ({ caption, pages, shown = false }: Props) =>
  pages.length === 0 ? (
    <p>No page was read in this time.</p>
  ) : (
    <BarTable
      quiet={!shown}
      caption={caption}
      columns={['Page', 'Reads']}
      rows={pages.map(({ title, path, reads }) => ({
        label: path ? <a href={path}>{title ?? listName(path)}</a> : title,
        value: reads,
      }))}
    />
  )
