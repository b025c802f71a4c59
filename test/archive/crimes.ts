import { zstdCompressSync } from 'node:zlib'
import { sumOf } from '../../src/platform/archive/format.ts'
import type { Forgery } from './forgery.ts'

/** What changes in an honest archive, and the sentence with which it is refused. */
export type Crime = readonly [string, string, (forgery: Forgery) => Forgery | void]

export const crimes: readonly Crime[] = [
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
    (f) => (
      f.rows('platform.setting', (text) => text.replace(/^\d+/m, (number) => String(Number(number) + 1))),
      f.resum()
    ),
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
    (f) =>
      f.manifest((m) => {
        m.tables.reverse()
      }),
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
