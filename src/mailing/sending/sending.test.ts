import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { type SmtpServer, smtpServer } from '../../../test/smtpServer.ts'
import { aReader } from '../../people/factories.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { aDecidedLetter } from '../factories.ts'
import { exchange, fill } from './deliveries.ts'
import * as letters from './letters.ts'
import { lookForTheDead } from './run.ts'
import { type HowToSend, sendLetter } from './sendLetter.ts'

const installation = testInstallation()
let server: SmtpServer
let context: GroupContext

beforeEach(async () => {
  server = await smtpServer()
  context = withMail(server.url, installation.context(await aGroup(installation)))
})
afterEach(() => server.close())

const withMail = (smtpUrl: string, { services, ...rest }: GroupContext): GroupContext => ({
  ...rest,
  services: { ...services, config: { ...services.config, smtpUrl, mailFrom: 'office@group.example.org' } },
})
const readers = async (...names: string[]): Promise<void> => {
  for (const name of names) await aReader(context, { name, email: `${name}@example.org` })
}
const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `reader${i}`)
/** Runs, one after the other, as long as there is something to do now. */
async function send(id: string, how: HowToSend = {}): Promise<Date | null> {
  for (;;) {
    const again = await sendLetter(context, id, how)
    if (!again || again.getTime() > Date.now()) return again
  }
}
const ask = async <T extends object>(text: string): Promise<T[]> => (await installation.owner.query<T>(text)).rows
const states = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await ask<{ address: string; state: string }>('select address, state from mailing.delivery order by 1')).map(
      ({ address, state }) => [address.split('@')[0]!, state],
    ),
  )
const letterNow = async () =>
  (
    await ask<{ state: string; trouble: string | null; setbacks: number }>(
      'select state, trouble, setbacks from mailing.letter',
    )
  )[0]!
/** What waits, waits no longer. */
const later = () => ask(`update mailing.delivery set next_at = now() - interval '1 second' where state = 'waiting'`)
const soFar = () => [...server.messages].map((text) => /^To: <([^@]*)@/m.exec(text)![1]!).toSorted()

test('each who asked for it gets the letter once, over few connections, and it is sent', async () => {
  await readers(...many(23))
  const id = await aDecidedLetter(context)

  await send(id)
  await send(id)

  expect(soFar()).toEqual(many(23).toSorted())
  expect(server.connections).toBeLessThan(20)
  expect(await letterNow()).toMatchObject({ state: 'sent' })
})

test('two workers at once send each reader one letter', async () => {
  await readers(...many(40))
  const id = await aDecidedLetter(context)

  await Promise.all([send(id), send(id)])
  await send(id)

  expect(soFar()).toEqual(many(40).toSorted())
  expect(Object.values(await states())).toEqual(many(40).map(() => 'accepted'))
})

test('a server that says 421, 451 and 550 in turn makes readers wait, wait and drop out; nobody gets two', async () => {
  await readers('ada', 'ben', 'cyd', 'dan')
  const says: Record<string, string> = {
    ada: '421 closing',
    ben: '451 4.7.1 greylisted, ben@example.org',
    cyd: '550 5.1.1 no cyd <cyd@example.org> here',
  }
  server.answers = {
    RCPT: () => says[server.envelopes.at(-1)!.to.split('@')[0]!] ?? '250 ok',
  }
  const id = await aDecidedLetter(context)

  await send(id)
  expect(await states()).toEqual({ ada: 'waiting', ben: 'waiting', cyd: 'refused', dan: 'accepted' })
  server.answers = {}
  await later()
  await send(id)

  expect(await states()).toEqual({ ada: 'accepted', ben: 'accepted', cyd: 'refused', dan: 'accepted' })
  expect(soFar()).toEqual(['ada', 'ben', 'dan'])
  const said = await ask<{ said: string }>(`select said from mailing.delivery where state = 'refused'`)
  expect(said[0]!.said).toBe('550 5.1.1 no (address) <(address)> here')
  expect(await ask(`select email from people.person where email_trouble = 'no_such_user'`)).toEqual([
    { email: 'cyd@example.org' },
  ])
})

test('whoever is greylisted is tried later each time, and given up after two days', async () => {
  await readers('ada')
  server.answers = { RCPT: '450 greylisted' }
  const id = await aDecidedLetter(context)
  const waits: number[] = []

  for (let tries = 0; tries < 10; tries += 1) {
    await send(id)
    const [row] = await ask<{ minutes: number | null }>(
      `select round(extract(epoch from next_at - handed_at) / 60)::int as minutes from mailing.delivery where state = 'waiting'`,
    )
    if (row) waits.push(row.minutes!)
    await later()
  }

  expect(waits).toEqual([5, 15, 30, 60, 120, 240, 480, 720, 1440])
  expect(await states()).toEqual({ ada: 'refused' })
})

test('a server that takes a letter and dies before it says so leaves it uncertain; only an officer sends it again', async () => {
  await readers('ada')
  server.answers = { end: (socket) => void socket.destroy() }
  const id = await aDecidedLetter(context)

  await send(id)
  server.answers = {}
  await later()
  await send(id)

  expect(soFar()).toEqual(['ada'])
  expect(await states()).toEqual({ ada: 'uncertain' })
  const [row] = await ask<{ id: string }>('select id from mailing.delivery')
  expect(await context.act((act) => letters.sendAgain(act, id, [row!.id]))).toBe(1)
  await send(id)
  expect(soFar()).toEqual(['ada', 'ada'])
  expect(await states()).toEqual({ ada: 'accepted' })
})

test('a server that hangs up before it asked for the words has taken nothing: the letter waits', async () => {
  await readers('ada')
  server.answers = { DATA: (socket) => void socket.destroy() }
  const id = await aDecidedLetter(context)

  await send(id)

  expect(await states()).toEqual({ ada: 'waiting' })
  expect(await ask('select attempts from mailing.delivery')).toEqual([{ attempts: 2 }]) // once more at once, and then not before long
})

test('a line that breaks once costs nobody any time', async () => {
  await readers('ada', 'ben')
  let broken = 0
  server.answers = { RCPT: (socket) => (broken++ ? '250 ok' : void socket.destroy()) }
  const id = await aDecidedLetter(context)

  await send(id, { lines: 1 })

  expect(await states()).toEqual({ ada: 'accepted', ben: 'accepted' })
  expect(soFar()).toEqual(['ada', 'ben'])
})

test('what a dead worker had on the wire is uncertain, what lives is left alone, and nobody gets two copies', async () => {
  await readers('ada', 'ben', 'cyd')
  const id = await aDecidedLetter(context)
  await context.act((act) => fill(act, id))
  const dead = { letterId: id, run: randomUUID(), results: [], want: 1, domain: 'example.org' }
  await context.act((act) => exchange(act, dead)) // and then its process was killed: nobody holds its lock
  const [hanging, never] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  server.answers = {
    end: async () => (hanging.resolve(), await never.promise, '250 taken'),
  }

  const alive = sendLetter(context, id, { lines: 1, runFor: 1 })
  await hanging.promise
  await lookForTheDead(context)
  const during = Object.values(await states()).toSorted()
  server.answers = {}
  never.resolve()
  await alive
  await send(id)

  expect(during).toEqual(['handing_over', 'uncertain', 'waiting'])
  expect(Object.values(await states()).toSorted()).toEqual(['accepted', 'accepted', 'uncertain'])
  expect(new Set(soFar()).size).toBe(server.messages.length)
})

test('a server that is away loses nobody: it is tried again, later each time, with its words kept', async () => {
  await readers('ada')
  const id = await aDecidedLetter(context)
  server.answers = { greeting: '421 too busy' }

  const first = await send(id)
  const second = await send(id)

  expect(second!.getTime() - Date.now()).toBeGreaterThan(first!.getTime() - Date.now())
  expect(await states()).toEqual({ ada: 'waiting' })
  expect(await letterNow()).toMatchObject({ state: 'sending', setbacks: 2, trouble: '421 too busy' })
  server.answers = {}
  await send(id)
  expect(await letterNow()).toMatchObject({ state: 'sent' })
})

test('a server that is silent loses nobody and gets no second copy', async () => {
  await readers('ada')
  const id = await aDecidedLetter(context)
  server.answers = { end: () => {} }

  await send(id, { patience: { socketTimeout: 1500 } })

  expect(await states()).toEqual({ ada: 'uncertain' })
})

test('a server that refuses too many pauses the letter by itself, and its words are there to read', async () => {
  await readers(...many(60))
  server.answers = { RCPT: '554 5.7.1 you are on our list' }
  const id = await aDecidedLetter(context)

  expect(await send(id)).toBeNull()

  const refused = Object.values(await states()).filter((state) => state === 'refused').length
  expect(refused).toBeLessThan(25)
  expect(await letterNow()).toMatchObject({ state: 'paused', trouble: '554 5.7.1 you are on our list' })
  server.answers = {}
  await context.act((act) => letters.resume(act, id))
  await send(id)
  expect(server.messages).toHaveLength(60 - refused)
})

test('a server that will not have us at all pauses the letter at once', async () => {
  await readers('ada')
  server.answers = { greeting: '554 go away' }
  const id = await aDecidedLetter(context)

  await send(id)

  expect(await letterNow()).toMatchObject({ state: 'paused', trouble: '554 go away' })
  expect(await states()).toEqual({ ada: 'waiting' })
})

test('a pause holds from its own moment on, and a stop leaves out whoever was not written to', async () => {
  await readers(...many(30))
  const id = await aDecidedLetter(context)
  let [seen, whenPaused] = [0, 0]
  server.answers = {
    end: async () => {
      if ((seen += 1) === 3) {
        await context.act((act) => letters.pause(act, id))
        whenPaused = server.messages.length
      }
      return '250 taken'
    },
  }

  await send(id)
  const atPause = server.messages.length
  await send(id)

  expect(whenPaused).toBeGreaterThan(0)
  expect(atPause).toBeLessThanOrEqual(whenPaused + 5) // one on each connection
  expect(server.messages).toHaveLength(atPause)
  await context.act((act) => letters.stop(act, id))
  await send(id)
  expect(Object.values(await states()).filter((state) => state === 'cancelled')).toHaveLength(30 - atPause)
  await expect(context.act((act) => letters.resume(act, id))).rejects.toThrow('not paused')
})

test('who says no while the letter goes out gets none, and who says yes waits for the next', async () => {
  await readers('ada', 'ben')
  const id = await aDecidedLetter(context)
  await context.act((act) => fill(act, id))
  await ask(
    `insert into people.objection select group_id, id, 'newsletter', now(), 'my_page' from people.person where email like 'ada%'`,
  )
  await readers('cyd')

  await send(id)

  expect(soFar()).toEqual(['ben'])
  expect(await states()).toEqual({ ada: 'cancelled', ben: 'accepted' })
})

test('no cap of the second, the hour or the day is passed, by two letters together or two workers at once', async () => {
  await readers(...many(12))
  const first = await aDecidedLetter(context, { per_second: 3, per_hour: 5 })
  const second = await aDecidedLetter(context, { per_day: 7, subject: 'Another' })

  await Promise.all([send(first), send(first)])
  expect(server.messages).toHaveLength(5)
  const tomorrow = await send(second)

  expect(server.messages).toHaveLength(7)
  expect(tomorrow!.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000)
  const [{ most }] = (await ask<{ most: number }>(`select max(n)::int as most from (select count(*) over (
    order by handed_at range between interval '999 milliseconds' preceding and current row) as n from mailing.delivery
    where letter_id = '${first}' and handed_at is not null) as windows`)) as [{ most: number }]
  expect(most).toBeLessThanOrEqual(3)
})

test('a server that tells everybody “later” is left alone for a while', async () => {
  await readers(...many(60))
  server.answers = { MAIL: '451 slow down' }
  const id = await aDecidedLetter(context)

  const again = await send(id)

  expect(again!.getTime() - Date.now()).toBeGreaterThan(60_000)
  expect(server.senders.length).toBeLessThan(30)
  expect(await letterNow()).toMatchObject({ state: 'sending', trouble: '451 slow down' })
})
