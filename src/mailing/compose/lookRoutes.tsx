import { afterChange } from '../../platform/flash.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, type Web } from '../../platform/web.ts'
import { splitAtPlaces } from '../sending/places.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import { composed, htmlOf, plainOf } from './composed.ts'
import { findLetter } from './letter.ts'
import { type Looking, LookPage, looks } from './pages/LookPage.tsx'
import * as testCopies from './testCopies.ts'
import { addressOf, around, ONE } from './writeRoutes.tsx'

/** A letter as its readers will see it. */
export const lookRoutes = router()

lookRoutes.get(`${ONE}/look`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const looking = lookingAt(c)
  const { letter, ready, ownAddress } = await c.var.read(async (tx) => {
    const found = await findLetter(tx, c.req.param('id'))
    return {
      letter: found,
      ready: await composed(tx, found, around(c)),
      ownAddress: await testCopies.addressOf(tx, c.var.actor.personId),
    }
  })
  const plain = forNobody(plainOf(ready), around(c).home)
  return c.html(<LookPage frame={c.var.officeFrame()} {...{ letter, looking, plain, ownAddress }} />)
})

/** The letter's own HTML, for the frame on that page: its styles stand in it, and nothing in it runs. */
lookRoutes.get(`${ONE}/shown`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const looking = lookingAt(c)
  const ready = await c.var.read(async (tx) => composed(tx, await findLetter(tx, c.req.param('id')), around(c)))
  const pictures = looking === 'bare' ? "'none'" : "'self' data:"
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
  )
  return c.html(forNobody(htmlOf(ready, looking === 'dark'), around(c).home))
})

lookRoutes.post(`${ONE}/test`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const id = c.req.param('id')
  const address = await c.var.read((tx) => testCopies.addressOf(tx, c.var.actor.personId))
  if (!address) throw new Refusal('Your own record has no email address, so no copy can be sent to you.', 409)
  await c.var.act((act) => testCopies.ask(act, id))
  return afterChange(c, `${addressOf(id)}/look`, { sentence: 'A test is on its way to you.' })
})

const lookingAt = (c: Web): Looking => looks.find((one) => one === c.req.query('as')) ?? 'desktop'

/** With a made-up reader in the places of the real ones. Links that are a reader's own lead nowhere here. */
const forNobody = (text: string, home: string): string =>
  splitAtPlaces(text)
    .map((part, position) => (position % 2 === 0 ? part : part === 'name' ? 'Ann Reader' : `${home}/letters`))
    .join('')
