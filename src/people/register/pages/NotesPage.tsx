import type { OfficeFrame } from '../../../platform/web.ts'
import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { Time } from '../../../ui/Time.tsx'
import { HOME } from '../asking.ts'
import type { PersonNote } from '../notes.ts'
import type { Opened } from '../opening.ts'
import type { Refused } from '../recordRoutes.tsx'
import { RecordLayout } from './RecordLayout.tsx'

interface Props extends Opened {
  frame: OfficeFrame
  notes: readonly PersonNote[]
  refused?: Refused | undefined
}

/** What officers noted about somebody. */
export const NotesPage = ({ frame, zone, notes, refused, person, keeps, changes }: Props) => (
  <RecordLayout {...{ frame, person, keeps, zone }} tab="/notes" errors={refused?.errors}>
    <div class="stack">
      <p class="meta">
        Notes belong to what is held about {person.name}: they read them when they ask. Write only what you would say to
        them.
      </p>
      {changes && <NewNote id={person.id} refused={refused?.fact === 'new' ? refused : undefined} />}
      {notes.length === 0 && <p>No notes yet.</p>}
      {notes.map((note) => (
        <OneNote
          {...{ note, zone, changes }}
          personId={person.id}
          refused={refused?.fact === note.id ? refused : undefined}
        />
      ))}
    </div>
  </RecordLayout>
)

const NewNote = ({ id, refused }: { id: string; refused: Refused | undefined }) => (
  <Card labelledby="new-note">
    <CardHead title="Write a note" id="new-note" />
    <form class="pad stack" method="post" action={`${HOME}/${id}/notes`} novalidate>
      <TextArea
        name="words"
        label="What should be remembered"
        rows={3}
        value={typedText(refused?.typed, 'words')}
        error={refused?.errors['words']}
      />
      <Button>Keep the note</Button>
    </form>
  </Card>
)

interface OneProps {
  readonly note: PersonNote
  readonly personId: string
  readonly zone: string
  readonly changes: boolean
  readonly refused: Refused | undefined
}

const OneNote = ({ note: { id, words, by, at }, personId, zone, changes, refused }: OneProps) => (
  <Card padded>
    <div class="stack-s">
      <p class="as-typed">{words}</p>
      <p class="meta">
        {by ?? 'Somebody'}, <Time at={at} zone={zone} />
      </p>
      {changes && (
        <div class="row">
          <InlineEdit
            whole
            shown="Change"
            purpose="change this note"
            action={`${HOME}/${personId}/notes/${id}`}
            open={refused !== undefined}
          >
            <TextArea
              name="words"
              id={`note-${id}`}
              label="The note"
              rows={4}
              value={typedText(refused?.typed, 'words') ?? words}
              error={refused?.errors['words']}
            />
          </InlineEdit>
          <form method="post" action={`${HOME}/${personId}/notes/${id}/removal`}>
            <Button tone="ghost" size="sm" icon="trash-2" aria-label={`Delete the note: ${words.slice(0, 40)}`}>
              Delete
            </Button>
          </form>
        </div>
      )}
    </div>
  </Card>
)
