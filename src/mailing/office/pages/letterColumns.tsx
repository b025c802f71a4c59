import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import type { Column } from '../../../ui/DataTable.tsx'
import { Time } from '../../../ui/Time.tsx'
import { number } from '../../../ui/words.ts'
import type { ListedLetter } from '../letterList.ts'
import { EVERYBODY, stateNames, stateTones } from '../stateWords.ts'

const HOME = '/office/letters'

/** What the list tells of each letter. */
export const letterColumns = (zone: string): readonly Column<ListedLetter>[] => [
  {
    key: 'subject',
    label: 'Subject',
    wide: true,
    cell: ({ id, subject, kind, audience }) => (
      <>
        <a href={`${HOME}/${id}`}>{subject}</a>
        <div class="meta">{audience || EVERYBODY[kind]}</div>
      </>
    ),
  },
  {
    key: 'state',
    label: 'State',
    cell: ({ state, trouble }) => (
      <Chip tone={stateTones[state]}>
        {state === 'sending' && trouble ? 'Waiting for the server' : stateNames[state]}
      </Chip>
    ),
  },
  { key: 'at', label: 'When', wide: true, cell: (letter) => <When letter={letter} zone={zone} /> },
  { key: 'readers', label: 'Letters', wide: true, cell: (letter) => <Taken letter={letter} /> },
  { key: 'actions', label: 'What can be done', quiet: true, wide: true, cell: (letter) => <Actions letter={letter} /> },
]

const When = ({ letter: { state, at }, zone }: { letter: ListedLetter; zone: string }) =>
  state === 'draft' ? (
    <span class="nowrap">
      Begun <Time at={at} zone={zone} />
    </span>
  ) : (
    <Time at={at} zone={zone} as="dayAndTime" />
  )

/** "412 of 415 accepted" */
const Taken = ({ letter: { id, state, readers, accepted, uncertain } }: { letter: ListedLetter }) => {
  if (state === 'draft' || state === 'scheduled') return <span class="nowrap">Not yet</span>
  return (
    <>
      <a class="nowrap" href={`${HOME}/${id}/sending`}>
        {number(accepted)} of {number(readers)} accepted
      </a>
      {uncertain > 0 && <div class="meta">{number(uncertain)} uncertain</div>}
    </>
  )
}

const Actions = ({ letter: { id, kind, state, subject } }: { letter: ListedLetter }) => (
  <div class="row row-s">
    {kind !== 'still_right' && (
      <form method="post" action={`${HOME}/${id}/copy`}>
        <Button tone="ghost" size="sm" aria-label={`Copy ${subject} as a new draft`}>
          Copy
        </Button>
      </form>
    )}
    {state === 'draft' && (
      <form method="post" action={`${HOME}/${id}/removal`}>
        <Button tone="ghost" size="sm" aria-label={`Delete the draft ${subject}`}>
          Delete
        </Button>
      </form>
    )}
  </div>
)
