import { sql } from 'kysely'
import { persons } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue, type Job } from '../../platform/jobs.ts'
import { senderDomain, senderOf } from '../../platform/mail.ts'
import { homeOf } from '../../platform/origin.ts'
import { limit } from '../../platform/rate.ts'
import type { GroupContext } from '../../platform/slice.ts'
import type { Reply } from '../../platform/smtpLine.ts'
import { composer } from '../sending/composing.ts'
import { writtenAddress } from '../sending/headers.ts'
import { handAlone, signerOf } from '../sending/outgoing.ts'
import { serverWords } from '../sending/serverWords.ts'
import { composed, htmlOf, plainOf } from './composed.ts'
import { findLetter } from './letter.ts'

const sendTestCopy: { readonly name: string } = { name: 'mailing.send_test_copy' }

/** Puts a copy of a letter, as it is now, on its way to whoever asks. */
export async function ask(act: Act, letterId: string): Promise<void> {
  const personId = act.by.personId!
  await findLetter(act.tx, letterId)
  await limit(act, { key: `test copy ${personId}`, times: 20, minutes: 60 })
  const { rows } = await sql<{ id: string }>`
    insert into mailing.test_copy (group_id, letter_id, person_id, asked_at)
    values (${act.group.id}, ${letterId}, ${personId}, ${act.at}) returning id`.execute(act.tx)
  await enqueue(act, { job: sendTestCopy, payload: { copy: rows[0]!.id } })
}

/** The address to which an officer's copies go; null when they have none. */
export const addressOf = async (tx: Tx, personId: string | null): Promise<string | null> =>
  (personId && (await persons.find(tx, personId))?.email) || null

interface Copy {
  readonly letterId: string
  readonly name: string
  readonly email: string
}

/** Hands one copy over. It is claimed first: if the program dies meanwhile, the officer asks again, and nothing repeats itself. */
export const testCopyJob: Job<{ copy: string }> = {
  ...sendTestCopy,
  async run(context, { copy: id }) {
    const copy = await context.act(({ tx }) => claim(tx, id))
    if (!copy) return
    const { outcome, said } = await hand(context, id, copy)
    const state = outcome === 'taken' ? 'accepted' : 'refused'
    await context.act(({ tx }) =>
      sql`update mailing.test_copy set state = ${state}, said = ${serverWords(said, copy.email)} where id = ${id}`.execute(
        tx,
      ),
    )
  },
}

async function claim(tx: Tx, id: string): Promise<Copy | undefined> {
  const { rows } = await sql<{ letterId: string; personId: string }>`
    update mailing.test_copy set state = 'handing_over' where id = ${id} and state = 'waiting'
    returning letter_id as "letterId", person_id as "personId"`.execute(tx)
  const [row] = rows
  const person = row && (await persons.find(tx, row.personId))
  return person?.email ? { letterId: row!.letterId, name: person.name, email: person.email } : undefined
}

async function hand(context: GroupContext, id: string, copy: Copy): Promise<Reply> {
  const to = writtenAddress(copy.email)
  const message = to && (await messageFor(context, id, copy))
  return handAlone(context, message ? { from: senderOf(context.services.config), to, message } : null, id)
}

/** Its links for readers lead to the office, because it is nobody's delivery. */
async function messageFor(context: GroupContext, id: string, copy: Copy): Promise<Buffer | null> {
  const { services, read } = context
  const group = services.groups.byId(context.group.id)!
  const [home, address, at] = [homeOf(services, group), senderOf(services.config), new Date()]
  const ready = await read(async (tx) => composed(tx, await findLetter(tx, copy.letterId), { group, home, at }))
  const here = `${home}/office/letters/${copy.letterId}/look`
  const words = { name: copy.name, unsubscribe: here, preferences: here, answers: here }
  const compose = composer(
    { subject: `Test: ${ready.frame.subject}`, html: htmlOf(ready), plain: plainOf(ready) },
    { name: group.name, address, home },
  )
  const messageId = `${id}@${senderDomain(services.config)}`
  const message = compose({ address: copy.email, messageId, words, at })
  return message && (await signerOf(context))(message, at)
}
