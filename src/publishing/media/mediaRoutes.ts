import { afterChange } from '../../platform/flash.ts'
import { allow } from '../../platform/refusal.ts'
import { router, uuid } from '../../platform/web.ts'
import { mayPublish, publishersOnly } from '../permissions.ts'
import { tryAgain } from './wanted.ts'

/** Asking once more for the pictures that did not come. */
export const mediaRoutes = router()

mediaRoutes.post(`/office/website/import/:id{${uuid}}/pictures`, async (c) => {
  allow(mayPublish(c.var.actor), publishersOnly)
  const id = c.req.param('id')
  await c.var.act((act) => tryAgain(act, id))
  return afterChange(c, `/office/website/import/${id}`, { sentence: 'The missing pictures are being tried again.' })
})
