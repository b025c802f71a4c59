import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { aDecidedLetter } from '../../src/mailing/factories.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { smtpServer } from '../smtpServer.ts'
import { aChance } from './chance.ts'
import { scriptOf } from './script.ts'
import type { SenderSettings } from './sender.ts'

const installation = testInstallation()
const [READERS, KILLS, LINES] = [300, 6, 5]

test('whoever is killed while sending, and however often, nobody gets two letters, and each who has none is listed', async () => {
  const context = installation.context(await aGroup(installation))
  await installation.owner.query(
    `with made as (insert into people.person (group_id, name, email, kind, created_at)
       select $1, 'Reader ' || n, 'reader' || n || '@example.org', 'supporter', now() from generate_series(1, $2) n returning id)
     insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)
       select $1, id, 'newsletter', 'consent', 'paper', 'A slip', now() from made`,
    [context.group.id, READERS],
  )
  const letterId = await aDecidedLetter(context)
  const server = await smtpServer()
  onTestFinished(() => server.close())
  server.answers = { end: async () => (await sleep(chance.below(20)), '250 taken') }
  const [chance, script] = [aChance(), await scriptOf('test/lifecycle/sender.ts')]
  onTestFinished(() => rm(script))
  const settings: SenderSettings = {
    connection: installation.connection,
    environment: {
      BACKBENCH_DATA: installation.services.config.dataDir,
      SMTP_URL: server.url,
      MAIL_FROM: 'office@group.example.org',
    },
    groupId: context.group.id,
    letterId,
  }

  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = server.messages.length
    const sender = aSender(script, settings)
    await expect.poll(() => server.messages.length, { interval: 5 }).toBeGreaterThan(before + chance.below(20))
    sender.kill('SIGKILL')
    await once(sender, 'close')
  }
  await once(aSender(script, settings), 'close')

  const came = server.messages.map((text) => /^To: <([^>]*)>/m.exec(text)![1]!)
  const rows = (
    await installation.owner.query<{ address: string; state: string }>('select address, state from mailing.delivery')
  ).rows
  const uncertain = rows.filter(({ state }) => state === 'uncertain').map(({ address }) => address)
  expect(came.filter((one, at) => came.indexOf(one) !== at)).toEqual([])
  expect(rows).toHaveLength(READERS)
  expect(rows.filter(({ state }) => !['accepted', 'uncertain'].includes(state))).toEqual([])
  expect(rows.filter(({ address }) => !came.includes(address) && !uncertain.includes(address))).toEqual([])
  expect(uncertain.length).toBeLessThanOrEqual(KILLS * LINES)
  expect(uncertain.length).toBeGreaterThan(0) // or nobody was killed at work
})

function aSender(script: string, settings: SenderSettings) {
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}
