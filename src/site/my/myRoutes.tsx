import { passkeyOffers, persons } from '../../people/index.ts'
import { isOfficer } from '../../platform/actor.ts'
import { takeFlash } from '../../platform/flash.ts'
import { record } from '../../platform/journal.ts'
import { civilDay } from '../../platform/time.ts'
import { router, type Web } from '../../platform/web.ts'
import { ownDataTakenOut } from '../events.ts'
import { type Copy, copyJson, CopyPage } from './copy.tsx'
import { allHeld } from './held.ts'
import { MyPage } from './MyPage.tsx'

export const COPY = '/my/copy/:file{everything\\.html|everything\\.json}'

export const myRoutes = router()

/** A person's own page: what every slice holds about them. Sign-in leads here whoever is no officer. */
myRoutes.get('/my', async (c) => {
  const { actor, slices, look, personName } = c.var
  const { personId } = actor
  if (!personId) return c.redirect('/sign-in', 303)
  const said = takeFlash(c)?.sentence ?? null
  const found = await c.var.read(async (tx) => ({
    holdings: await allHeld(tx, slices, personId),
    standing: await persons.standingOf(tx, personId),
    passkeyOffered: await passkeyOffers.open(tx, personId),
  }))
  return c.html(<MyPage {...{ look, said, ...found }} name={personName ?? ''} officer={isOfficer(actor)} />)
})

/** A copy to keep. That it was taken is journalled, so that somebody else's hand at this keyboard leaves a trace. */
myRoutes.get(COPY, async (c) => {
  const { personId } = c.var.actor
  if (!personId) return c.redirect('/sign-in', 303)
  const copy = await copyFor(c, personId)
  await c.var.act((act) => record(act, ownDataTakenOut, { person: personId }))
  const json = c.req.param('file').endsWith('.json')
  const file = `what-is-held-${civilDay(copy.at, copy.zone)}.${json ? 'json' : 'html'}`
  c.header('content-disposition', `attachment; filename="${file}"`)
  return json
    ? c.body(copyJson(copy), 200, { 'content-type': 'application/json; charset=utf-8' })
    : c.html(<CopyPage {...copy} />)
})

async function copyFor(c: Web, personId: string): Promise<Copy> {
  const { group, slices, personName } = c.var
  const holdings = await c.var.read((tx) => allHeld(tx, slices, personId))
  return { group: group.name, name: personName ?? '', at: new Date(), zone: group.zone, holdings }
}
