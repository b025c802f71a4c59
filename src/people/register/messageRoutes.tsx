import { router, uuid } from '../../platform/web.ts'
import { HOME } from './asking.ts'
import { openRecord } from './opening.ts'
import { MessagesPage } from './pages/MessagesPage.tsx'

/** Which letters went to somebody: what the slices that send any tell of it, to officers who see the address. */
export const messageRoutes = router()

messageRoutes.get(`${HOME}/:id{${uuid}}/letters`, async (c) => {
  const opened = await openRecord(c, {
    part: 'contact',
    more: async (tx, { id }) => {
      const sent = []
      for (const { messages } of c.var.slices) if (messages) sent.push(...(await messages(tx, id)))
      return { messages: sent.toSorted((a, b) => b.at.getTime() - a.at.getTime()) }
    },
  })
  if (opened instanceof Response) return opened
  return c.html(<MessagesPage frame={c.var.officeFrame()} {...opened} />)
})
