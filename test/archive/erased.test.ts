import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { erasePerson, findPersons } from '../../src/erasing.ts'
import { noteBroughtBack, restore, writeArchive } from '../../src/platform/archive/index.ts'
import { aPerson } from '../../src/people/factories.ts'
import { work } from '../../src/serve.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { aFolder, placeOf } from './places.ts'

const here = testInstallation()
const there = testInstallation()

test('a person erased since is erased again when an older archive is restored, from the list beside it', async () => {
  const group = await aGroup(here, { slug: 'forum' })
  const context = here.context(group)
  const [ruth, ivor] = [await aPerson(context, { name: 'Ruth Amory' }), await aPerson(context, { name: 'Ivor Lane' })]
  const folder = aFolder()
  const older = await writeArchive(placeOf(here), { folder })
  await context.act((act) => erasePerson(act, ruth.id, here.services.secret))
  await writeArchive(placeOf(here), { folder }) // brings the list beside the archives up to date

  await restore({ ...placeOf(there), atTheEnd: noteBroughtBack(older.path, findPersons) }, { file: older.path })
  const before = await names()
  await there.services.groups.load()
  await eraseAgain(older.groups)

  expect(before).toEqual(['Ivor Lane', 'Ruth Amory'])
  expect(await names()).toEqual(['Erased', 'Ivor Lane'])
  const list = JSON.parse(await readFile(join(folder, 'erased.json'), 'utf8')) as { erased: { person: string }[] }
  expect(list.erased.map(({ person }) => person)).toEqual([ruth.id])
  expect(ivor.id).not.toBe(ruth.id)
})

test('an archive of one group is not accompanied by the erased of another', async () => {
  const [one, other] = [await aGroup(here, { slug: 'one' }), await aGroup(here, { slug: 'other' })]
  const [ruth, ivor] = [await aPerson(here.context(one)), await aPerson(here.context(other))]
  await here.context(one).act((act) => erasePerson(act, ruth.id, here.services.secret))
  await here.context(other).act((act) => erasePerson(act, ivor.id, here.services.secret))
  const folder = aFolder()

  await writeArchive(placeOf(here), { folder, slug: 'one' })

  const list = await readFile(join(folder, 'erased.json'), 'utf8')
  expect([list.includes(ruth.id), list.includes(ivor.id)]).toEqual([true, false])
})

test('an installation remembers whom it erased, and a copy of the group forgets them too', async () => {
  const group = await aGroup(here, { slug: 'forum' })
  const context = here.context(group)
  const ruth = await aPerson(context, { name: 'Ruth Amory' })
  const older = await writeArchive(placeOf(here), { folder: aFolder() })
  await context.act((act) => erasePerson(act, ruth.id, here.services.secret))

  const place = { ...placeOf(here), atTheEnd: noteBroughtBack(older.path, findPersons) }
  const { groups } = await restore(place, { file: older.path, slug: 'forum', as: 'copy' })

  const { rows } = await here.owner.query(
    'select group_id, due from platform.erasure where person_id = $1 order by 1',
    [ruth.id],
  )
  expect(rows).toEqual([
    { group_id: group.id, due: false },
    { group_id: groups[0]!.id, due: true },
  ])
})

/** What the command does after a restore, and the clock soon after one that was killed. */
async function eraseAgain(groups: number): Promise<void> {
  expect(there.services.groups.all).toHaveLength(groups)
  const { job } = work.timetable.find((timed) => timed.job.name === 'platform.erase_again')!
  for (const group of there.services.groups.all) await job.run(there.context(group), {})
}

async function names(): Promise<string[]> {
  const { rows } = await there.owner.query<{ name: string }>('select name from people.person order by name')
  return rows.map(({ name }) => name)
}
