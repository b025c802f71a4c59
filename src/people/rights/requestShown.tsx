import type { Errors, Typed } from '../../platform/forms.ts'
import { civilDay } from '../../platform/time.ts'
import type { Web } from '../../platform/web.ts'
import * as bases from '../bases.ts'
import * as readings from '../readings.ts'
import { allowKeeping } from './allowed.ts'
import * as approvals from './approvals.ts'
import { RequestPage } from './pages/RequestPage.tsx'
import * as requests from './requests.ts'

/** One request with all that can be done about it; after a refused form with what was typed. */
export async function thisRequest(
  c: Web,
  refused?: { readonly typed: Typed; readonly errors: Errors },
): Promise<Response> {
  allowKeeping(c)
  const found = await c.var.act(async (act) => {
    const request = await requests.find(act.tx, c.req.param('id')!)
    await readings.note(act, request.personId)
    return {
      request,
      objected: (await bases.objections(act.tx, request.personId)).map(({ purpose }) => purpose),
      approval: (await approvals.openOf(act.tx, request.personId)) ?? null,
    }
  })
  const { zone } = c.var.group
  const today = civilDay(new Date(), zone)
  return c.html(
    <RequestPage frame={c.var.officeFrame()} zone={zone} today={today} {...found} {...refused} />,
    refused ? 422 : 200,
  )
}
