import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { MediaPart } from '../../media/pages/MediaPart.tsx'
import type { MediaProgress } from '../../media/wanted.ts'
import type { Import } from '../imports.ts'
import { headlineOf, looks, phaseNames } from '../reportWords.ts'
import { FindingsPart, type ShownFindings } from './FindingsPart.tsx'
import { ReportPart } from './ReportPart.tsx'

interface Props {
  one: Import
  findings: ShownFindings
  /** Null when nothing was to be fetched. */
  media: MediaProgress | null
  /** Of the page this stands on. */
  href: string
  /** Where a file is sent. */
  startHref: string
}

/** How far an import has come, then what came of it. */
export const ImportOutcome = (props: Props) => (isOpen(props.one) ? <Underway one={props.one} /> : <Ended {...props} />)

export const isOpen = ({ state }: Import): boolean => state === 'waiting' || state === 'running'

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

const Ended = ({ one, findings, media, href, startHref }: Props) => {
  if (!one.report) return <Trouble one={one} href={startHref} />
  const total = [...findings.counts.values()].reduce((sum, count) => sum + count, 0)
  return (
    <div class="stack-l">
      <p class="lede">
        {headlineOf(one.report)} {looks(total)}
      </p>
      {findings.kind === undefined && media && <MediaPart media={media} href={href} />}
      {findings.kind === undefined && <ReportPart report={one.report} />}
      <FindingsPart findings={findings} total={total} href={href} />
    </div>
  )
}

const Trouble = ({ one: { state, trouble }, href }: { one: Import; href: string }) => (
  <div class="stack">
    <Notice tone={state === 'refused' ? 'warn' : 'bad'}>
      <p>
        <b>{state === 'interrupted' ? 'The import was stopped half-way. Nothing was brought in.' : (trouble ?? '')}</b>
      </p>
      <p>{adviceOn(state)}</p>
    </Notice>
    <Card padded>
      <p>Your website is as it was before. Nothing of the file is kept here.</p>
      <ButtonLink href={href} icon="upload">
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
