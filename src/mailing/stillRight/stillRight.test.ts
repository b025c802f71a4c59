import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { undrawn } from '../../../test/mailPrograms.ts'
import { anOfficer, aPerson, aReader } from '../../people/factories.ts'
import { type persons, register } from '../../people/index.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { readOutbox } from '../../platform/mail.ts'
import type { Role } from '../../platform/roles.ts'
import { writeSetting } from '../../platform/settings.ts'
import { imprintSetting } from '../../publishing/index.ts'
import { linkOf } from '../factories.ts'
import { exchange, fill } from '../sending/deliveries.ts'
import { lookForTheDead } from '../sending/run.ts'
import { sendLetter } from '../sending/sendLetter.ts'

const installation = testInstallation()
const HOME = '/office/letters/still-right'
let group: KnownGroup
let membership: Browser
const context = () => installation.context(group)
const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(text, values)).rows

beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair *Care*' })
  membership = await officer('membership')
  await context().act((a) =>
    writeSetting(a, imprintSetting, { ...imprintSetting.standard, name: 'Jo Bloggs', address: '1 High Street, Leek' }),
  )
})
async function officer(role: Role): Promise<Browser> {
  const person = await anOfficer(context(), { role, name: role, email: `${role}@example.org` })
  return signedInAs(installation, group, { ...person, strongly: true })
}
async function fromAList(name: string, basis: 'regular_contact' | 'public_office' = 'regular_contact') {
  const person = await aPerson(context(), { name, email: `${name.toLowerCase()}@example.org` })
  await context().act((a) =>
    register.bases.give(a, { personId: person.id, purpose: 'register', basis, channel: 'import', evidence: 'A list' }),
  )
  return person
}
/** Decided, and its five minutes over. Gives the letter's id. */
async function decided(): Promise<string> {
  await membership.post(`${HOME}/sending`)
  const [{ id }] = (await ask<{ id: string }>(
    `update mailing.letter set send_at = now() - interval '1 second' where state = 'scheduled' returning id`,
  )) as [{ id: string }]
  return id
}
async function handedOver(id: string): Promise<void> {
  while (await sendLetter(context(), id)) await Promise.resolve()
}
async function asked(): Promise<string> {
  const id = await decided()
  await handedOver(id)
  return id
}
const readers = async () =>
  (await ask<{ address: string }>('select address from mailing.delivery where attempts > 0 order by 1')).map(
    ({ address }) => address.split('@')[0],
  )
const reached = async (purpose: 'newsletter' | 'still_right') =>
  (
    await context().read((tx) =>
      tx.selectFrom('people.reachable').select('email').where('purpose', '=', purpose).execute(),
    )
  ).map(({ email }) => email.split('@')[0])
const linkTo = (letter: string, { id }: Pick<persons.Person, 'id'>) =>
  linkOf(context(), { letter, reader: id, purpose: 'still-right' })
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('whoever came with a list and said nothing is asked once in their life, whatever is pressed', async () => {
  const ann = await fromAList('Ann')
  await fromAList('Peer', 'public_office')
  await aReader(context(), { email: 'reader@example.org' })
  const no = await fromAList('No')
  await context().act((a) => register.bases.object(a, { personId: no.id, purpose: 'campaigns', channel: 'paper' }))
  expect(plain(await (await membership.get(HOME)).text())).toMatch(/1 person came with a list/)

  const letter = await asked()
  await fromAList('Ben')
  await asked()

  expect(await readers()).toEqual(['ann', 'ben'])
  expect(await reached('still_right')).toEqual([])
  expect((await membership.post(`${HOME}/sending`)).status).toBe(409)
  const ledger = await ask(`select ended_because from people.basis where purpose = 'still_right' and person_id = $1`, [
    ann.id,
  ])
  expect(ledger).toEqual([{ ended_because: 'used' }])
  await ask(`update mailing.delivery set state = 'uncertain'`)
  const chair = await officer('chair')
  const again = await ask<{ id: string }>('select id from mailing.delivery where letter_id = $1', [letter])
  expect((await chair.post(`/office/letters/${letter}/uncertain`, { delivery: again[0]!.id })).status).not.toBe(303)
  expect((await ask(`select 1 from mailing.delivery where state = 'waiting'`)).length).toBe(0)
})

test('whoever was being asked when the program was killed may have been asked, and is not asked again', async () => {
  await fromAList('Ann')
  await fromAList('Ben')
  const id = await decided()
  await context().act((a) => fill(a, id))
  const killed = { letterId: id, run: randomUUID(), results: [], want: 1, domain: 'example.org' }
  await context().act((a) => exchange(a, killed)) // nobody holds its lock
  expect((await reached('still_right')).length).toBe(2)

  await lookForTheDead(context())

  expect((await reached('still_right')).length).toBe(1)
  await handedOver(id)
  expect(await reached('still_right')).toEqual([])
  expect(await ask('select state from mailing.delivery order by state')).toEqual([
    { state: 'accepted' },
    { state: 'uncertain' },
  ])
})

test('each mail program draws it, but for extras that nobody misses, and the office offers no copy of it', async () => {
  await fromAList('Ann')
  const id = await asked()

  const [letter] = await ask<{ html: string }>('select html from mailing.letter where id = $1', [id])
  const list = await (await (await officer('editor')).get('/office/letters')).text()

  expect(undrawn(letter!.html)).toEqual([])
  expect(list).toContain(id)
  expect(list).not.toContain(`/${id}/copy`)
})

test('the database itself refuses to ask somebody twice', async () => {
  const ann = await fromAList('Ann')
  await asked()
  const insert = context().act(async (a) => {
    await a.tx
      .updateTable('people.basis')
      .set({ until_at: null, ended_because: null })
      .where('purpose', '=', 'still_right')
      .execute()
    const { id } = await a.tx
      .insertInto('mailing.letter')
      .values({
        group_id: group.id,
        kind: 'still_right',
        subject: 'x',
        html: 'x',
        plain: 'x',
        state: 'sending',
        send_at: a.at,
        made_at: a.at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await a.tx
      .insertInto('mailing.delivery')
      .values({ group_id: group.id, letter_id: id, person_id: ann.id, address: 'ann@example.org', next_at: a.at })
      .execute()
  })

  await expect(insert).rejects.toThrow('nobody is asked twice')
})

test('opening a link says nothing; a yes is kept with its exact words, and a no stands against every list', async () => {
  const [ann, ben] = [await fromAList('Ann'), await fromAList('Ben')]
  const letter = await asked()
  const visitor = visitorOf(installation, group)
  const [annLink, benLink] = [await linkTo(letter, ann), await linkTo(letter, ben)]
  const copy = (await readOutbox(installation.services.config)).findLast(({ text }) =>
    text.includes('<ann@example.org>'),
  )!
  expect(copy.text.replaceAll('=\r\n', '')).toContain(`${annLink}?say=3Dyes`)

  for (const end of ['?say=yes', '?say=no', '']) await visitor.get(annLink + end)
  const unsaid = [await reached('newsletter'), await ask('select 1 from people.objection')]
  const yes = await visitor.follow(await visitor.post(annLink, { answer: 'yes' }))
  await visitor.post(benLink, { answer: 'no' })

  expect(unsaid).toEqual([[], []])
  expect(await yes.text()).toContain('Your yes is kept')
  expect(await reached('newsletter')).toEqual(['ann'])
  const [basis] = await context().read(async (tx) =>
    (await register.bases.ledger(tx, ann.id)).filter(({ purpose }) => purpose === 'newsletter'),
  )
  expect(basis).toMatchObject({
    basis: 'consent',
    channel: 'email',
    wording: register.stillRight.wordsOfYes(group.name),
  })
  expect(await (await visitor.get(annLink)).text()).toContain(register.stillRight.wordsOfYes(group.name))
  const noes = await context().read((tx) => register.bases.objections(tx, ben.id))
  expect(noes.map(({ purpose }) => purpose).toSorted()).toEqual(
    ['campaigns', 'introductions', 'newsletter', 'notices', 'still_right'].toSorted(),
  )
  expect(plain(await (await membership.get(HOME)).text())).toMatch(/Asked 2 .*Yes 1 .*No 1 /)
  expect((await visitor.post(`${annLink.slice(0, -3)}xyz`, { answer: 'no' })).status).toBe(404)
})

test('one click of a mail program is a no to all of it', async () => {
  const ann = await fromAList('Ann')
  const letter = await asked()

  await visitorOf(installation, group).post(await linkOf(context(), { letter, reader: ann.id }), {
    'List-Unsubscribe': 'One-Click',
  })

  expect((await context().read((tx) => register.bases.objections(tx, ann.id))).length).toBe(5)
})

test('it is called back within five minutes, serves again, and is nobody else’s to send', async () => {
  await fromAList('Ann')
  const editor = await officer('editor')
  expect([(await editor.get(HOME)).status, (await editor.post(`${HOME}/sending`)).status]).toEqual([403, 403])

  await membership.post(`${HOME}/sending`)
  await membership.post(`${HOME}/recall`)
  expect(await ask('select state, kind from mailing.letter')).toEqual([{ state: 'draft', kind: 'still_right' }])
  await asked()

  expect(await readers()).toEqual(['ann'])
})
