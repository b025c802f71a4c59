import type { OfficeFrame } from '../../../platform/web.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { type DiffBlock, DiffView } from '../../../ui/DiffView.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { Version } from '../../../writing/index.ts'
import type { Kind } from '../../rules.ts'
import type { Written } from '../editor.ts'
import { EntryTabs } from './EntryTabs.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  kind: Kind
  written: Written
  before: Version
  after: Version
  blocks: readonly DiffBlock[]
}

/** Two versions as one text, word by word. */
export const ComparePage = ({ frame, zone, kind, written, before, after, blocks }: Props) => {
  const home = `/office/${kind}s`
  const versions = `${home}/${written.entry.id}/versions`
  return (
    <OfficeLayout {...frame} path={versions} head={{ title: `Version ${before.number} and version ${after.number}` }}>
      <div class="page-head">
        <div>
          <Breadcrumb
            crumbs={[
              { label: kind === 'post' ? 'Posts' : 'Pages', href: home },
              { label: 'Versions', href: versions },
              { label: 'What differs' },
            ]}
          />
          <h1>
            From version {before.number} to version {after.number}
          </h1>
          <p class="meta">
            Saved <Time at={before.madeAt} zone={zone} as="dayAndTime" /> and{' '}
            <Time at={after.madeAt} zone={zone} as="dayAndTime" />. What came in is underlined, what went is struck.
          </p>
        </div>
      </div>
      <EntryTabs kind={kind} id={written.entry.id} here="versions" />
      <div class="sheet">
        {before.title !== after.title && (
          <div class="diff">
            <h2>
              <del>{before.title}</del> <ins>{after.title}</ins>
            </h2>
          </div>
        )}
        <DiffView blocks={blocks} />
      </div>
    </OfficeLayout>
  )
}
