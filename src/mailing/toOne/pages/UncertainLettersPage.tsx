import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { Time } from '../../../ui/Time.tsx'
import { SECOND_COPY } from '../../office/pages/UncertainCard.tsx'
import { UNCERTAIN_LETTERS_A_PAGE, type UncertainLetter } from '../uncertainLetters.ts'

const HERE = '/office/letters/uncertain'

interface Props {
  frame: OfficeFrame
  zone: string
  page: number
  count: number
  letters: readonly UncertainLetter[]
}

/** Letters to one person that may not have arrived. */
export const UncertainLettersPage = ({ frame, zone, page, count, letters }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'May not have arrived' }}>
    <PageTitle title="May not have arrived" />
    <Card>
      {letters.length > 0 ? (
        <>
          <p class="pad">
            The line to the mail server broke while these letters to one person were handed over. Ask them whether they
            got it, or send it again. {SECOND_COPY} What nobody decides goes after a month.
          </p>
          <DataTable caption="Letters to one person that may not have arrived" columns={columns(zone)} rows={letters} />
        </>
      ) : (
        <Empty icon="mail" title="None" sentence="Of every letter it is known whether the mail server took it." />
      )}
      <Pager
        page={page}
        pages={Math.ceil(count / UNCERTAIN_LETTERS_A_PAGE)}
        href={(other) => `${HERE}?page=${other}`}
      />
    </Card>
  </OfficeLayout>
)

const columns = (zone: string): readonly Column<UncertainLetter>[] => [
  { key: 'subject', label: 'Letter', wide: true, cell: ({ subject }) => subject },
  {
    key: 'to',
    label: 'To',
    wide: true,
    cell: ({ personId, name, to }) => (personId ? <a href={`/office/register/${personId}`}>{name}</a> : to),
  },
  {
    key: 'at',
    label: 'Handed over',
    wide: true,
    cell: ({ handedAt }) => <Time at={handedAt} zone={zone} as="dayAndTime" />,
  },
  { key: 'decide', label: 'What is to be done', quiet: true, wide: true, cell: (letter) => <Decide letter={letter} /> },
]

const Decide = ({ letter: { id, subject, name, to } }: { letter: UncertainLetter }) => {
  const which = `“${subject}” to ${name ?? to}`
  return (
    <form method="post" action={HERE} class="row row-s">
      <input type="hidden" name="which" value={id} />
      <Button tone="alt" size="sm" name="what" value="again" aria-label={`Send again: ${which}`}>
        Send again
      </Button>
      <Button tone="ghost" size="sm" name="what" value="settled" aria-label={`Leave it: ${which}`}>
        Leave it
      </Button>
    </form>
  )
}
