import { z } from 'zod'
import { strong } from '../../people/index.ts'
import { afterChange } from '../../platform/flash.ts'
import { readForm } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { maySeeReplies } from './permissions.ts'
import { RepliesPage } from './pages/RepliesPage.tsx'
import * as replies from './replies.ts'
import { forwardRepliesSetting } from './settings.ts'

const { REPLIES } = replies

/** What readers answered, and complaints. */
export const replyRoutes = router()

const asked = z.object({
  shelf: z.enum(['open', 'done']).catch('open'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

replyRoutes.get(REPLIES, async (c) => {
  allowSeeing(c)
  const { shelf, page } = asked.parse(c.req.query())
  const found = await c.var.read(async (tx) => ({
    replies: await replies.list(tx, { shelf, page }),
    counts: await replies.count(tx),
    ...(await readSettings(tx, { forwarded: forwardRepliesSetting })),
  }))
  const read = c.var.services.config.imapUrl !== undefined
  return c.html(
    <RepliesPage frame={c.var.officeFrame()} zone={c.var.group.zone} {...{ shelf, page, read }} {...found} />,
  )
})

const doneForm = z.object({ to: z.enum(['open', 'done']), page: z.coerce.number().int().min(1).max(10_000).catch(1) })

replyRoutes.post(`${REPLIES}/:id{${uuid}}`, async (c) => {
  allowSeeing(c)
  const form = await readForm(c, doneForm)
  if (!form.ok) throw new Refusal('Choose whether this is done.', 422)
  const { to, page } = form.values
  const undo = await c.var.act(async (act) => {
    await (to === 'done' ? replies.finish : replies.reopen)(act, c.req.param('id'))
    return act.id
  })
  const sentence = to === 'done' ? 'It is done.' : 'It is open again.'
  return afterChange(c, hrefOf({ shelf: to === 'done' ? 'open' : 'done', page }), { sentence, undo })
})

export const hrefOf = ({ shelf, page }: { shelf: replies.Shelf; page: number }): string =>
  `${REPLIES}?shelf=${shelf}${page > 1 ? `&page=${page}` : ''}`

function allowSeeing(c: Web): void {
  allow(maySeeReplies(c.var.actor), 'Only the chair, the vice chair and the secretary read what people answer.')
  strong(c)
}
