import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Meter } from '../../../ui/Meter.tsx'
import { number, plural } from '../../../ui/words.ts'
import type { MediaProgress } from '../wanted.ts'

interface Props {
  media: MediaProgress
  /** Of the report. Without it nothing can be asked for. */
  href: string
}

/** How far the fetching of pictures from the old website has come, which are missing and why. */
export const MediaPart = ({ media, href }: Props) => (
  <Card labelledby="media">
    <CardHead id="media" title="Pictures from the old website" />
    {media.waiting ? <Underway media={media} href={href} /> : <Ended media={media} href={href} />}
    {media.reasons.length > 0 && (
      <DataTable caption="Why pictures are missing" columns={columns} rows={media.reasons} />
    )}
  </Card>
)

const Underway = ({ media: { waiting, here, failed }, href }: Props) => {
  const [done, total] = [here + failed, waiting + here + failed]
  return (
    <div class="pad stack-s">
      <Meter value={done} max={total} aside={`${number(here)} here`}>
        {number(done)} of {plural(total, 'picture')} tried
      </Meter>
      <p>
        They are fetched a few at a time, so as not to trouble the old website. You may leave this page. Should the
        server stop, it goes on by itself.
      </p>
      <p>
        <a href={href}>Look how far it is now</a>
      </p>
    </div>
  )
}

const Ended = ({ media: { here, failed }, href }: Props) => (
  <div class="pad stack-s">
    <p>
      {here
        ? `${plural(here, 'picture has', 'pictures have')} come from the old website. `
        : failed
          ? 'No picture has come. '
          : 'No picture was missing.'}
      {failed ? `${plural(failed, 'picture is', 'pictures are')} missing.` : here ? 'None is missing.' : ''}
    </p>
    {failed > 0 && (
      <form method="post" action={`${href}/pictures`}>
        <Button tone="alt" icon="download">
          Try the missing ones again
        </Button>
      </form>
    )}
  </div>
)

type Reason = MediaProgress['reasons'][number]

const columns: readonly Column<Reason>[] = [
  { key: 'reason', label: 'Why they are missing', wide: true, cell: ({ reason }) => reason },
  { key: 'count', label: 'How many', figures: true, cell: ({ count }) => number(count) },
  {
    key: 'examples',
    label: 'Which',
    wide: true,
    cell: ({ count, examples }) =>
      `${examples.join(', ')}${count > examples.length ? ` and ${plural(count - examples.length, 'other')}` : ''}`,
  },
]
