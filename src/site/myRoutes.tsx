import { passkeyOffers } from '../people/index.ts'
import { isOfficer } from '../platform/actor.ts'
import type { Holding } from '../platform/slice.ts'
import { router } from '../platform/web.ts'
import { MyPage } from './pages/MyPage.tsx'

export const myRoutes = router()

/** A person's own page: what every slice holds about them. Sign-in leads here whoever is no officer. */
myRoutes.get('/my', async (c) => {
  const { actor, slices, look, personName } = c.var
  const { personId } = actor
  if (!personId) return c.redirect('/sign-in', 303)
  const found = await c.var.read(async (tx) => {
    const held: Holding[] = []
    for (const { holds } of slices) if (holds) held.push(...(await holds(tx, personId)))
    return { holdings: held, passkeyOffered: await passkeyOffers.open(tx, personId) }
  })
  return c.html(<MyPage look={look} name={personName ?? ''} officer={isOfficer(actor)} {...found} />)
})
