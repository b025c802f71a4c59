import { beforeEach, expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { aReader } from '../../people/factories.ts'
import type { persons } from '../../people/index.ts'
import { type Letter, send } from '../../platform/letters.ts'
import { erase } from '../holdings.ts'
import * as preferences from '../readers/preferences.ts'
import type { Frequency } from '../readers/frequencies.ts'
import { gathered } from './gathered.ts'
import { handOver } from './handingOver.ts'
import { giveNotices } from './jobs.ts'
import { giveTo } from './waitingNotices.ts'

const installation = testInstallation()
let context: ReturnType<typeof installation.context>
let ann: persons.Person

beforeEach(async () => {
  context = installation.context(await aGroup(installation, { name: 'Fair Care' }))
  ann = await aReader(context, { name: 'Ann Price', email: 'ann@example.org' })
})
const wants = (notices: Frequency['notices']) => context.act((a) => preferences.save(a, ann.id, { notices }))
const ask = async <T extends object>(text: string): Promise<T[]> => (await installation.owner.query<T>(text)).rows
async function written(given: Partial<Letter> = {}): Promise<void> {
  await context.act((a) => send(a, { kind: 'notice', to: 'Ann@example.org', subject: 'One', body: 'Words', ...given }))
  const [{ id }] = (await ask<{ id: string }>('select id from platform.letter order by id desc limit 1')) as [
    { id: string },
  ]
  await handOver.run(context, { letter: id })
}
const onTheirWay = () =>
  ask<{ to: string; subject: string; body: string }>(
    `select to_address as to, subject, body from platform.letter where state = 'waiting' order by id`,
  )
const waiting = async () =>
  (await ask<{ subject: string }>('select subject from mailing.waiting_notice order by written_at, id')).map(
    ({ subject }) => subject,
  )
const morning = () => installation.owner.query(`update mailing.waiting_notice set due_at = now() - interval '1 second'`)

test('notices wait for somebody who wants them once a day, and come in one letter, the newest last, once', async () => {
  await wants('daily')
  await written({ subject: 'One' })
  await written({ subject: 'Two', body: 'Other words', replyTo: 'eve@example.org' })
  await giveNotices.run(context, {})
  const early = [await waiting(), await onTheirWay()]

  await morning()
  await giveNotices.run(context, {})
  await giveNotices.run(context, {})

  expect(early).toEqual([['One', 'Two'], []])
  const [letter, ...others] = await onTheirWay()
  expect(others).toEqual([])
  expect(letter).toMatchObject({ to: 'ann@example.org', subject: '2 notices from Fair Care' })
  expect(letter!.body).toMatch(
    /One[^]*Words[^]*Two[^]*To answer, write to eve@example\.org[^]*Other words[^]*my\/letters/,
  )
  expect(await waiting()).toEqual([])
})

test('codes and confirmations never wait, nor do notices to somebody who wants them at once or is not on the register', async () => {
  await wants('weekly')
  await written({ kind: 'service', subject: 'Code' })
  await written({ to: 'stranger@example.org', subject: 'Stranger' })
  await wants('at_once')
  await written({ subject: 'Now' })

  expect(await waiting()).toEqual([])
  expect(await ask(`select subject from platform.letter where state = 'accepted' order by id`)).toEqual([
    { subject: 'Code' },
    { subject: 'Stranger' },
    { subject: 'Now' },
  ])
})

test('of two notices on one topic the newer one is given, and a new choice holds for what waits', async () => {
  await wants('weekly')
  await written({ subject: '1 comment waits', topic: 'comments' })
  await written({ subject: '2 comments wait', topic: 'comments' })
  const kept = await waiting()
  await wants('at_once')

  await giveNotices.run(context, {})

  expect(kept).toEqual(['2 comments wait'])
  expect((await onTheirWay()).map(({ subject }) => subject)).toEqual(['2 comments wait'])
})

test('a letter of notices that is not committed loses none of them', async () => {
  await wants('daily')
  await written()
  await written()

  const died = context.act(async (a) => {
    await giveTo(a, ann.id, 'https://x.example/my/letters')
    throw new Error('killed')
  })

  await expect(died).rejects.toThrow('killed')
  expect([await waiting(), await onTheirWay()]).toEqual([['One', 'One'], []])
})

test('what waits for somebody is deleted with them, and is given to nobody who has left', async () => {
  await wants('daily')
  await written()
  await installation.owner.query(`update people.person set status = 'left'`)
  await morning()
  await giveNotices.run(context, {})
  const left = await onTheirWay()
  await written()

  await context.act((a) => erase(a, ann.id, { dryRun: false, secret: context.services.secret }))

  expect(left).toEqual([])
  expect([await waiting(), await ask('select 1 from mailing.handed_letter')]).toEqual([[], []])
})

test('one notice alone goes as it was written', () => {
  const notice = { subject: 'One', body: 'Words', replyTo: 'eve@example.org' }

  expect(gathered([notice], { group: 'Fair Care', page: '' })).toEqual(notice)
})
