import { z } from 'zod'
import { afterChange } from '../platform/flash.ts'
import { readForm } from '../platform/forms.ts'
import { doneBy } from '../platform/journal.ts'
import { allow, Refusal } from '../platform/refusal.ts'
import { idsMadeBy, undo } from '../platform/undo.ts'
import { router, type Web } from '../platform/web.ts'
import { mayUndo } from './permissions.ts'

export const undoRoutes = router()

const undoForm = z.object({ act: z.uuid() })
const SOMEBODY_ELSE = 'Somebody else did this. They can undo it, or the chair or the secretary.'
const TOO_LATE = 'This can no longer be undone.'

/**
 * Takes an act back, and offers to take that back in turn. A no is said where the person was, in words.
 */
undoRoutes.post('/office/undo', async (c) => {
  const form = await readForm(c, undoForm)
  if (!form.ok) return afterChange(c, cameFrom(c), { sentence: TOO_LATE })

  const { act: actId } = form.values
  try {
    const { undone, gone } = await c.var.act(async (act) => {
      allow(mayUndo(act.by, await doneBy(act.tx, actId)), SOMEBODY_ELSE)
      const made = await idsMadeBy(act.tx, actId)
      await undo(act, actId)
      return { undone: act.id, gone: made }
    })
    await c.var.services.groups.load() // the group's name and colour may have been put back
    return afterChange(c, stillThere(cameFrom(c), gone), { sentence: 'Undone.', undo: undone })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return afterChange(c, cameFrom(c), { sentence: error.message })
  }
})

/** The path of the page the form stood on, if it is one of ours. */
export function cameFrom(c: Pick<Web, 'req'> & { readonly var: { readonly origin: string } }): string {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return '/office'
  const { origin, pathname, search } = new URL(referer)
  return origin === c.var.origin && !pathname.startsWith('//') ? pathname + search : '/office'
}

/** A record's own page has gone with the record: the list it stood in is shown instead. */
export function stillThere(path: string, gone: readonly string[]): string {
  const at = gone.map((id) => path.indexOf(`/${id}`)).filter((index) => index > 0)
  return at.length ? path.slice(0, Math.min(...at)) : path
}
