import { beforeEach, expect, test } from 'vitest'
import { type Browser, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { createApp } from '../../app.tsx'
import { aReader } from '../../people/factories.ts'
import { register } from '../../people/index.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { readOutbox } from '../../platform/mail.ts'
import { makeSetUp } from '../../site/index.ts'
import { aDecidedLetter, linkOf } from '../factories.ts'
import { erase } from '../holdings.ts'
import type { LetterKind } from '../sending/rules.ts'
import { sendLetter } from '../sending/sendLetter.ts'

const installation = testInstallation()
let context: GroupContext
let someone: Browser

beforeEach(async () => {
  const group = await aGroup(installation, { name: 'Fair Care' })
  context = installation.context(group)
  someone = visitorOf(installation, group)
})

const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(text, values)).rows
const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' }
const NEWSLETTER = 'Yes, Fair Care may send me its newsletter by email. I can stop it at any time.'

/** A letter that went out to one reader, and the link in their copy. */
async function aSentLetter(kind: LetterKind = 'newsletter') {
  const reader = await aReader(context, { purposes: [kind === 'newsletter' ? 'newsletter' : 'notices'] })
  const letter = await aDecidedLetter(context, { kind })
  await sendLetter(context, letter)
  return { reader, letter, link: await linkOf(context, { letter, reader: reader.id }) }
}

/** As a mail program posts: no cookie, no origin, nothing that a browser would add. */
const oneClick = (
  link: string,
  body: URLSearchParams | FormData = new URLSearchParams(ONE_CLICK),
  headers: Record<string, string> = {},
) =>
  Promise.resolve(
    createApp({ services: installation.services, setUp: makeSetUp(installation.services) }).request(
      `http://${context.group.slug}.localhost${link}`,
      { method: 'POST', body, headers: { host: `${context.group.slug}.localhost`, ...headers } },
    ),
  )

const ledger = async (id: string) =>
  (await context.read((tx) => register.bases.ledger(tx, id))).map(({ purpose, channel, wording, untilAt }) => ({
    purpose,
    channel,
    wording,
    stands: untilAt === null,
  }))
const noes = async (id: string) =>
  (await context.read((tx) => register.bases.objections(tx, id))).map(({ purpose }) => purpose)
const letters = async () => (await ask<{ id: string }>('select id from mailing.letter')).map(({ id }) => id)
const unsubscribed = async () =>
  (await ask<{ n: number }>('select count(unsubscribed_at)::int as n from mailing.delivery'))[0]!.n

test('a mail program unsubscribes its reader by the letter of RFC 8058', async () => {
  const { reader, link } = await aSentLetter()
  const copy = (await readOutbox(installation.services.config)).find(({ text }) => text.includes(reader.email!))
  expect(copy!.text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const unfolded = copy!.text.replace(/\r?\n[ \t]+/g, ' ')
  expect(/^List-Unsubscribe: <https?:\/\/[^/]+(\/[^>]*)>/m.exec(unfolded)![1]).toBe(link)

  const first = await oneClick(link)
  const second = await oneClick(link)

  for (const answer of [first, second]) {
    expect([answer.status, answer.headers.get('location'), answer.headers.getSetCookie()]).toEqual([200, null, []])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  expect(await first.text()).toBe(await second.text())
  expect(await ledger(reader.id)).toMatchObject([{ purpose: 'newsletter', stands: false }])
  expect(await noes(reader.id)).toEqual(['newsletter'])
  expect(await unsubscribed()).toBe(1)
  expect(await ask(`select from platform.journal where event = 'mailing.reader_stopped'`)).toHaveLength(1)
})

test('a hundred scanners open the link and nothing changes; a form of multipart parts is a click too', async () => {
  const { reader, link } = await aSentLetter()
  const before = await ask('select count(*)::int as n from platform.journal')

  const pages = await Promise.all(Array.from({ length: 100 }, () => someone.get(link)))

  expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await ledger(reader.id)).toMatchObject([{ stands: true }])
  expect(await ask('select count(*)::int as n from platform.journal')).toEqual(before)
  const html = await pages[0]!.text()
  for (const words of ['noindex', 'Stop the newsletter', 'name="List-Unsubscribe" value="One-Click"'])
    expect(html).toContain(words)
  for (const theirs of [reader.name, reader.email!, 'example.org', 'News of the month'])
    expect(html).not.toContain(theirs)

  const parts = new FormData()
  parts.append('List-Unsubscribe', 'One-Click')
  expect((await oneClick(link, parts)).status).toBe(200)
  expect(await ledger(reader.id)).toMatchObject([{ stands: false }])
})

test('from elsewhere only the one click comes through, and only without cookies', async () => {
  const { reader, link } = await aSentLetter()
  const preferences = await linkOf(context, {
    letter: (await letters())[0]!,
    reader: reader.id,
    purpose: 'preferences',
  })
  const none = new URLSearchParams({ answer: 'no' })

  expect((await oneClick(link, none)).status).toBe(422)
  expect((await oneClick(link, new URLSearchParams(ONE_CLICK), { cookie: 'session=x' })).status).toBe(403)
  for (const path of [`${link}/mistake`, `${preferences}/newsletter`, preferences, '/sign-in', `${link}/`, `/x${link}`])
    expect((await oneClick(path)).status, path).toBe(403)
  expect(await ledger(reader.id)).toMatchObject([{ stands: true }])
  expect((await oneClick(link, undefined, { origin: 'https://mail.example.net' })).status).toBe(200)
})

test('a token that is altered, for something else or of another group opens nothing', async () => {
  const { reader, letter, link } = await aSentLetter()
  const token = link.split('/').at(-1)!
  const other = installation.context(await aGroup(installation))
  const preferences = await linkOf(context, { letter, reader: reader.id, purpose: 'preferences' })
  const altered = token.slice(0, 20) + (token[20] === 'A' ? 'B' : 'A') + token.slice(21)

  for (const path of [
    link.replace(token, altered),
    link.slice(0, -1),
    `${link}A`,
    preferences.replace('preferences', 'unsubscribe'),
  ]) {
    for (const answer of [await someone.get(path), await oneClick(path)]) {
      expect(answer.status, path).toBe(404)
      expect(await answer.text()).toContain('This link is not whole')
    }
  }
  expect((await visitorOf(installation, other.group).get(link)).status).toBe(404)
  expect(await ledger(reader.id)).toMatchObject([{ stands: true }])
})

test('whoever was erased, has left or was merged is answered alike, and nothing is left that names them', async () => {
  const { reader, letter, link } = await aSentLetter()
  const answer = await (await oneClick(link)).text()
  const [twin, gone] = [await aReader(context), await aReader(context)]
  const next = await aDecidedLetter(context)
  await sendLetter(context, next)
  const [twins, gones] = [
    await linkOf(context, { letter: next, reader: twin.id }),
    await linkOf(context, { letter: next, reader: gone.id }),
  ]
  await ask(`update people.person set merged_into = $1, email = null where id = $2`, [reader.id, twin.id])
  await context.act((act) => register.memberships.end(act, { personId: gone.id, because: 'left' }))
  await context.act((act) => erase(act, reader.id, { dryRun: false, secret: installation.services.secret }))

  const pages = [await oneClick(link), await oneClick(twins), await oneClick(gones)]

  expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
  const alike = (html: string) => html.replaceAll(/\/letters\/\w+\/[\w-]+/g, '')
  for (const page of pages) expect(alike(await page.text())).toBe(alike(answer))
  expect(
    await ask(`select from mailing.delivery where letter_id = $1 and (person_id is not null or address is not null)`, [
      letter,
    ]),
  ).toEqual([])
  expect(await unsubscribed()).toBe(2)
  expect(await ask(`select payload from platform.journal where event = 'mailing.reader_stopped'`)).toContainEqual({
    payload: { letter },
  })
  const back = await someone.post(`${link}/mistake`, { often: 'each' })
  expect([back.status, (await back.text()).includes('Nobody can say yes by this link')]).toEqual([410, true])
})

test('a mistake is put right by one press, with the words that were shown, and perhaps fewer letters', async () => {
  const { reader, link } = await aSentLetter()
  const stopped = await (await oneClick(link)).text()
  expect(stopped).toContain(NEWSLETTER)

  const back = await someone.post(`${link}/mistake`, { often: 'monthly' })

  expect([back.status, someone.cookies.size]).toEqual([200, 0])
  expect(await back.text()).toContain('one newsletter a month at most')
  expect(await ledger(reader.id)).toMatchObject([
    { stands: false },
    { purpose: 'newsletter', stands: true, channel: 'email', wording: NEWSLETTER },
  ])
  expect(await ask('select newsletter from mailing.preference')).toEqual([{ newsletter: 'monthly' }])
  expect(await unsubscribed()).toBe(0)
})

test('the link of a notice says what notices are, stops them for good, and leaves the newsletter', async () => {
  const { reader, link } = await aSentLetter('notice')

  expect(await (await someone.get(link)).text()).toContain('Notices are not the newsletter')
  await oneClick(link)
  await oneClick(link)

  expect(await ledger(reader.id)).toMatchObject([{ purpose: 'notices', stands: false }])
  await context.act((act) =>
    register.bases.give(act, {
      personId: reader.id,
      purpose: 'newsletter',
      basis: 'consent',
      channel: 'paper',
      evidence: 'A slip',
    }),
  )
  await oneClick(link)
  expect((await ledger(reader.id)).at(-1)).toMatchObject({ purpose: 'newsletter', stands: true })
})

test('a member who is owed notices objects to them by the link, and may take that back', async () => {
  const { reader, link } = await aSentLetter('notice')
  await ask(`update people.person set kind = 'member' where id = $1`, [reader.id])
  await ask(`update people.basis set basis = 'membership' where person_id = $1`, [reader.id])

  await oneClick(link)
  expect(await noes(reader.id)).toEqual(['notices'])
  expect((await someone.post(`${link}/mistake`)).status).toBe(200)
  expect(await noes(reader.id)).toEqual([])
})
