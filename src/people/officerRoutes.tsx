import { afterChange } from '../platform/flash.ts'
import { readForm } from '../platform/forms.ts'
import { allow } from '../platform/refusal.ts'
import { roleNames } from '../platform/roles.ts'
import { civilDay } from '../platform/time.ts'
import { router, uuid, type Web } from '../platform/web.ts'
import { holders } from './factors/factors.ts'
import { officerForm } from './forms.ts'
import * as offices from './offices.ts'
import { OfficersPage } from './pages/OfficersPage.tsx'
import { mayAppoint } from './permissions.ts'
import * as persons from './persons.ts'
import * as officerPages from './public/officerPages.ts'

export const officerRoutes = router()

officerRoutes.get('/office/officers', async (c) => {
  allowAppointing(c)
  return c.html(<OfficersPage frame={c.var.officeFrame()} {...await officersToday(c)} />)
})

officerRoutes.post('/office/officers', async (c) => {
  allowAppointing(c)
  const form = await readForm(c, officerForm)
  if (!form.ok) return c.html(<OfficersPage frame={c.var.officeFrame()} {...await officersToday(c)} {...form} />, 422)

  const { name, email, role } = form.values
  const { person, undo } = await c.var.act(async (act) => {
    const found = await persons.addOrFind(act, { name, email })
    await offices.appoint(act, { personId: found.id, role })
    return { person: found, undo: act.id }
  })
  return afterChange(c, '/office/officers', { sentence: `${person.name} is now ${roleNames[role]}.`, undo })
})

officerRoutes.post(`/office/officers/:id{${uuid}}/end`, async (c) => {
  allowAppointing(c)
  const id = c.req.param('id')
  const undo = await c.var.act(async (act) => {
    await offices.end(act, id)
    return act.id
  })
  return afterChange(c, '/office/officers', { sentence: 'The office has ended.', undo })
})

const allowAppointing = (c: Web) =>
  allow(mayAppoint(c.var.actor), 'Only the chair and the secretary see and appoint officers.')

const officersToday = (c: Web) =>
  c.var.read(async (tx) => ({
    officers: await offices.heldOn(tx, civilDay(new Date(), c.var.group.zone)),
    withFactor: await holders(tx),
    agreed: await officerPages.agreed(tx),
  }))
