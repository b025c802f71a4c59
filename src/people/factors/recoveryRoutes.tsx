import { afterChange } from '../../platform/flash.ts'
import { allow } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { mayAppoint } from '../permissions.ts'
import { RecoveryPage } from './pages/RecoveryPage.tsx'
import * as recoveries from './recoveries.ts'
import { strong } from './strong.ts'

/** Where the chair and the secretary say that it is really somebody who lost their passkey and codes. */
export const recoveryRoutes = router()

recoveryRoutes.get(`/office/officers/recoveries/:id{${uuid}}`, async (c) => {
  allowHelping(c)
  const at = new Date()
  const recovery = await c.var.read((tx) => recoveries.find(tx, { id: c.req.param('id'), at }))
  const own = recovery.personId === c.var.actor.personId
  const { zone } = c.var.group
  return c.html(<RecoveryPage frame={c.var.officeFrame()} recovery={recovery} own={own} at={at} zone={zone} />)
})

recoveryRoutes.post(`/office/officers/recoveries/:id{${uuid}}`, async (c) => {
  allowHelping(c)
  const { origin } = c.var
  const { name } = await c.var.act((act) => recoveries.confirm(act, { id: c.req.param('id'), origin }))
  return afterChange(c, '/office/officers', { sentence: `${name} can sign in by email and start afresh for 24 hours.` })
})

recoveryRoutes.post(`/office/officers/recoveries/:id{${uuid}}/refusal`, async (c) => {
  allowHelping(c)
  const { name } = await c.var.act((act) => recoveries.refuse(act, { id: c.req.param('id') }))
  return afterChange(c, '/office/officers', { sentence: `${name} was not confirmed. Nothing has changed.` })
})

/** Whoever speaks for somebody else must have shown a second factor themselves. */
function allowHelping(c: Web): void {
  allow(mayAppoint(c.var.actor), 'Only the chair and the secretary help officers to sign in again.')
  strong(c)
}
