import { z } from 'zod'
import { letterChoices, persons } from '../../people/index.ts'
import { isOfficer } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SitemapEntry } from '../../platform/slice.ts'
import { router, type Web } from '../../platform/web.ts'
import { elsewhereOf } from '../../publishing/index.ts'
import { FEED, letterFeed } from './letterFeed.tsx'
import { linkFrom } from './openedLinks.ts'
import { LettersPage } from './pages/LettersPage.tsx'
import { ShownLetterPage } from './pages/ShownLetterPage.tsx'
import * as letters from './shownLetters.ts'

export const LETTER = '/letters/:slug{[a-z0-9]+(?:-[a-z0-9]+)*}'

/** Letters that went out, as pages of the website. Nothing in them is of any one reader. */
export const letterPageRoutes = router()

const listAsked = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })

letterPageRoutes.get('/letters', async (c) => {
  const { page } = listAsked.parse(c.req.query())
  const { origin, group } = c.var
  const found = await c.var.read(async (tx) => ({
    ...(await letters.list(tx, { member: await isMember(tx, c), page })),
    site: await c.var.publicSite(tx),
  }))
  return c.html(<LettersPage {...found} {...{ page, origin }} zone={group.zone} />)
})

letterPageRoutes.get(FEED, async (c) => {
  const newest = await c.var.read(letters.newest)
  return c.body(letterFeed(newest, c.var), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
})

letterPageRoutes.get(LETTER, async (c) => {
  const found = await c.var.read(async (tx) => {
    const letter = await letters.find(tx, c.req.param('slug'))
    if (!letter) throw new Refusal('There is no letter at this address.', 404)
    const member = await isMember(tx, c)
    if (letter.membersOnly && !member) throw forMembers(c)
    const around = await letters.neighbours(tx, letter, { member })
    return { letter, ...around, answersHref: await answersOf(tx, c, letter.id), site: await c.var.publicSite(tx) }
  })
  return c.html(<ShownLetterPage {...found} zone={c.var.group.zone} origin={c.var.origin} />)
})

/** The list and every letter that anybody may read; nothing while the group's website is elsewhere. */
export async function lettersSitemap(tx: Tx): Promise<readonly SitemapEntry[]> {
  if ((await elsewhereOf(tx)) !== null) return []
  const all = await letters.addresses(tx)
  if (!all.length) return []
  return [
    { path: '/letters', changedAt: all[0]!.sentAt },
    ...all.map(({ slug, sentAt }) => ({ path: `/letters/${slug}`, changedAt: sentAt })),
  ]
}

/** Officers, and members and patrons of today. */
async function isMember(tx: Tx, { var: { actor } }: Web): Promise<boolean> {
  if (!actor.personId) return false
  if (isOfficer(actor)) return true
  const reader = await letterChoices.readerOf(tx, actor.personId)
  return reader !== undefined && !reader.gone && (reader.kind === 'member' || reader.kind === 'patron')
}

const forMembers = ({ var: { actor } }: Web): Refusal =>
  actor.personId
    ? new Refusal('This letter is for members.', 403)
    : new Refusal('This letter is for members. If you are one, sign in to read it.', 403, {
        label: 'Sign in',
        href: '/sign-in',
      })

/** Whoever is signed in and got the letter answers its questions from here, by the same page as from their copy. */
async function answersOf(tx: Tx, c: Web, letterId: string): Promise<string | null> {
  const { personId } = c.var.actor
  if (!personId) return null
  const delivery = await letters.deliveryTo(tx, letterId, await persons.idsOf(tx, personId))
  return delivery === null ? null : linkFrom(c, 'answers', delivery)
}
