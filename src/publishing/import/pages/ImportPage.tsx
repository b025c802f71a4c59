import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Time } from '../../../ui/Time.tsx'
import type { MediaProgress } from '../../media/wanted.ts'
import type { Import } from '../imports.ts'
import type { ShownFindings } from './FindingsPart.tsx'
import { ImportChip } from './ImportChip.tsx'
import { ImportOutcome, isOpen } from './ImportOutcome.tsx'

interface Props {
  frame: OfficeFrame
  zone: string
  one: Import
  findings: ShownFindings
  /** Null when nothing was to be fetched. */
  media: MediaProgress | null
}

const HOME = '/office/website/import'
const SECONDS = 2

/** One import: how far it has come, then what came of it. */
export const ImportPage = ({ frame, zone, one, findings, media }: Props) => {
  const goesOn = isOpen(one)
  const title = goesOn ? 'Bringing in your website' : 'What the import brought'
  return (
    <OfficeLayout {...frame} head={{ title, ...(goesOn && { refreshEvery: SECONDS }) }}>
      <PageTitle
        title={title}
        crumbs={[{ label: 'Import', href: HOME }, { label: one.fileName }]}
        sentence={
          <span class="row row-s">
            <ImportChip state={one.state} />
            <span>
              Begun <Time at={one.startedAt} zone={zone} as="dayAndTime" />
            </span>
          </span>
        }
        actions={
          goesOn ? undefined : (
            <ButtonLink href={HOME} tone="alt" icon="upload">
              Import again
            </ButtonLink>
          )
        }
      />
      <ImportOutcome one={one} findings={findings} media={media} href={`${HOME}/${one.id}`} startHref={HOME} />
    </OfficeLayout>
  )
}
