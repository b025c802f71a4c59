import type { Act } from '../../platform/act.ts'
import { afterChange } from '../../platform/flash.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Web } from '../../platform/web.ts'
import { allowKeeping, HOME } from './asking.ts'

type Tab = '' | '/agreed' | '/history' | '/notes' | '/ties'
type Work = (act: Act, id: string) => Promise<string>

/** One change to a person's record by who keeps the register; then back to a tab of it ('' is the first), with Undo. */
export async function change(c: Web, tab: Tab, work: Work): Promise<Response> {
  allowKeeping(c)
  const id = c.req.param('id') ?? ''
  const flash = await c.var.act(async (act) => ({ sentence: await work(act, id), undo: act.id }))
  return afterChange(c, `${HOME}/${id}${tab}`, flash)
}

/** The same of the first tab; what a rule says no to is shown beside the form it came from. */
export async function changeOrShow(
  c: Web,
  work: Work,
  refused: (message: string) => Promise<Response>,
): Promise<Response> {
  try {
    return await change(c, '', work)
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 409 && error.status !== 422)) throw error
    return refused(error.message)
  }
}
