import { expect, test } from 'vitest'
import { signedInAs } from '../../../test/browser.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import type { Role } from '../../platform/roles.ts'
import { writeSetting } from '../../platform/settings.ts'
import { work } from '../../serve.ts'
import { aComment, anAuthor } from '../factories.ts'
import { aDiscussion, lettersTo, linkIn, words } from './factories.ts'
import { receive } from './receivedComments.ts'
import { type CommentRules, commentsSetting } from './settings.ts'

const installation = testInstallation()

async function anOffice(role: Role = 'editor') {
  const discussion = await aDiscussion(installation)
  const { context, group, post, visitor } = discussion
  const officer = await anOfficer(context, { role, name: 'Olwen Hart', email: 'olwen@example.org' })
  const browser = await signedInAs(installation, group, officer)
  const send = async (given: Partial<Record<keyof typeof words, string>> = {}) => {
    const sent = { ...words, ...given }
    await visitor.post(`/comments/on/${post.id}`, sent)
    await visitor.post(linkIn((await lettersTo(installation, sent.email)).at(-1)!))
  }
  const settle = (given: Partial<CommentRules>) =>
    context.act((act) => writeSetting(act, commentsSetting, { ...commentsSetting.standard, ...given }))
  const decide = (to: string, ids: readonly string[], state = 'pending') =>
    browser.post('/office/comments/decisions', { to, id: ids, state })
  const office = async (query = '') => (await browser.get(`/office/comments${query}`)).text()
  return { ...discussion, officer, browser, send, settle, decide, office }
}

const stored = async (): Promise<readonly Record<string, unknown>[]> =>
  (await installation.owner.query<Record<string, unknown>>('select * from publishing.comment order by written_at, id'))
    .rows
const statuses = async () => (await stored()).map(({ status }) => status)
const events = async () =>
  (
    await installation.owner.query<{ event: string; payload: object }>(
      `select event, payload from platform.journal where event like 'publishing.comment%' order by id`,
    )
  ).rows

test('an officer approves a comment, readers see it, and Undo takes it back', async () => {
  const { browser, read, post, send, decide, office } = await anOffice()
  await send()
  const [comment] = await stored()

  expect(await office()).toContain(words.comment)
  const approved = await decide('approved', [String(comment!['id'])])
  const page = await (await browser.follow(approved)).text()
  expect(page).toContain('1 comment is on the website.')
  expect(await read(post.path)).toContain(words.comment)

  const undo = /name="act" value="([^"]+)"/.exec(page)![1]!
  await browser.post('/office/undo', { act: undo }, { referer: 'http://x/office/comments' })
  expect(await statuses()).toEqual(['pending'])
  expect(await read(post.path)).not.toContain(words.comment)
})

test('all that are ticked are decided together, in one act', async () => {
  const { context, post, decide, browser, office } = await anOffice()
  const ids: string[] = []
  for (const body of ['One', 'Two', 'Three'])
    ids.push((await aComment(context, { entryId: post.id, body, status: 'pending' })).id)

  expect(await office('?ticked=all')).toMatch(/(type="checkbox"[^>]*checked=""[\s\S]*){3}/)
  expect(await office()).not.toMatch(/type="checkbox"[^>]*checked=""/)
  const change = await decide('spam', ids.slice(0, 2))

  expect(await statuses()).toEqual(['spam', 'spam', 'pending'])
  const page = await (await browser.follow(change)).text()
  expect(page).toContain('2 comments are marked as spam.')
  await browser.post(
    '/office/undo',
    { act: /name="act" value="([^"]+)"/.exec(page)![1]! },
    { referer: 'http://x/office' },
  )
  expect(await statuses()).toEqual(['pending', 'pending', 'pending'])
})

test('nothing ticked, nothing sensible to do, or somebody else’s comment is refused and changes nothing', async () => {
  const { context, post, decide, browser } = await anOffice()
  await aComment(context, { entryId: post.id, status: 'pending' })
  const other = await aDiscussion(installation)
  const theirs = await aComment(other.context, { entryId: other.post.id, status: 'pending' })

  expect((await decide('approved', [])).status).toBe(422)
  expect((await decide('burnt', [theirs.id])).status).toBe(422)
  expect((await decide('approved', [theirs.id])).status).toBe(404)
  expect((await browser.get(`/office/comments/${theirs.id}`)).status).toBe(404)
  expect((await browser.post(`/office/comments/${theirs.id}/answer`, { answer: 'Hello' })).status).toBe(404)
  expect(await statuses()).toEqual(['pending', 'pending'])
})

test.each(['treasurer', 'membership', 'policy'] as const)('the %s does not look after comments', async (role) => {
  const { context, post, browser, decide } = await anOffice(role)
  const { id } = await aComment(context, { entryId: post.id, status: 'pending' })

  const answers = [
    await browser.get('/office/comments'),
    await browser.get(`/office/comments/${id}`),
    await browser.get('/office/comments/address'),
    await decide('approved', [id]),
    await browser.post(`/office/comments/${id}/answer`, { answer: 'Hello' }),
    await browser.post('/office/comments/address', { email: 'a@example.org' }),
    await browser.post('/office/comments/address/erasure', { email: 'a@example.org' }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403])
  expect(await (await browser.get('/office')).text()).not.toContain('comment waits')
  expect(await statuses()).toEqual(['pending'])
})

test('the queue is counted by shelf, searched by word and paged', async () => {
  const { context, post, office } = await anOffice()
  for (let number = 0; number < 23; number += 1)
    await aComment(context, { entryId: post.id, body: `Word ${number} 100%`, status: 'pending' })
  await aComment(context, { entryId: post.id, body: 'About bridges', status: 'spam' })

  const first = await office()
  expect(first).toMatch(/Waiting<span>23<\/span>/)
  expect(first).toMatch(/Spam<span>1<\/span>/)
  expect(first).toContain('Page 1 of 2')
  expect((await office('?page=2')).match(/class="card pad queued"/g)).toHaveLength(3)
  expect((await office('?q=word+22+100%25')).match(/class="card pad queued"/g)).toHaveLength(1)
  expect(await office('?q=100_')).toContain('Nothing found')
  expect(await office('?state=nonsense&page=x')).toContain('Page 1 of 2')
})

test('an officer answers under their own name or the group’s, and the answer approves what it answers', async () => {
  const { context, browser, officer, group, send, read, post } = await anOffice()
  await anAuthor(context, { name: 'Olwen H.', personId: officer.id })
  await anAuthor(context, { name: 'The Heron', penName: true, personId: officer.id })
  await send()
  const [comment] = await stored()
  const answer = (fields: Record<string, string>) =>
    browser.post(`/office/comments/${String(comment!['id'])}/answer`, fields)

  const refused = await answer({ answer: ' ' })
  expect([refused.status, (await refused.text()).includes('Write your answer.')]).toEqual([422, true])
  await answer({ answer: 'It comes next week.', as: 'me' })
  await answer({ answer: 'It is there now.', as: 'group' })

  const page = await read(post.path)
  expect(page).toMatch(/Olwen H\. <span class="chip go">[^<]+<\/span>/)
  expect(page).toContain('It comes next week.')
  expect(page).toContain(`aria-label="Comment by ${group.name}"`)
  expect(page).not.toContain('The Heron')
  expect(await statuses()).toEqual(['approved', 'approved', 'approved'])
  expect((await stored())[1]).toMatchObject({ parent_id: comment!['id'], official: true, author_email: null })
})

test('what is in the trash is not answered', async () => {
  const { context, post, browser } = await anOffice()
  const { id } = await aComment(context, { entryId: post.id, status: 'trash' })

  const refused = await browser.post(`/office/comments/${id}/answer`, { answer: 'Hello' })

  expect([refused.status, (await refused.text()).includes('Approve it before you answer it.')]).toEqual([409, true])
})

test('a report brings a comment back before an officer, who keeps or hides it', async () => {
  const { context, post, visitor, read, decide, office, browser } = await anOffice()
  const { id } = await aComment(context, { entryId: post.id, body: 'Somebody’s telephone number' })

  expect(await read(post.path)).toContain(`href="/comments/${id}/report"`)
  const empty = await visitor.post(`/comments/${id}/report`, { reason: '' })
  expect([empty.status, (await empty.text()).includes('Say in a few words')]).toEqual([422, true])
  const sent = await visitor.post(`/comments/${id}/report`, { reason: 'It is private.' })
  expect(sent.headers.get('location')).toBe('/comments/reported')
  expect(await read(post.path)).toContain('telephone number')
  expect(await (await browser.get('/office')).text()).toContain('1 comment was reported')
  expect(await office('?state=reported')).toContain('A reader reports: It is private.')

  await decide('kept', [id], 'reported')
  expect(await office('?state=reported')).not.toContain('It is private.')
  await visitor.post(`/comments/${id}/report`, { reason: 'Really.' })
  await decide('trash', [id], 'reported')
  expect(await read(post.path)).not.toContain('telephone number')
  expect((await visitor.post(`/comments/${id}/report`, { reason: 'Again' })).status).toBe(404)
  expect((await events()).map(({ event }) => event)).toEqual([
    'publishing.comment_reported',
    'publishing.comment_kept',
    'publishing.comment_reported',
    'publishing.comment_trashed',
  ])
})

test('a flood of reports is stopped, and a program’s report is thanked and dropped', async () => {
  const { context, post, visitor } = await anOffice()
  const { id } = await aComment(context, { entryId: post.id })
  const report = (fields: object) => visitor.post(`/comments/${id}/report`, { reason: 'Bad', ...fields })

  expect((await report({ topic: 'x' })).status).toBe(303)
  for (let turn = 0; turn < 5; turn += 1) expect((await report({})).status).toBe(303)
  const refused = await report({ reason: 'My own words' })
  expect([refused.status, (await refused.text()).includes('My own words')]).toEqual([429, true])
  const { rows } = await installation.owner.query('select * from publishing.comment_report')
  expect(rows).toHaveLength(5)
})

test('words, addresses, domains and many links hold a comment, and the officer reads why', async () => {
  const { settle, send, office, context, post } = await anOffice()
  await settle({ trustKnown: true, mostLinks: 1, held: ['casino', 'ann@bad.example', 'spam.example'] })
  await context.act((act) =>
    receive(act, { entryId: post.id, author: 'Ruth', email: 'RUTH@example.org', body: 'Before', status: 'approved' }),
  )

  await send({ comment: 'Quite harmless, and occasional.' })
  await send({ comment: 'Come to the CASINO\u200b tonight' })
  await send({ comment: 'See https://shop.spam.example/x' })
  await send({ comment: 'https://a.example https://b.example' })
  await send({ comment: 'https://xn--bnk-6cd.example/in' })
  await send({ name: 'Ann', email: 'ann@bad.example', comment: 'Hello' })

  expect(await statuses()).toEqual(['approved', 'approved', 'pending', 'pending', 'pending', 'pending', 'pending'])
  const page = await office()
  for (const reason of [
    'It says “casino”, which you hold.',
    'It comes from or leads to spam.example, which you hold.',
    'It has 2 links.',
    'It comes from an address that you hold.',
  ])
    expect(page).toContain(reason)
  expect(page).toMatch(/A link leads to <code>xn--bnk-6cd\.example<\/code>\./)
})

test('an address is trusted only when the group says so, and only after an officer approved it', async () => {
  const { settle, send } = await anOffice()
  await send()
  await settle({ trustKnown: true })
  await send()
  expect(await statuses()).toEqual(['pending', 'pending'])
  await installation.owner.query(`update publishing.comment set status = 'approved'`)

  await send()
  await send({ email: 'other@example.org' })

  expect(await statuses()).toEqual(['approved', 'approved', 'approved', 'pending'])
})

test('officers are told by a letter that says nothing, once in a quarter of an hour', async () => {
  const { send } = await anOffice()

  await send()
  await installation.runJobs(work)
  const letters = async () =>
    (
      await installation.owner.query<{ subject: string; body: string | null }>(
        `select subject, body from platform.letter where subject like 'Something%' order by written_at`,
      )
    ).rows
  expect(await letters()).toHaveLength(1)
  expect((await letters())[0]!.subject).toBe('Something on the website waits for you')
  await send({ comment: 'And another thing' })
  await installation.runJobs(work)
  expect(await letters()).toHaveLength(1)

  const jobs = await installation.services.pool.query<{ payload: object }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where identifier = 'publishing.tell_officers_of_comments' and j.key is not null`,
  )
  expect(jobs.rows).toHaveLength(1)
  expect(JSON.stringify(jobs.rows[0]!.payload)).not.toMatch(/@|Ruth|bridge/)
})

test('the journal has ids and no words, names or addresses', async () => {
  const { send, decide } = await anOffice()
  await send()
  const [comment] = await stored()
  await decide('approved', [String(comment!['id'])])

  const found = await events()
  expect(found.map(({ event }) => event)).toEqual(['publishing.comment_received', 'publishing.comment_approved'])
  expect(JSON.stringify(found)).not.toMatch(/Ruth|example\.org|bridge/i)
})
