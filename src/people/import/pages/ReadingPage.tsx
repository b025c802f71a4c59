import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import type { MemberImport } from '../imports.ts'

const HOME = '/office/register/import'

/** A long list is being read, or is coming in. */
export const ReadingPage = ({ frame, one }: { frame: OfficeFrame; one: MemberImport }) => {
  const title = one.state === 'reading' ? 'Reading the list' : 'Bringing the list in'
  return (
    <OfficeLayout {...frame} head={{ title, refreshEvery: 2 }}>
      <PageTitle title={title} crumbs={[{ label: 'Bring in people', href: HOME }, { label: one.fileName }]} />
      <Progress title={title} unit="rows" done={one.rowsRead || undefined}>
        <p class="meta">
          {one.state === 'reading'
            ? 'Nothing changes in the register until you have looked at it.'
            : 'All of it comes in at once, when it is whole. Should the server stop, it begins again by itself.'}
        </p>
        {one.state === 'reading' && (
          <ButtonLink href={`${HOME}/${one.id}/columns`} tone="alt">
            Match the columns again
          </ButtonLink>
        )}
      </Progress>
    </OfficeLayout>
  )
}
