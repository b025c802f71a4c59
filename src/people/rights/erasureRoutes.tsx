import { afterChange } from '../../platform/flash.ts'
import { readForm, type Errors, type Typed } from '../../platform/forms.ts'
import { Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { plural } from '../../ui/words.ts'
import * as readings from '../readings.ts'
import { allowKeeping } from './allowed.ts'
import * as approvals from './approvals.ts'
import * as erasures from './erasures.ts'
import { erasureForm, tickedApprovals } from './forms.ts'
import { ErasurePage } from './pages/ErasurePage.tsx'
import { ErasuresPage } from './pages/ErasuresPage.tsx'
import * as proofs from './proofs.ts'

/** Deleting somebody for good: what would go, a second officer's word, and then it is done. */
export const erasureRoutes = router()

const HOME = '/office/requests/erasures'
const ONE = `${HOME}/:id{${uuid}}` as const

erasureRoutes.get(HOME, async (c) => {
  allowKeeping(c)
  const found = await c.var.read(async (tx) => ({ open: await approvals.open(tx), proofs: await proofs.list(tx) }))
  const { zone } = c.var.group
  return c.html(<ErasuresPage frame={c.var.officeFrame()} zone={zone} me={c.var.actor.personId!} {...found} />)
})

/** The officer says yes or no to what is ticked, takes it back, or does what was agreed, one act for each person. */
erasureRoutes.post(`${HOME}/decisions`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, tickedApprovals)
  if (!form.ok || form.values.id.length === 0) throw new Refusal('Tick whom you mean first.', 422)
  const { id: ids, to } = form.values
  if (to === 'done') return afterChange(c, HOME, { sentence: await eraseAll(c, ids) })
  const count = await c.var.act((act) =>
    to === 'given'
      ? approvals.give(act, ids)
      : to === 'refused'
        ? approvals.refuse(act, ids)
        : approvals.withdraw(act, ids),
  )
  return afterChange(c, HOME, { sentence: `${plural(count, 'erasure')}: ${said[to]}` })
})

erasureRoutes.get(ONE, (c) => showOne(c))

erasureRoutes.post(`${ONE}/approval`, async (c) => {
  allowKeeping(c)
  const form = await readForm(c, erasureForm)
  if (!form.ok) return showOne(c, form)
  await c.var.act(async (act) => {
    const person = await erasures.personToErase(act.tx, c.req.param('id'))
    const hindered = await erasures.hindrance(act, person.id)
    if (hindered) throw new Refusal(hindered)
    if (!(await approvals.ask(act, { personIds: [person.id], reason: form.values.reason })))
      throw new Refusal('Another officer’s word was asked for already.')
  })
  return afterChange(c, `${HOME}/${c.req.param('id')}`, { sentence: 'Another officer is asked. They see it on Today.' })
})

const said = {
  given: 'you agreed. Whoever asked can do it now.',
  refused: 'you said no. Nothing has changed.',
  withdrawn: 'taken back. Nothing has changed.',
} as const

/** Each by itself, so that one that cannot be done holds up no other. What hinders the first is said in words. */
async function eraseAll(c: Web, ids: readonly string[]): Promise<string> {
  const { services, slices } = c.var
  const all = { slices, secret: services.secret, config: services.config }
  let [done, hindered] = [0, '']
  for (const id of ids) {
    try {
      await c.var.act((act) => erasures.perform(act, id, all))
      done++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      hindered ||= error.message
    }
  }
  return `${plural(done, 'person is', 'people are')} erased.${hindered && ` ${plural(ids.length - done, 'was', 'were')} not: ${hindered}`}`
}

async function showOne(c: Web, refused?: { readonly typed: Typed; readonly errors: Errors }): Promise<Response> {
  allowKeeping(c)
  const { services, slices } = c.var
  const found = await c.var.act(async (act) => {
    const person = await erasures.personToErase(act.tx, c.req.param('id')!)
    await readings.note(act, person.id)
    return {
      person,
      told: await erasures.dryRun(act, person.id, { slices, secret: services.secret, config: services.config }),
      hindered: await erasures.hindrance(act, person.id),
      approval: (await approvals.openOf(act.tx, person.id)) ?? null,
    }
  })
  const props = { zone: c.var.group.zone, me: c.var.actor.personId!, ...found, ...refused }
  return c.html(<ErasurePage frame={c.var.officeFrame()} {...props} />, refused ? 422 : 200)
}
