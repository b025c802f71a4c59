import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { number } from '../../../ui/words.ts'
import { hrefOf } from '../../public/paths.ts'
import type { FindingKind } from '../../wordpress/findings.ts'
import { findingKinds, kindNames } from '../findingKinds.ts'
import { FINDINGS_A_PAGE, type StoredFinding } from '../findings.ts'

export interface ShownFindings {
  readonly counts: ReadonlyMap<FindingKind, number>
  /** The one kind asked for; without it the first few of every kind are shown. */
  readonly kind: FindingKind | undefined
  readonly page: number
  readonly rows: readonly StoredFinding[]
  /** Nothing can be mended from here. */
  readonly readOnly?: boolean
}

interface Props {
  findings: ShownFindings
  total: number
  /** Of the report. */
  href: string
}

/** What a person should look at, with the reason. */
export const FindingsPart = ({ findings, total, href }: Props) =>
  total === 0 ? (
    <Card>
      <Empty
        icon="circle-check"
        title="Nothing needs a look"
        sentence="No private details, broken links or empty pages were found in what came in."
      />
    </Card>
  ) : (
    <section class="stack" aria-labelledby="findings">
      <h2 id="findings">Things that need a look</h2>
      <SavedViews label="By kind" views={viewsOf(findings, total, href)} />
      {shownKinds(findings).map((kind) => (
        <KindCard kind={kind} findings={findings} href={href} />
      ))}
    </section>
  )

const shownKinds = ({ counts, kind }: ShownFindings): readonly FindingKind[] =>
  kindNames.filter((one) => counts.has(one) && (kind === undefined || one === kind))

const viewsOf = ({ counts, kind }: ShownFindings, total: number, href: string) => [
  { label: 'All', href, count: total, current: kind === undefined },
  ...kindNames
    .filter((one) => counts.has(one))
    .map((one) => ({
      label: findingKinds[one].name,
      href: `${href}?kind=${one}`,
      count: counts.get(one) ?? 0,
      current: one === kind,
    })),
]

const KindCard = ({ kind, findings, href }: { kind: FindingKind; findings: ShownFindings; href: string }) => {
  const rows = findings.rows.filter((row) => row.kind === kind)
  const count = findings.counts.get(kind) ?? 0
  const { name, why } = findingKinds[kind]
  return (
    <Card>
      <CardHead title={name} level={3}>
        {findings.kind === undefined && count > rows.length ? (
          <a href={`${href}?kind=${kind}`}>Show all {number(count)}</a>
        ) : (
          <span class="meta">{number(count)}</span>
        )}
      </CardHead>
      <p class="pad">{why}</p>
      <DataTable
        caption={name}
        columns={findings.readOnly ? columns.filter(({ key }) => key !== 'mend') : columns}
        rows={rows}
      />
      {findings.kind && (
        <Pager
          page={findings.page}
          pages={Math.ceil(count / FINDINGS_A_PAGE)}
          href={(page) => `${href}?kind=${kind}&page=${page}`}
        />
      )}
    </Card>
  )
}

const columns: readonly Column<StoredFinding>[] = [
  {
    key: 'page',
    label: 'Page',
    wide: true,
    cell: ({ entryId, title, address }) => (entryId ? <PageLink title={title} address={address} /> : 'The whole file'),
  },
  { key: 'detail', label: 'What was found', wide: true, cell: ({ detail }) => detail },
  {
    key: 'mend',
    label: 'What you can do',
    quiet: true,
    cell: ({ entryId, entryKind, title }) =>
      entryId && (
        <a href={`/office/${entryKind}s/${entryId}`} aria-label={`Edit ${title ?? 'this page'}`}>
          Edit
        </a>
      ),
  },
]

/** A draft has no address yet; '/?p=12' was its old one. */
const PageLink = ({ title, address }: { title: string | null; address: string }) =>
  address.startsWith('/?') ? (
    <span>{title} (a draft)</span>
  ) : (
    <a class="rowlink" href={hrefOf(address)}>
      {title ?? address}
    </a>
  )
