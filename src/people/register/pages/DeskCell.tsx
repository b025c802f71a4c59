import { typedText } from '../../../platform/forms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { InlineEdit } from '../../../ui/InlineEdit.tsx'
import { HOME } from '../asking.ts'
import type { Desk } from '../desks.ts'
import type { Refused } from '../recordRoutes.tsx'

interface Props {
  readonly desk: Desk
  readonly keeps: boolean
  readonly refused: Refused | undefined
}

/** What somebody is at a body, changed or ended where it stands. */
export const DeskCell = ({ desk: { id, bodyId, name, title, from, to }, keeps, refused }: Props) => {
  if (!keeps || to) return <>{title}</>
  const failed = refused?.fact === id ? refused : undefined
  return (
    <div class="stack-s">
      <InlineEdit
        whole
        shown={title}
        purpose={`change the desk of ${name}`}
        action={`${HOME}/bodies/${bodyId}/desks/${id}`}
        open={failed !== undefined}
      >
        <Field
          name="title"
          id={`title-${id}`}
          label="As what"
          value={typedText(failed?.typed, 'title') ?? title}
          error={failed?.errors['title']}
        />
        <Field
          name="from"
          id={`from-${id}`}
          label="Since"
          type="date"
          value={typedText(failed?.typed, 'from') ?? from}
          error={failed?.errors['from']}
        />
      </InlineEdit>
      <form method="post" action={`${HOME}/bodies/${bodyId}/desks/${id}/end`}>
        <Button tone="ghost" size="sm" aria-label={`End today: the desk of ${name}`}>
          End today
        </Button>
      </form>
    </div>
  )
}
