import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { testInstallation } from '../../../test/installation.ts'
import { aReader } from '../../people/factories.ts'
import { whatCameWith } from '../../platform/cameFrom.ts'
import { writeSetting } from '../../platform/settings.ts'
import { aPost } from '../../publishing/factories.ts'
import { capsSetting } from '../sending/caps.ts'
import { sendLetter } from '../sending/sendLetter.ts'
import { decideSending } from './deciding.ts'
import { remove } from './drafts.ts'
import { anOffice, decisionOn } from './factories.ts'
import { findOfficeLetter } from './officeLetter.ts'

const installation = testInstallation()
const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(text, values)).rows

async function aReadyOffice() {
  const office = await anOffice(installation)
  await aReader(office.context, { name: 'Ada Wells', email: 'ada@example.org' })
  await aReader(office.context, { name: 'Ben Wells', email: 'ben@example.org' })
  const { chair, home, context, letter } = office
  const decide = async (query = '') =>
    chair.post(`${home}/decision`, await decisionOn(await (await chair.get(`${home}/sending/check${query}`)).text()))
  const state = async () =>
    (await ask<{ state: string }>('select state from mailing.letter where id = $1', [letter]))[0]?.state
  /** As if the five minutes were over. */
  const goOut = async () => {
    await ask(`update mailing.letter set send_at = now() - interval '1 second' where state = 'scheduled'`)
    return sendLetter(context, letter)
  }
  const wish = { group: office.group, home: 'http://g.localhost', wished: undefined }
  const mark = () => context.read(async (tx) => (await findOfficeLetter(tx, letter)).mark)
  return { ...office, decide, state, goOut, wish, mark }
}

test('the chair is asked once, sends it, calls it back, and sends it again; it goes to both readers', async () => {
  const { chair, home, page, decide, state, goOut } = await aReadyOffice()

  const asked = await page(`${home}/sending/check`)
  expect(asked).toContain('Send it to 2 readers')
  expect(asked).toContain('everybody who gets newsletters')
  expect(await state()).toBe('draft') // looking sends nothing

  const decided = await decide()
  const told = await (await chair.follow(decided)).text()
  expect(told).toMatch(/It goes out (at|on) /)
  expect(told).toContain('Call it back')
  expect((await decide()).status).toBe(409)
  expect(await (await chair.follow(await chair.post(`${home}/decision/withdrawal`))).text()).toContain('called back')
  expect(await state()).toBe('draft')

  await decide()
  await goOut()
  expect(await state()).toBe('sent')
  expect((await chair.post(`${home}/decision/withdrawal`)).status).toBe(409)
  const results = await page(`${home}/results`)
  expect(results).toContain('Taken by the mail server')
  expect(await page('/office/letters')).toContain('2 of 2 accepted')
})

test('a letter can be sent at a time by the group’s clock; a time that is none or over is refused and kept', async () => {
  const { chair, home, decide, state } = await aReadyOffice()
  const soon = `${new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)}T09:00`

  for (const at of ['', '2026-02-30T09:00', '2020-01-01T09:00']) {
    const refused = await chair.get(`${home}/sending/check?later=yes&at=${at}`)
    expect([at, refused.status]).toEqual([at, 422])
    expect(await refused.text()).toContain(`value="${at}"`)
  }
  await decide(`?later=yes&at=${soon}`)

  expect(await state()).toBe('scheduled')
  const [{ at }] = (await ask<{ at: string }>(
    `select to_char(send_at at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI') as at from mailing.letter`,
  )) as [{ at: string }]
  expect(at).toBe(soon)
})

test('what stands in the way is said, and no press goes round it', async () => {
  const { chair, context, home, page, wish, mark, letter } = await aReadyOffice()
  await ask(`update people.person set restricted_at = now()`)

  expect(await page(`${home}/sending`)).toContain('Nobody would get it.')
  expect((await chair.get(`${home}/sending/check`)).headers.get('location')).toBe(`${home}/sending`)
  const seen = await mark()
  await expect(context.act((act) => decideSending(act, letter, { mark: seen, ...wish }))).rejects.toThrow(
    'Nobody would',
  )
})

test('of two officers who decide at once, one does; what was changed or deleted since it was seen does not go out', async () => {
  const { context, letter, wish, mark, state } = await aReadyOffice()
  const seen = await mark()
  const decideIt = () => context.act((act) => decideSending(act, letter, { mark: seen, ...wish }))
  /** The first holds its transaction open until the second has begun to wait. */
  const twoAtOnce = async (first: Parameters<typeof context.act>[0]) => {
    let second: Promise<unknown> = Promise.resolve()
    await context.act(async (act) => {
      await first(act)
      second = decideIt().then(
        () => 'decided',
        (error: Error) => error.message,
      )
      await waiting()
    })
    return second
  }

  expect(await twoAtOnce((act) => decideSending(act, letter, { mark: seen, ...wish }))).toBe(
    'This letter was decided already.',
  )
  await ask(
    `update mailing.letter set state = 'draft', send_at = null, decided_by = null, decided_at = null, subject = 'Other'`,
  )
  await expect(decideIt()).rejects.toThrow('Somebody changed this letter since you looked.')
  expect(await state()).toBe('draft')
  expect(await twoAtOnce((act) => remove(act, letter))).toBe('There is no such letter.')

  /** Until another connection waits for a lock: the second press has come as far as the first lets it. */
  async function waiting(): Promise<void> {
    for (;;) {
      const [{ n }] = (await ask<{ n: number }>('select count(*)::int as n from pg_locks where not granted')) as [
        { n: number },
      ]
      if (n) return
    }
  }
})

test('the pace of the group is copied at the decision; pausing, going on and stopping say what they do', async () => {
  const { context, chair, home, page, decide, state, goOut } = await aReadyOffice()
  await context.act((act) => writeSetting(act, capsSetting, { per_second: null, per_hour: null, per_day: 1 }))
  expect(await page(`${home}/sending`)).toContain('2 letters at 1 a day: it ends on')

  await decide()
  await goOut()
  expect(await page(`${home}/sending`)).toContain('1 of 2 letters')
  expect(await (await chair.follow(await chair.post(`${home}/pause`))).text()).toContain('It is paused')
  expect(await page('/office')).toContain('“The rivers in May” is paused')
  await chair.post(`${home}/resumption`)
  expect(await state()).toBe('sending')
  expect(await page(`${home}/stop`)).toContain('1 reader does not get it.')
  await chair.post(`${home}/stop`)
  expect(await state()).toBe('stopped')
  expect((await chair.post(`${home}/resumption`)).status).toBe(409)
})

test('an uncertain copy is named to those who may know, and sent again by their word only', async () => {
  const { chair, officer, home, page, decide, goOut } = await aReadyOffice()
  await decide()
  await goOut()
  await ask('alter table mailing.delivery disable trigger user')
  await ask(`update mailing.delivery set state = 'uncertain' where address = 'ada@example.org'`)
  await ask('alter table mailing.delivery enable trigger user')
  const editor = await officer('editor')

  expect(await page('/office')).toContain('1 copy of “The rivers in May” may not have arrived')
  expect(await page(`${home}/uncertain`)).toContain('Ada Wells')
  expect((await editor.get(`${home}/uncertain`)).status).toBe(403)
  expect((await editor.post(`${home}/uncertain`, { which: 'all' })).status).toBe(403)
  expect(await (await chair.follow(await chair.post(`${home}/uncertain`, { which: 'all' }))).text()).toContain(
    'It is sent again.',
  )
  await goOut()
  expect(await ask(`select state, count(*)::int as n from mailing.delivery group by 1`)).toEqual([
    { state: 'accepted', n: 2 },
  ])
})

test('an editor writes and does not send; a letter of another group is not there', async () => {
  const { chair, officer, home, letter } = await aReadyOffice()
  const editor = await officer('editor')
  const other = await anOffice(installation)
  const posts = ['decision', 'decision/withdrawal', 'pause', 'resumption', 'stop', 'uncertain']

  for (const noun of posts) expect((await editor.post(`${home}/${noun}`, { which: 'all' })).status, noun).toBe(403)
  expect((await editor.get(`${home}/sending/check`)).status).toBe(403)
  expect(await (await editor.get(`${home}/sending`)).text()).not.toContain('Send it now')
  const theirs = `/office/letters/${other.letter}`
  for (const path of ['audience', 'audience/gets', 'sending', 'sending/check', 'stop', 'uncertain', 'results'])
    expect((await chair.get(`${theirs}/${path}`)).status, path).toBe(404)
  for (const noun of [...posts, 'audience', 'copy', 'removal'])
    expect((await chair.post(`${theirs}/${noun}`, { which: 'all', view: 'everybody' })).status, noun).toBe(404)
  expect(await ask('select id from mailing.letter where id = $1', [letter])).toHaveLength(1)
})

test('a letter is copied as a draft of its own; a draft is deleted and brought back; what was decided stays', async () => {
  const { chair, home, letter, decide, page } = await aReadyOffice()
  expect(await page('/office/letters?show=sent')).toContain('Letters that went out will stand here')

  const copied = await chair.post(`${home}/copy`)
  const copy = copied.headers.get('location')!
  const deleted = await (await chair.follow(await chair.post(`${copy}/removal`))).text()
  expect(deleted).toContain('The draft is deleted.')
  expect((await chair.get(`${copy}/sending`)).status).toBe(404)
  await chair.post('/office/undo', { act: /name="act" value="([^"]+)"/.exec(deleted)![1]! })
  expect((await chair.get(`${copy}/sending`)).status).toBe(200)

  const blocks = await ask<{ id: string }>(
    `select b ->> 'id' as id from mailing.letter, jsonb_array_elements(blocks) b`,
  )
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(2)
  await decide()
  expect((await chair.post(`${home}/removal`)).status).toBe(409)
  expect(await ask('select id from mailing.letter where id = $1', [letter])).toHaveLength(1)
})

test('a comment and a joining that came from a letter are counted for it, and nothing about who', async () => {
  const { group, context } = await aReadyOffice()
  const post = await aPost(context, { title: 'Bridges', commentsOpen: true })
  const [reader, joiner] = [visitorOf(installation, group), visitorOf(installation, group)]
  const from = (path: string) => ({ referer: `http://${group.slug}.localhost${path}?via=may-2026` })

  const comment = { name: 'Ruth', email: 'ruth@example.org', comment: 'A bridge is missing.' }
  await reader.post(`/comments/on/${post.id}`, comment, from(post.path))
  const form = await (await joiner.get('/join', from(post.path))).text()
  expect(form).toContain('<input type="hidden" name="via" value="may-2026"')
  await joiner.post('/join', { kind: 'member', via: 'may-2026' }, { referer: `http://${group.slug}.localhost/join` })
  await visitorOf(installation, group).post('/join', { kind: 'member' }, { referer: 'http://x/?via=No%20such!' })

  expect(await context.read((tx) => whatCameWith(tx, 'may-2026'))).toEqual({ read: 0, comment: 1, join: 1 })
  expect(await ask('select word, what, times from platform.came_from order by 2')).toEqual([
    { word: 'may-2026', what: 'comment', times: 1 },
    { word: 'may-2026', what: 'join', times: 1 },
  ])
})
