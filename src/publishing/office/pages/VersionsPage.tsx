import type { OfficeFrame } from '../../../platform/web.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { Time } from '../../../ui/Time.tsx'
import { number } from '../../../ui/words.ts'
import type { Version } from '../../../writing/index.ts'
import type { Kind } from '../../rules.ts'
import type { Written } from '../editor.ts'
import { EntryTabs } from './EntryTabs.tsx'

type Listed = Omit<Version, 'body'>

interface Props {
  frame: OfficeFrame
  zone: string
  kind: Kind
  written: Written
  /** Newest first. */
  versions: readonly Listed[]
  names: ReadonlyMap<string, string>
}

export const VersionsPage = (props: Props) => {
  const { frame, kind, written, versions } = props
  const home = `/office/${kind}s`
  return (
    <OfficeLayout {...frame} head={{ title: `Versions of ${written.latest.title}` }}>
      <div class="page-head">
        <div>
          <Breadcrumb crumbs={[{ label: kind === 'post' ? 'Posts' : 'Pages', href: home }, { label: 'Versions' }]} />
          <h1>{written.latest.title}</h1>
        </div>
      </div>
      <EntryTabs kind={kind} id={written.entry.id} here="versions" />
      <Card>
        {versions.length > 1 && (
          <CompareForm action={`${home}/${written.entry.id}/versions/compare`} versions={versions} />
        )}
        <DataTable caption="Versions, newest first" columns={columnsOf(props)} rows={versions} />
      </Card>
    </OfficeLayout>
  )
}

const CompareForm = ({ action, versions }: { action: string; versions: readonly Listed[] }) => {
  const options = versions.map(({ number: n }) => ({ value: String(n), label: `Version ${n}` }))
  const [latest, before] = versions
  return (
    <form class="filters" action={action} method="get" aria-label="Compare two versions">
      <SelectField name="from" label="Compare" options={options} value={String(before?.number)} />
      <SelectField name="to" label="with" options={options} value={String(latest?.number)} />
      <Button tone="alt">Show what differs</Button>
    </form>
  )
}

const columnsOf = ({ kind, written, names, zone }: Props): readonly Column<Listed>[] => {
  const home = `/office/${kind}s/${written.entry.id}/versions`
  const isPublic = written.entry.status === 'published'
  return [
    {
      key: 'version',
      label: 'Version',
      wide: true,
      cell: ({ number: n, note, title }) => (
        <>
          <span class="row row-s">
            <b>{n}</b>
            {n === written.latest.number && <Chip tone="plain">Latest</Chip>}
            {isPublic && n === written.entry.published_version && <Chip tone="ok">Public</Chip>}
          </span>
          <span class="meta">{note ?? (title === written.latest.title ? '' : `Then called “${title}”`)}</span>
        </>
      ),
    },
    {
      key: 'saved',
      label: 'Saved',
      cell: ({ madeAt, madeBy }) => (
        <>
          <Time at={madeAt} zone={zone} as="dayAndTime" />
          <span class="meta">by {madeBy ? (names.get(madeBy) ?? 'a former officer') : 'the program'}</span>
        </>
      ),
    },
    { key: 'words', label: 'Words', figures: true, cell: ({ words }) => number(words) },
    {
      key: 'acts',
      label: 'What you can do',
      quiet: true,
      cell: ({ number: n }) => (
        <span class="row row-s">
          {n > 1 && <a href={`${home}/compare?from=${n - 1}&to=${n}`}>Changes in version {n}</a>}
          {n !== written.latest.number && (
            <form method="post" action={`${home}/${n}/restoration`}>
              <Button tone="alt" size="sm" icon="undo-2" aria-label={`Restore version ${n}`}>
                Restore
              </Button>
            </form>
          )}
        </span>
      ),
    },
  ]
}
