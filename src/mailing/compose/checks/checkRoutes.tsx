import { afterChange } from '../../../platform/flash.ts'
import { senderDomain } from '../../../platform/mail.ts'
import { allow } from '../../../platform/refusal.ts'
import { router, type Web } from '../../../platform/web.ts'
import { maySend, mayWrite, sendersOnly, writersOnly } from '../../permissions.ts'
import { newKeyPair, publishedKey, recordOf, useKey } from '../../sending/signingKeys.ts'
import { composed, htmlOf, plainOf } from '../composed.ts'
import { findLetter } from '../letter.ts'
import { addressOf, around, ONE } from '../writeRoutes.tsx'
import * as checking from './checking.ts'
import { ChecksPage } from './ChecksPage.tsx'
import { wordChecks } from './words.ts'

/** What is looked at before a letter goes out. */
export const checkRoutes = router()

checkRoutes.get(`${ONE}/checks`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const domain = domainOf(c)
  const { letter, ready, found, key } = await c.var.read(async (tx) => {
    const written = await findLetter(tx, c.req.param('id'))
    return {
      letter: written,
      ready: await composed(tx, written, around(c)),
      found: await checking.foundOf(tx, written.id),
      key: await publishedKey(tx, domain),
    }
  })
  const words = wordChecks(ready, { html: htmlOf(ready), plain: plainOf(ready) })
  const page = { letter, words, found, domain, record: key && recordOf(domain, key), maySign: maySend(c.var.actor) }
  return c.html(<ChecksPage frame={c.var.officeFrame()} zone={c.var.group.zone} now={new Date()} {...page} />)
})

checkRoutes.post(`${ONE}/checks`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  await c.var.act((act) => checking.ask(act, c.req.param('id')))
  return afterChange(c, `${addressOf(c.req.param('id'))}/checks`)
})

/** The key is made before the act, because it takes a moment. */
checkRoutes.post(`${ONE}/signing`, async (c) => {
  allow(maySend(c.var.actor), sendersOnly)
  const pair = await newKeyPair()
  await c.var.act(async (act) => {
    await useKey(act, { domain: domainOf(c), secret: c.var.services.secret, pair })
    await checking.ask(act, c.req.param('id'))
  })
  return afterChange(c, `${addressOf(c.req.param('id'))}/checks`, {
    sentence: 'Letters are signed with a new key from now on. Now the domain has to say so.',
  })
})

const domainOf = (c: Web): string => senderDomain(c.var.services.config)
