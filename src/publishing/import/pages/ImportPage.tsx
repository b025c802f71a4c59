import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { Time } from '../../../ui/Time.tsx'
import { MediaPart } from '../../media/pages/MediaPart.tsx'
import type { MediaProgress } from '../../media/wanted.ts'
import type { Import } from '../imports.ts'
import { headlineOf, looks, phaseNames } from '../reportWords.ts'
import { FindingsPart, type ShownFindings } from './FindingsPart.tsx'
import { ImportChip } from './ImportChip.tsx'
import { ReportPart } from './ReportPart.tsx'

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
  const goesOn = one.state === 'waiting' || one.state === 'running'
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
      {goesOn ? <Underway one={one} /> : <Ended one={one} findings={findings} media={media} />}
    </OfficeLayout>
  )
}

const Underway = ({ one: { progress } }: { one: Import }) => {
  const { title, unit } = phaseNames[progress.phase]
  return (
    <Progress title={title} unit={unit} done={progress.done || undefined} total={progress.total || undefined}>
      <p class="meta">
        All of it appears on the website at once, when it is whole. Should the server stop, it begins again by itself.
      </p>
    </Progress>
  )
}

const Ended = ({ one, findings, media }: Pick<Props, 'one' | 'findings' | 'media'>) => {
  if (!one.report) return <Trouble one={one} />
  const total = [...findings.counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <div class="stack-l">
      <p class="lede">
        {headlineOf(one.report)} {looks(total)}
      </p>
      {findings.kind === undefined && media && <MediaPart media={media} href={`${HOME}/${one.id}`} />}
      {findings.kind === undefined && <ReportPart report={one.report} />}
      <FindingsPart findings={findings} total={total} href={`${HOME}/${one.id}`} />
    </div>
  )
}

const Trouble = ({ one: { state, trouble } }: { one: Import }) => (
  <div class="stack">
    <Notice tone={state === 'refused' ? 'warn' : 'bad'}>
      <p>
        <b>{state === 'interrupted' ? 'The import was stopped half-way. Nothing was brought in.' : (trouble ?? '')}</b>
      </p>
      <p>{adviceOn(state)}</p>
    </Notice>
    <Card padded>
      <p>Your website is as it was before. Nothing of the file is kept here.</p>
      <ButtonLink href={HOME} icon="upload">
        Choose a file again
      </ButtonLink>
    </Card>
  </div>
)

function adviceOn(state: Import['state']): string {
  if (state === 'refused') return 'Mend the file, or make a new export in WordPress, and send that.'
  if (state === 'interrupted') return 'It was begun at the command line. Begin it again there.'
  return 'Send the file again. If it happens twice, tell your host, and say when it was.'
}
