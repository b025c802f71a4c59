import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer, aPerson } from '../../people/factories.ts'
import { send } from '../../platform/letters.ts'
import { readOutbox } from '../../platform/mail.ts'
import type { GroupContext } from '../../platform/slice.ts'
import type { Role } from '../../platform/roles.ts'
import { handOver } from './handingOver.ts'
import { noteReader } from './handedLetters.ts'

const installation = testInstallation()
const HERE = '/office/letters/uncertain'
let context: GroupContext
let chair: Browser

beforeEach(async () => {
  context = installation.context(await aGroup(installation))
  chair = await officer('chair')
})
async function officer(role: Role, strongly = true): Promise<Browser> {
  const person = await anOfficer(context, { role, name: role, email: `${role}@example.org` })
  return signedInAs(installation, installation.services.groups.byId(context.group.id)!, { ...person, strongly })
}
const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(text, values)).rows

/** Its program died while it was handed over. */
async function leftByADeadProgram(to: string, subject = 'Your copy'): Promise<string> {
  await context.act((act) => send(act, { kind: 'service', to, subject, body: 'Secret words' }))
  const [{ id }] = (await ask<{ id: string }>(
    `update platform.letter set state = 'handing_over', attempts = 1, handed_at = now() where state = 'waiting' returning id`,
  )) as [{ id: string }]
  await context.act((act) => noteReader(act, { id, to, secret: context.services.secret }))
  await handOver.run(context, { letter: id }) // what the next start does with the job
  return id
}
const stateOf = async (id: string) =>
  (
    await ask<{ state: string; body: string | null; to_address: string | null }>(
      'select state, body, to_address from platform.letter where id = $1',
      [id],
    )
  )[0]
const page = async () => (await chair.get(HERE)).text()
const decide = (which: string, what: string, by = chair) => by.post(HERE, { which, what })

test('officers read on Today of a letter that may not have arrived, and whom it was for, but not its words', async () => {
  const ann = await aPerson(context, { name: 'Ann Price', email: 'ann@example.org' })
  expect(await page()).toContain('Of every letter it is known')
  await leftByADeadProgram('ann@example.org')
  await leftByADeadProgram('stranger@example.org', 'Confirm your comment')

  expect(await (await chair.get('/office')).text()).toContain('2 letters to one person may not have arrived')
  const shown = await page()
  expect(shown).toContain(`<a href="/office/register/${ann.id}">Ann Price</a>`)
  for (const words of ['Your copy', 'Confirm your comment', 'stranger@example.org']) expect(shown).toContain(words)
  expect(shown).not.toContain('Secret words')
})

test('by an officer’s word it is sent again, once, or settled, and then nothing of it is kept', async () => {
  const [again, settled] = [await leftByADeadProgram('ann@example.org'), await leftByADeadProgram('ben@example.org')]

  await decide(again, 'again')
  await decide(again, 'again')
  await decide(settled, 'settled')
  await handOver.run(context, { letter: again })

  const outbox = await readOutbox(context.services.config)
  expect(outbox).toHaveLength(1)
  expect(outbox[0]!.text).toContain('To: <ann@example.org>')
  for (const id of [again, settled])
    expect(await stateOf(id)).toEqual({ state: 'accepted', body: null, to_address: null })
  expect(await page()).not.toContain('Send again')
})

test('nobody decides but who sends letters, sees the register and signed in by two things', async () => {
  const id = await leftByADeadProgram('ann@example.org')

  for (const by of [await officer('editor'), await officer('secretary', false)]) {
    expect((await by.get(HERE)).status).not.toBe(200)
    await decide(id, 'settled', by)
  }
  expect((await decide(id, 'burn')).status).toBe(422)

  expect(await stateOf(id)).toMatchObject({ state: 'uncertain' })
})
