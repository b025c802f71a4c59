import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDoors } from '../people/doors.ts'
import { askOwner } from '../people/database.ts'
import { command, commandJson } from '../program.ts'
import { strongly } from '../signingIn.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { CHAIR } from '../people/officers.ts'
import { beginLetter, decide, deliveriesOf, idOf, minutesPass, says, untilSent } from './post.ts'
import type { Sink } from './sink.ts'

const NEVER_ASKED = 'una.asked@example.org'

/** Somebody who never said yes to newsletters gets none: not by a page, a command, an import, nor by the program's own role in the database. */
export async function noConsentNoLetter(scene: Scene, group: Trial, sink: Sink): Promise<void> {
  const { walk, terminal, folder } = scene
  const list = join(folder, 'list.csv')
  await writeFile(list, `Name,Email\nUna Asked,${NEVER_ASKED}\n`)
  await commandJson(terminal, ['import', 'members', list, '--group', group.slug])
  walk.saw('import: somebody came in by a list that has no proof of a yes')
  const context = await strongly(scene, group, CHAIR)
  const page = context.pages()[0]!
  const letter = await beginLetter(page, group.address, { subject: 'For everybody' })
  await page.goto(`${letter}/audience`)
  await says(page, /have not said yes to newsletters/i, 'the audience lists who has not said yes')
  await decide(page, letter)
  await minutesPass(terminal, letter)
  await untilSent(terminal, letter)
  const sent = (await deliveriesOf(terminal, letter)).map(({ address }) => address)
  expect(
    sent.length > 5 && !sent.includes(NEVER_ASKED) && !sink.taken().includes(NEVER_ASKED),
    `${NEVER_ASKED} got none of the ${sent.length} letters`,
  )
  walk.saw(`page: a letter to everybody went to ${sent.length}; not to them, and no button sends it to them`)
  const { stdout } = await command(terminal, ['help'])
  const commands = stdout.split('\n').filter((line) => /^ {2}mail /.test(line))
  expectSame(commands.length, 3, `Commands of mail: ${commands.join()}`)
  walk.saw(`commands: ${commands.map((line) => line.trim().split(/ {2,}/)[0]).join('; ')}: none of them sends a letter`)
  await byDatabase(scene, group, letter)
  await context.close()
}

/** The role by which the program works in the database: a row for somebody who may not be written to is refused, whoever makes it. */
async function byDatabase({ walk, terminal }: Scene, { slug }: Trial, letter: string): Promise<void> {
  const id = idOf(letter)
  await askOwner(terminal, `update mailing.letter set state = 'sending', ended_at = null where id = $1`, [id])
  const doors = await openDoors(terminal)
  try {
    const { group } = doors.context(slug)
    const client = await doors.installation.services.pool.connect()
    const said = await client
      .query(
        `begin; set local app.group_id = ${group.id};
         insert into mailing.delivery (group_id, letter_id, person_id, address, next_at)
         select group_id, '${id}', id, email, now() from people.person where email = '${NEVER_ASKED}'; commit`,
      )
      .then(
        () => 'done',
        (error: Error) => error.message,
      )
    client.release(true)
    expectSame(said, 'a delivery goes only to whom this kind of letter may reach', 'What the database says')
    walk.saw(`the app’s role in the database: “${said}”`)
  } finally {
    await doors.installation.close()
    await askOwner(terminal, `update mailing.letter set state = 'sent', ended_at = now() where id = $1`, [id])
  }
}
