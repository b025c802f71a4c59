import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { writeSetting } from '../../platform/settings.ts'
import * as entries from '../entries.ts'
import { aComment, aPost } from '../factories.ts'
import { hashToken } from '../../platform/secret.ts'
import { aDiscussion, lettersTo, linkIn, words } from './factories.ts'
import { CONSENT } from './rules.ts'
import { commentsSetting } from './settings.ts'

const installation = testInstallation()

const anOpenPost = () => aDiscussion(installation)

test('a comment goes from the form, through a letter and a press, into the queue, and nobody sees it before', async () => {
  const { visitor, post, read } = await anOpenPost()

  const form = await read(post.path)
  const sent = await visitor.post(`/comments/on/${post.id}`, words)
  const told = await (await visitor.follow(sent)).text()
  const [letter] = await lettersTo(installation, 'ruth@example.org')
  const opened = await visitor.get(linkIn(letter!))
  const openedAgain = await visitor.get(linkIn(letter!))
  const confirmed = await visitor.post(linkIn(letter!))
  const thanks = await (await visitor.follow(confirmed)).text()

  expect(form).toContain(`<form method="post" action="/comments/on/${post.id}"`)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/comments/sent'])
  expect(told).toContain('We have sent you a letter: press the link in it.')
  expect([opened.status, openedAgain.status, confirmed.status]).toEqual([200, 200, 303])
  expect(await openedAgain.text()).toContain('Confirm the comment')
  expect(thanks).toContain('waits for an officer')
  expect(await read(post.path)).not.toContain(words.comment)
  expect(await stored()).toMatchObject([
    { status: 'pending', author_name: 'Ruth Amory', author_email: 'ruth@example.org', body: words.comment },
  ])
  expect((await stored())[0]!['consent']).toBe(CONSENT)
})

test('the letter repeats nothing that was typed, because anybody may type anybody’s address', async () => {
  const { visitor, post } = await anOpenPost()

  await visitor.post(`/comments/on/${post.id}`, { ...words, name: 'Buy pills', comment: 'at https://pills.example' })
  const [letter] = await lettersTo(installation, 'ruth@example.org')

  expect(letter!.subject).toBe('Please confirm your comment')
  expect(letter!.body).not.toMatch(/pills/i)
})

test('a kept page of a post holds nothing of whoever asked for it', async () => {
  const { visitor, post } = await anOpenPost()

  const response = await visitor.get(post.path)

  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('cache-control')).toContain('public')
  expect(await response.text()).toBe(await (await visitor.get(post.path)).text())
})

test('what is missing or too long is said at its field with 422, and what was typed comes back', async () => {
  const { visitor, post } = await anOpenPost()
  const send = async (fields: Record<string, string>) => {
    const response = await visitor.post(`/comments/on/${post.id}`, { ...words, ...fields })
    return [response.status, await response.text()] as const
  }

  for (const [fields, sentence] of [
    [{ name: ' ' }, 'Enter your name'],
    [{ name: 'x'.repeat(81) }, 'Keep your name under 81 characters.'],
    [{ email: 'nowhere' }, 'Enter an email address in the right format'],
    [{ email: `${'x'.repeat(250)}@example.org` }, 'at most 254 characters'],
    [{ comment: '\n\n' }, 'Write your comment.'],
    [{ comment: 'x'.repeat(5001) }, 'Keep the comment under 5,001 characters.'],
    [{ comment: 'http://a.example '.repeat(21) }, 'Keep to 20 links'],
    [{ comment: '<a href="http://a.example">a</a> '.repeat(10_000) }, 'Keep the comment under 5,001 characters.'],
  ] as const) {
    const [status, page] = await send(fields)
    expect([status, page.includes(sentence)], sentence).toEqual([422, true])
    expect(page, sentence).toContain('name' in fields || 'email' in fields ? words.comment : 'Ruth Amory')
    expect(page, sentence).toContain('<title>Error: ')
  }
  expect(await lettersTo(installation, 'ruth@example.org')).toEqual([])
})

test('fields that are left out or sent twice are refused like empty ones', async () => {
  const { visitor, post } = await anOpenPost()

  const none = await visitor.post(`/comments/on/${post.id}`)
  const twice = await visitor.post(`/comments/on/${post.id}`, { ...words, comment: ['one', 'two'] })

  expect([none.status, twice.status]).toEqual([422, 422])
  expect(await none.text()).toContain('Write your comment.')
})

test('a program that fills in what people do not see is thanked, and nothing is kept of it', async () => {
  const { visitor, post } = await anOpenPost()

  const response = await visitor.post(`/comments/on/${post.id}`, { ...words, topic: 'pills' })

  expect([response.status, response.headers.get('location')]).toEqual([303, '/comments/sent'])
  expect(await unconfirmed()).toEqual([])
  expect(await lettersTo(installation, 'ruth@example.org')).toEqual([])
})

test('a flood from one network is stopped in words, and what was typed is kept', async () => {
  const { visitor, post } = await anOpenPost()

  const answers: number[] = []
  for (let turn = 0; turn < 6; turn += 1)
    answers.push((await visitor.post(`/comments/on/${post.id}`, { ...words, email: `r${turn}@example.org` })).status)
  const refused = await visitor.post(`/comments/on/${post.id}`, { ...words, email: 'r7@example.org' })
  const page = await refused.text()

  expect(answers).toEqual([303, 303, 303, 303, 303, 303])
  expect(refused.status).toBe(429)
  expect(page).toContain('That was tried too often. Wait 10 minutes and try again.')
  expect(page).toContain(words.comment)
  expect(await unconfirmed()).toHaveLength(6)
})

test('a token is used once: pressing again changes nothing and says so, whatever is sent with it', async () => {
  const { visitor, post, link } = await aConfirmed()
  const before = await stored()

  const replayed = await visitor.post(link, { ...words, comment: 'Changed by a replay', status: 'approved' })
  const opened = await visitor.get(link)

  expect([replayed.status, opened.status]).toEqual([409, 410])
  expect(await replayed.text()).toContain('Using it again changes nothing.')
  expect(await opened.text()).toContain('confirmed already')
  expect(await stored()).toEqual(before)
  expect((await visitor.get(post.path)).status).toBe(200)
})

test('what is kept of a token opens nothing, and a confirmed row keeps nobody’s words', async () => {
  const { visitor, post } = await anOpenPost()
  await visitor.post(`/comments/on/${post.id}`, words)
  const [letter] = await lettersTo(installation, 'ruth@example.org')
  const [row] = await unconfirmed()

  expect(row!['token_hash']).toBe(hashToken(linkIn(letter!).split('/').at(-1)!))
  expect((await visitor.post(`/comments/confirm/${String(row!['token_hash'])}`)).status).toBe(410)
  await visitor.post(linkIn(letter!))
  expect((await unconfirmed())[0]).toMatchObject({ author_name: null, author_email: null, body: null })
})

test('a link opens nothing after seven days, in another group, or once the post is taken down', async () => {
  const { context, visitor, post } = await anOpenPost()
  await visitor.post(`/comments/on/${post.id}`, words)
  await visitor.post(`/comments/on/${post.id}`, words)
  const [first, second] = (await lettersTo(installation, 'ruth@example.org')).map(linkIn)
  const elsewhere = visitorOf(installation, await aGroup(installation))

  expect((await elsewhere.post(first!)).status).toBe(410)
  await installation.owner.query(
    `update publishing.unconfirmed_comment set sent_at = now() - interval '7 days' where token_hash = $1`,
    [hashToken(first!.split('/').at(-1)!)],
  )
  expect((await visitor.get(first!)).status).toBe(410)
  expect((await visitor.post(first!)).status).toBe(410)
  await context.act((act) => entries.withdraw(act, post.id))
  const gone = await visitor.post(second!)
  expect([gone.status, (await gone.text()).includes('The post has been taken down')]).toEqual([410, true])
  expect(await stored()).toEqual([])
})

test('nothing but the database knows of a comment between its letter and its confirmation', async () => {
  const { group, visitor, post } = await anOpenPost()
  await visitor.post(`/comments/on/${post.id}`, words)
  const [letter] = await lettersTo(installation, 'ruth@example.org')

  const afterwards = visitorOf(installation, group) // another program, as after a kill: no memory, no cookie
  expect((await afterwards.post(linkIn(letter!))).status).toBe(303)
  expect(await stored()).toHaveLength(1)
})

test('a reply stands below what it answers; one to a comment that has gone keeps its words', async () => {
  const { context, visitor, post, read, link } = await aConfirmed()
  const [above] = await stored()
  const replyPage = `/comments/${String(above!['id'])}/reply`
  expect((await visitor.get(replyPage)).status).toBe(404)
  await setStatus(context, 'approved')

  expect(await read(post.path)).toContain(`href="${replyPage}"`)
  expect(await read(replyPage)).toContain('Reply to Ruth Amory')
  const reply = { ...words, name: 'Ben', email: 'ben@example.org', reply: String(above!['id']) }
  await visitor.post(`/comments/on/${post.id}`, reply)
  await visitor.post(linkIn((await lettersTo(installation, 'ben@example.org'))[0]!))
  const child = (await stored()).find(({ author_name }) => author_name === 'Ben')
  expect(child?.['parent_id']).toBe(above!['id'])

  await setStatus(context, 'trash')
  const refused = await visitor.post(`/comments/on/${post.id}`, { ...reply, comment: 'Too late' })
  const page = await refused.text()
  expect([refused.status, page.includes('no longer here'), page.includes('Too late')]).toEqual([422, true, true])
  expect(link).toBeTruthy()
})

test('posts that are closed, too old, drafts, withdrawn or another group’s take no comment', async () => {
  const { context, visitor, post, read } = await anOpenPost()
  const closed = await aPost(context)
  const draft = await aPost(context, { commentsOpen: true, published: false })
  const other = await aDiscussion(installation)
  const theirs = await aComment(other.context, { entryId: other.post.id })
  const status = async (id: string) => (await visitor.post(`/comments/on/${id}`, words)).status

  expect(await read(closed.path)).not.toContain('Write a comment')
  expect([await status(closed.id), await status(draft.id), await status(other.post.id)]).toEqual([410, 404, 404])
  const late = await (await visitor.post(`/comments/on/${closed.id}`, words)).text()
  expect([late.includes('Comments on this post are closed.'), late.includes(words.comment)]).toEqual([true, true])
  expect((await visitor.get(`/comments/on/${closed.id}`)).status).toBe(410)
  for (const part of ['reply', 'report']) expect((await visitor.get(`/comments/${theirs.id}/${part}`)).status).toBe(404)
  const answering = await visitor.post(`/comments/on/${post.id}`, { ...words, reply: theirs.id })
  expect(answering.status).toBe(422)
  const rules = commentsSetting.standard
  await context.act((act) => writeSetting(act, commentsSetting, { ...rules, closeAfterDays: 30 }))
  expect(await read(post.path)).toContain('Write a comment')
  await installation.owner.query(`update publishing.entry set published_at = now() - interval '31 days'`)
  expect(await status(post.id)).toBe(410)
  await context.act((act) => writeSetting(act, commentsSetting, { ...rules, open: false }))
  expect(await status(post.id)).toBe(410)
  await context.act((act) => entries.withdraw(act, post.id))
  expect(await status(post.id)).toBe(410)
  expect(await unconfirmed()).toEqual([])
})

test('a stored script is text, and turned-round names are turned back', async () => {
  const { context, post, read } = await aConfirmed({
    name: '\u202eevil\u0007 <script>alert(1)</script>',
    comment: '<img src=x onerror=alert(1)> javascript:alert(1) https://a.example/"onmouseover="x',
  })
  await setStatus(context, 'approved')

  const page = await read(post.path)

  expect(page).toContain('evil &lt;script&gt;')
  expect(page).not.toMatch(/<img src=x|<script>alert|\u202e|\sonmouseover=|href="javascript/)
})

test('links of readers give nothing away to search engines, and show where they really lead', async () => {
  const { context, post, read } = await aConfirmed({
    comment: 'See https://plain.example/page and https://b\u0430nk.example/in and https://bank.example@evil.example/x.',
  })
  await setStatus(context, 'approved')

  const page = await read(post.path)

  expect(page).toContain('<a href="https://plain.example/page" rel="nofollow ugc">https://plain.example/page</a>')
  expect(page).toContain('>https://xn--bnk-6cd.example/in</a>')
  expect(page).toContain('rel="nofollow ugc">https://evil.example/x</a>')
})

test('sending a comment leaves kept pages alone; only what readers see makes them stale', async () => {
  const { group, visitor, post } = await anOpenPost()
  const version = () =>
    installation.services.groups.load().then(() => installation.services.groups.byId(group.id)!.contentVersion)
  const before = await version()

  await visitor.post(`/comments/on/${post.id}`, words)

  expect(await version()).toBe(before)
})

async function aConfirmed(given: Partial<Record<keyof typeof words, string>> = {}) {
  const discussion = await anOpenPost()
  await discussion.visitor.post(`/comments/on/${discussion.post.id}`, { ...words, ...given })
  const link = linkIn((await lettersTo(installation, 'ruth@example.org'))[0]!)
  await discussion.visitor.post(link)
  return { ...discussion, link }
}

const rowsOf = async (table: string) =>
  (await installation.owner.query<Record<string, unknown>>(`select * from publishing.${table} order by id`)).rows
const stored = () => rowsOf('comment')
const unconfirmed = () => rowsOf('unconfirmed_comment')

const setStatus = ({ act }: GroupContext, status: string) =>
  act(({ tx }) => tx.updateTable('publishing.comment').set({ status }).execute())
