import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readArchive, restore, writeArchive } from '../../src/platform/archive/index.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { crimes } from './crimes.ts'
import { Forgery } from './forgery.ts'
import { oneFolder, placeOf } from './places.ts'

const here = testInstallation({ emptied: 'once' })
const there = testInstallation()
const folder = oneFolder()
let honest: string

/** Two groups with a file, a setting and a journal each; the second one is archived alone. */
beforeAll(async () => {
  for (const slug of ['harbour', 'meadow']) {
    const group = await aGroup(here, { slug, hosts: [`${slug}.example.org`] })
    const context = here.context(group)
    const stored = await context.services.files.store(group.id, one(`A leaflet of the ${slug}.`), 1000)
    await context.act(async ({ tx, at }) => {
      await tx
        .insertInto('platform.file')
        .values({ group_id: group.id, ...stored, media_type: 'text/plain', stored_at: at })
        .execute()
      await tx.insertInto('platform.setting').values({ group_id: group.id, name: 'a.b', value: '"c"' }).execute()
    })
  }
  honest = (await writeArchive(placeOf(here), { folder, slug: 'meadow' })).path
})

async function* one(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

test.each(crimes)('an archive that %s is refused in one sentence, and nothing changes', async (_, sentence, commit) => {
  const forgery = await Forgery.of(honest)
  commit(forgery)
  const path = await forgery.write(folder)

  const refused = await restore(placeOf(there), { file: path }).catch((error: unknown) => error)

  expect(refused).toBeInstanceOf(Refusal)
  expect((refused as Refusal).message).toContain(sentence)
  expect((refused as Refusal).message.split(/[.!?] /)).toHaveLength(1)
  await nothingChanged()
})

test('an archive cut short anywhere is refused', async () => {
  const whole = await readFile(honest)
  const ends = [
    0,
    1,
    511,
    512,
    513,
    5000,
    ...Array.from({ length: 20 }, (_, i) => Math.floor((whole.length * i) / 20)),
    whole.length - 1200,
  ]
  for (const end of ends) {
    await writeFile(join(folder, 'cut.tar'), whole.subarray(0, end))

    await expect(readArchive(join(folder, 'cut.tar')), `cut at ${end}`).rejects.toThrow(Refusal)
  }
})

test('one altered byte in anything an archive holds is noticed', async () => {
  const whole = await readFile(honest)
  const { parts } = await Forgery.of(honest)
  for (const { bytes, name } of parts.filter((part) => part.bytes.length)) {
    const at = whole.indexOf(bytes) + Math.floor(bytes.length / 2)
    const altered = Buffer.from(whole)
    altered[at] = altered[at]! ^ 1
    await writeFile(join(folder, 'altered.tar'), altered)

    await expect(readArchive(join(folder, 'altered.tar')), `${name}, byte ${at}`).rejects.toThrow(Refusal)
  }
})

test('a file that is no archive, or not there, is refused in a sentence', async () => {
  await writeFile(join(folder, 'letter.tar'), 'Dear all,\n'.repeat(1000))

  await expect(restore(placeOf(there), { file: join(folder, 'letter.tar') })).rejects.toThrow(
    'not an archive of Backbench',
  )
  await expect(restore(placeOf(there), { file: join(folder, 'none.tar') })).rejects.toThrow('There is no such file.')
  await expect(restore(placeOf(there), { file: folder })).rejects.toThrow('cannot be read (EISDIR)')
})

test('the honest one, of which all of these were made, is restored', async () => {
  const { groups } = await restore(placeOf(there), { file: honest })

  expect(groups).toMatchObject([{ slug: 'meadow', hosts: ['meadow.example.org'] }])
})

async function nothingChanged(): Promise<void> {
  const { rowCount } = await there.owner.query('select from platform.group')
  expect(rowCount).toBe(0)
  const files = dirname(dirname(there.services.files.path(1, 'x')))
  expect((await readdir(files).catch(() => [])).filter((name) => name !== '.restoring.tmp')).toEqual([])
  await rm(files, { recursive: true, force: true })
}
