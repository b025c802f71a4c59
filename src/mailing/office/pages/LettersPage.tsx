import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { SavedViews } from '../../../ui/SavedViews.tsx'
import { type LetterList, LETTERS_A_PAGE, type LetterShelf, type ListAsked, shelfKeys } from '../letterList.ts'
import { letterColumns } from './letterColumns.tsx'

const HOME = '/office/letters'

const shelfNames: Readonly<Record<LetterShelf, string>> = {
  all: 'All',
  drafts: 'Drafts',
  scheduled: 'Waiting for their time',
  sending: 'Being sent',
  sent: 'Sent',
}
const nothingThere: Readonly<Record<LetterShelf, string>> = {
  all: 'Your newsletters will stand here, with what became of each. Begin by writing one: you can draft it from what happened lately.',
  drafts: 'Letters that are being written will stand here. Nobody gets them before one of you decides it.',
  scheduled: 'Letters that go out at a day and time will stand here. Until then they can be called back.',
  sending: 'Letters on their way will stand here, with how many have gone out.',
  sent: 'Letters that went out will stand here, with what came of them.',
}

interface Props {
  frame: OfficeFrame
  zone: string
  asked: ListAsked
  list: LetterList
}

/** All letters to many. */
export const LettersPage = ({ frame, zone, asked, list: { counts, letters } }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Letters' }}>
    <PageTitle
      title="Letters"
      sentence="Newsletters and notices: each goes once to everybody who asked for it or is owed it."
      actions={
        counts.all > 0 && (
          <ButtonLink href={`${HOME}/new`} icon="pencil">
            Write a newsletter
          </ButtonLink>
        )
      }
    />
    {counts.all > 0 && (
      <SavedViews
        label="By state"
        views={shelfKeys.map((show) => ({
          label: shelfNames[show],
          href: hrefOf({ show, page: 1 }),
          count: counts[show],
          current: asked.show === show,
        }))}
      />
    )}
    <Card>
      {letters.length > 0 ? (
        <DataTable caption={`Letters: ${shelfNames[asked.show]}`} columns={letterColumns(zone)} rows={letters} />
      ) : (
        <Empty icon="mail" title="No letters here" sentence={nothingThere[asked.show]}>
          {counts.all === 0 && (
            <ButtonLink href={`${HOME}/new`} icon="pencil">
              Write a newsletter
            </ButtonLink>
          )}
        </Empty>
      )}
      <Pager
        page={asked.page}
        pages={Math.ceil(counts[asked.show] / LETTERS_A_PAGE)}
        href={(page) => hrefOf({ ...asked, page })}
      />
    </Card>
  </OfficeLayout>
)

const hrefOf = ({ show, page }: ListAsked): string =>
  `${HOME}?${new URLSearchParams({ show, ...(page > 1 && { page: String(page) }) }).toString()}`
