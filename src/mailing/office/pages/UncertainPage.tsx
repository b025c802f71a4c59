import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { Time } from '../../../ui/Time.tsx'
import { plural } from '../../../ui/words.ts'
import { mayGoAgain, type OfficeLetter } from '../officeLetter.ts'
import { UNCERTAIN_A_PAGE, type UncertainOne } from '../uncertain.ts'
import { LetterLayout } from './LetterLayout.tsx'
import { SECOND_COPY } from './UncertainCard.tsx'

interface Props {
  frame: OfficeFrame
  letter: OfficeLetter
  zone: string
  maySend: boolean
  count: number
  people: readonly UncertainOne[]
  page: number
}

/** Who may or may not have got a letter. */
export const UncertainPage = ({ frame, letter, zone, maySend, count, people, page }: Props) => {
  const home = `/office/letters/${letter.id}`
  const sendable = maySend && mayGoAgain(letter)
  return (
    <LetterLayout {...{ frame, letter }} here="sending" about="Uncertain">
      <div class="stack">
        <p>
          <a href={`${home}/sending`}>Back to sending</a>
        </p>
        <Card>
          <CardHead title={`${plural(count, 'letter is', 'letters are')} uncertain`} />
          {people.length > 0 ? (
            <>
              <p class="pad">Ask them whether they got it, or send it again. {sendable && SECOND_COPY}</p>
              <DataTable
                caption="Who may or may not have got it"
                rows={people}
                columns={[...columns(zone), ...(sendable ? [sending(home)] : [])]}
              />
            </>
          ) : (
            <Empty icon="mail" title="None" sentence="Of every letter it is known whether the mail server took it." />
          )}
          <Pager
            page={page}
            pages={Math.ceil(count / UNCERTAIN_A_PAGE)}
            href={(other) => `${home}/uncertain?page=${other}`}
          />
        </Card>
      </div>
    </LetterLayout>
  )
}

const columns = (zone: string): readonly Column<UncertainOne>[] => [
  {
    key: 'name',
    label: 'Name',
    wide: true,
    cell: ({ personId, name }) => (personId ? <a href={`/office/register/${personId}`}>{name}</a> : 'Erased since'),
  },
  {
    key: 'at',
    label: 'Handed over',
    cell: ({ handedAt }) => (handedAt ? <Time at={handedAt} zone={zone} as="dayAndTime" /> : 'Not known'),
  },
]

const sending = (home: string): Column<UncertainOne> => ({
  key: 'again',
  label: 'Send again',
  quiet: true,
  cell: ({ id, name }) => (
    <form method="post" action={`${home}/uncertain`}>
      <Button tone="alt" size="sm" name="which" value={id} aria-label={`Send again to ${name ?? 'this reader'}`}>
        Send again
      </Button>
    </form>
  ),
})
