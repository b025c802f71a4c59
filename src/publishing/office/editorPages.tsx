import type { Errors, Typed } from '../../platform/forms.ts'
import { allow, type RefusalStatus } from '../../platform/refusal.ts'
import { todayOf, type Web } from '../../platform/web.ts'
import { wordDiff, textFields, typedBody, writeText } from '../../writing/index.ts'
import { typedText } from '../../platform/forms.ts'
import { authorOf } from '../authors.ts'
import { mayPublish, mayWrite } from '../permissions.ts'
import type { Kind } from '../rules.ts'
import { lastDays, readsOfEntry } from '../reads/readFigures.ts'
import { updateNotesOf } from '../updateNotes.ts'
import { fieldsOf, readChoices, readWritten, type Written } from './editor.ts'
import { EditorPage } from './pages/EditorPage.tsx'
import type { Conflict } from './pages/ConflictPanel.tsx'

/** A form that was not taken: what was typed, why not, and the status to answer with. */
export interface RefusedForm {
  readonly typed: Typed
  readonly errors: Errors
  readonly status: RefusalStatus
}

/** The editor of something new. */
export async function showNewEditor(c: Web, kind: Kind, refused?: RefusedForm): Promise<Response> {
  const { actor } = c.var
  allow(mayWrite(actor))
  const { choices, byline } = await c.var.read(async (tx) => ({
    choices: await readChoices(tx, kind),
    byline: await authorOf(tx, actor.personId),
  }))
  const fields = refused
    ? { ...refused.typed, ...textFields(refused.typed) }
    : { basedOn: '0', author: byline ?? (kind === 'post' ? 'me' : ''), commentsOpen: '' }
  return c.html(
    <EditorPage {...frameOf(c)} {...{ kind, choices, fields }} errors={refused?.errors} />,
    refused?.status ?? 200,
  )
}

/** The editor of a post or page as last saved, or with what was just typed and could not be taken. */
export async function showEditor(
  c: Web,
  { kind, id, refused }: { kind: Kind; id: string; refused?: RefusedForm },
): Promise<Response> {
  allow(mayWrite(c.var.actor))
  const today = todayOf(c)
  const { written, choices, notes, counted } = await c.var.read(async (tx) => ({
    written: await readWritten(tx, kind, id),
    choices: await readChoices(tx, kind),
    notes: await updateNotesOf(tx, id),
    counted: await readsOfEntry(tx, id, lastDays(today, 30)),
  }))
  const reads = written.address && counted
  const conflict = refused && conflictIn(refused.typed, written)
  const fields = refused
    ? { ...refused.typed, ...textFields(refused.typed), ...(conflict && { basedOn: String(written.latest.number) }) }
    : fieldsOf(written, choices)
  return c.html(
    <EditorPage
      {...frameOf(c)}
      {...{ kind, written, choices, notes, fields, conflict, reads }}
      errors={refused?.errors}
    />,
    refused?.status ?? 200,
  )
}

const frameOf = (c: Web) => ({
  frame: c.var.officeFrame(),
  zone: c.var.group.zone,
  now: new Date(),
  mayPublish: mayPublish(c.var.actor),
})

/** Somebody saved a later version than the one the writer began from. Saving again is then a choice, with both before them. */
function conflictIn(typed: Typed, { latest }: Written): Conflict | undefined {
  if (Number(typedText(typed, 'basedOn')) === latest.number) return undefined
  return {
    latest,
    text: writeText(latest.body),
    blocks: wordDiff(latest.body, typedBody(typed)),
  }
}
