import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { readArchive, restore, writeArchive } from '../../src/platform/archive/index.ts'
import { sumOf } from '../../src/platform/archive/format.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
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

/** What changes in an honest archive, and the sentence with which it is refused. */
type Crime = readonly [string, string, (forgery: Forgery) => Forgery | void]

const crimes: readonly Crime[] = [
  ['has no manifest', 'it has no manifest', (f) => void f.parts.shift()],
  ['has a manifest that is not JSON', 'cannot be read', (f) => void (f.find('manifest.json').bytes = Buffer.from('{'))],
  ['is something else', 'says something else', (f) => f.manifest((m) => void (m.format = 'other' as never))],
  [
    'was written in a newer format',
    'newer version of Backbench',
    (f) => f.manifest((m) => void (m.version = 2 as never)),
  ],
  [
    'knows a migration that we do not',
    'newer version of Backbench',
    (f) => (
      f.manifest((m) => void m.migrations.push({ name: '2999-01-01-0000-people.sql', hash: sumOf(Buffer.of()) })),
      f.resum()
    ),
  ],
  [
    'knows a migration otherwise',
    'built differently',
    (f) => (f.manifest((m) => void (m.migrations[0]!.hash = sumOf(Buffer.of()))), f.resum()),
  ],
  ['says more in its manifest', 'not as it should be', (f) => f.manifest((m) => void (m['run'] = 'rm -rf'))],
  [
    'has another name in its manifest',
    'its sums do not fit',
    (f) => f.manifest((m) => void (m.groups[0]!.name = 'Other')),
  ],
  [
    'has a path that climbs',
    'does not belong there',
    (f) => (f.insertAfter(f.firstFile.name, { name: '../../../etc/passwd', bytes: Buffer.from('x') }), f.resum()),
  ],
  [
    'has a path that climbs within files',
    'does not belong there',
    (f) => (
      f.insertAfter(f.firstFile.name, { name: `files/2/../1/${'a'.repeat(64)}`, bytes: Buffer.from('x') }),
      f.resum()
    ),
  ],
  [
    'has an absolute path',
    'does not belong there',
    (f) => (f.insertAfter(f.firstFile.name, { name: '/etc/passwd', bytes: Buffer.from('x') }), f.resum()),
  ],
  [
    'has a symbolic link',
    'no plain file',
    (f) =>
      f.insertAfter(f.firstFile.name, {
        name: 'files/2/link',
        bytes: Buffer.of(),
        type: 'symlink',
        linkname: '/etc/passwd',
      }),
  ],
  [
    'has a hard link',
    'no plain file',
    (f) =>
      f.insertAfter(f.firstFile.name, {
        name: 'files/2/link',
        bytes: Buffer.of(),
        type: 'link',
        linkname: '/etc/passwd',
      }),
  ],
  [
    'has a path hidden in an extended header',
    'no plain file',
    (f) => void (f.firstFile.pax = { path: '../../../etc/passwd' }),
  ],
  [
    'has a file twice',
    'does not belong there',
    (f) => (f.insertAfter(f.firstFile.name, { ...f.firstFile }), f.resum()),
  ],
  [
    'has a part twice',
    'does not belong there',
    (f) => f.insertAfter('tables/platform.group/000001.zst', { ...f.find('tables/platform.group/000001.zst') }),
  ],
  [
    'has its manifest twice',
    'does not belong there',
    (f) => f.insertAfter('manifest.json', { ...f.find('manifest.json') }),
  ],
  ['goes on after its end', 'does not belong there', (f) => void f.parts.push({ ...f.firstFile })],
  ['lacks its sums', 'cut short', (f) => void f.parts.pop()],
  ['lacks a file', 'is not in it', (f) => ((f.parts = f.parts.filter((part) => part !== f.firstFile)), f.resum())],
  ['has a file of other bytes', 'not the file its name says', (f) => (f.firstFile.bytes.write('B'), f.resum())],
  [
    'has a longer file than its record says',
    'not as long',
    (f) => ((f.firstFile.bytes = Buffer.concat([f.firstFile.bytes, Buffer.alloc(9)])), f.resum()),
  ],
  [
    'has other rows than its sums say',
    'its sums do not fit',
    (f) => f.rows('platform.setting', (text) => text.replace('c', 'd')),
  ],
  ['counts its rows otherwise', 'its sums do not fit', (f) => f.sums((s) => void (s.tables[0]!.rows += 1))],
  [
    'has rows of another group',
    'a group that it does not name',
    (f) => (f.rows('platform.setting', (text) => text.replace(/^2/m, '1')), f.resum()),
  ],
  [
    'claims another group’s name',
    'other groups than its rows hold',
    (f) => (f.manifest((m) => void (m.groups[0]!.slug = 'other')), f.resum()),
  ],
  [
    'claims another group’s host',
    'other groups than its rows hold',
    (f) => (f.manifest((m) => void (m.groups[0]!.hosts = ['x.org'])), f.resum()),
  ],
  [
    'has a table nobody knows',
    'does not know',
    (f) => (f.manifest((m) => void m.tables.push({ name: 'pg_catalog.pg_authid', columns: ['group_id'] })), f.resum()),
  ],
  [
    'has a column nobody knows',
    'does not know',
    (f) => (f.manifest((m) => void m.tables.at(-1)!.columns.push('x"; drop schema people')), f.resum()),
  ],
  ['lacks a column', 'not whole', (f) => (f.manifest((m) => void m.tables.at(-1)!.columns.pop()), f.resum())],
  ['lacks a table', 'lacks the table', (f) => (f.manifest((m) => void m.tables.pop()), f.resum())],
  [
    'has its tables in an order that cannot be',
    'does not belong there',
    (f) => f.manifest((m) => void m.tables.reverse()),
  ],
  [
    'has a value that cannot be',
    'The database refused',
    (f) => (f.rows('platform.file', (text) => text.replace(/\t\d{4}-[^\t\n]+/, '\tsoon')), f.resum()),
  ],
  [
    'breaks a rule of the database',
    'The database refused',
    (f) => (f.rows('platform.group', (text) => text.replace('Europe/London', '\\N')), f.resum()),
  ],
  [
    'ends its rows before their end',
    'The database refused',
    (f) => (f.rows('platform.setting', (text) => `${text}2\t\\.\n`), f.resum()),
  ],
  ['unpacks to more than a part may', 'does not unpack', bomb],
  [
    'unpacks to nothing known',
    'does not unpack',
    (f) => void (f.find('tables/platform.setting/000001.zst').bytes = Buffer.from('no zstd')),
  ],
  ['breaks off within a row', 'breaks off', (f) => f.rows('platform.setting', (text) => text.trimEnd())],
]

/** A gigabyte of nothing, in a few kilobytes. */
function bomb(f: Forgery): void {
  f.find('tables/platform.setting/000001.zst').bytes = zstdCompressSync(Buffer.alloc(1024 * 1024 * 1024))
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
