import { posix } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { unzip } from '../../../test/unzip.ts'
import { OURS } from '../../../test/catalogue.ts'
import { aPerson } from '../../people/factories.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { makeZip } from '../../platform/zipFile.ts'
import { aComment, aPost, aText } from '../../publishing/factories.ts'
import { slices } from '../../slices.ts'
import { fromMarkdown } from '../../writing/index.ts'
import { loadSample } from '../sample/index.ts'
import { packGroup } from './groupExport.ts'

const installation = testInstallation()

/** Everything of a group, file by file, as it lies in the zip. */
async function unpacked(context: GroupContext): Promise<ReadonlyMap<string, Buffer>> {
  const at = new Date()
  const wish = { slices, reason: 'To see what is in it', at }
  return unzip(await makeZip({ at, fill: (pack) => packGroup(context, wish, pack) }, buffer))
}

const textsIn = (files: ReadonlyMap<string, Buffer>, ending: string) =>
  [...files].filter(([name]) => name.endsWith(ending)).map(([name, bytes]) => [name, bytes.toString()] as const)
const addressesIn = (html: string) => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address!)
/** The rows of a CSV file (RFC 4180) without its head, each a list of cells. */
function rowsIn(csv: Buffer): string[][] {
  const [, ...rows] = csv
    .toString()
    .replace(/^\ufeff/, '')
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter((row) => row !== '')
    .map((row) =>
      [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
      ),
    )
  return rows
}
const jsonOf = (files: ReadonlyMap<string, Buffer>, table: string) =>
  JSON.parse(files.get(`tables/${table}.json`)!.toString()) as Record<string, unknown>[]

test('everything of the sample group opens from a folder: each link within it leads to a file, and no script runs', async () => {
  const { group } = await loadSample(installation.services)

  const files = await unpacked(installation.context(group))

  const pages = textsIn(files, '.html')
  const index = files.get('index.html')!.toString()
  const inside = pages.flatMap(([name, html]) =>
    addressesIn(html)
      .filter((address) => !/^(?:[a-z]+:|#)/.test(address))
      .map((address) => posix.join(posix.dirname(name), address.replace(/#.*$/, ''))),
  )
  expect(inside.filter((place) => !files.has(place))).toEqual([])
  expect(pages.filter(([, html]) => /<script|javascript:|\son\w+=|="\/|url\(/i.test(html))).toEqual([])
  for (const [name] of files)
    if (!/^(?:index\.html|style\.css|README\.txt)$/.test(name)) expect(index, name).toContain(`href="${name}"`)
  expect(pages.length).toBeGreaterThan(20)
  expect([...files.keys()].filter((name) => name.startsWith('files/')).length).toBeGreaterThan(3)
  expect(inside.filter((place) => place.startsWith('posts/')).length).toBeGreaterThan(20)
  expect(inside.filter((place) => place.startsWith('files/')).length).toBeGreaterThan(6)
  const rows = await installation.owner.query('select count(*)::int as n from publishing.comment')
  expect(jsonOf(files, 'comments')).toHaveLength(rows.rows[0].n)
  expect(rowsIn(files.get('tables/comments.csv')!)).toHaveLength(rows.rows[0].n)
  expect(files.get('README.txt')!.toString()).toContain('Why it was made: To see what is in it')
})

test('no table of any slice is forgotten: each is given, or stays behind for a reason', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const { rows } = await installation.owner.query<{ name: string }>(
    `select nspname || '.' || relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and ${OURS} and nspname <> 'bookkeeping' order by 1`,
  )

  const told = await context.read(async (tx) => {
    const all = await Promise.all(slices.map(({ exports }) => exports!(tx, group)))
    return new Set(
      all.flatMap(({ tables, leftBehind }) => [...tables.flatMap(({ from }) => from), ...Object.keys(leftBehind)]),
    )
  })

  expect(rows.map(({ name }) => name).filter((name) => !told.has(name))).toEqual(['platform.group', 'platform.host'])
})

test('what a spreadsheet would take for a formula is only text, and numbers stay numbers', async () => {
  const context = installation.context(await aGroup(installation))
  const post = await aPost(context, { title: '=cmd|"/c calc"!A1' })
  for (const body of ['@SUM(A1)', '+44 20', '-1+1', '\t=1', ' =1', '\uff1d1', '-12', 'fine, "quoted"\nand on'])
    await aComment(context, { entryId: post.id, author: body, body })

  const files = await unpacked(context)

  const csv = files.get('tables/comments.csv')!
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const words = rowsIn(csv).map((row) => row[9])
  expect(words).toEqual(["'@SUM(A1)", "'+44 20", "'-1+1", "'\t=1", "' =1", "'\uff1d1", '-12', 'fine, "quoted"\nand on'])
  expect(jsonOf(files, 'comments').map((row) => row['Words'])).toContain('@SUM(A1)')
})

test('hostile words, addresses that climb and names that clash do no harm', async () => {
  const context = installation.context(await aGroup(installation))
  const nasty = '<script>alert(1)</script>" onload="x'
  const first = await aPost(context, { title: nasty, slug: 'rain', body: aText(nasty) })
  await aPost(context, { title: 'Rain', slug: 'RAIN', published: false })
  await aPost(context, {
    title: 'x'.repeat(300),
    slug: 'y'.repeat(80),
    body: fromMarkdown(
      `[a](${first.path}#b) [c](/category/none/) [d](/../../etc/passwd) [e](/-within-this-export-/x) [f](#top)`,
    ),
  })
  await aPerson(context, { name: nasty })
  await aComment(context, { entryId: first.id, author: nasty, body: nasty })

  const files = await unpacked(context)

  const pages = textsIn(files, '.html')
  expect(pages.filter(([, html]) => /<script|" onload=/.test(html))).toEqual([])
  expect(new Set([...files.keys()].map((name) => name.toLowerCase())).size).toBe(files.size)
  const long = pages.find(([name]) => name.includes('yyyy'))!
  expect(Buffer.byteLength(long[0])).toBeLessThan(100)
  const home = `http://${context.group.slug}.localhost:3000`
  expect(addressesIn(long[1]).slice(2)).toEqual([
    '../posts/rain.html#b',
    `${home}/category/none/`,
    `${home}/../../etc/passwd`,
    `${home}/-within-this-export-/x`,
    '#top',
  ])
})

test('a group’s export holds nothing of another group', async () => {
  const [ours, theirs] = [
    installation.context(await aGroup(installation)),
    installation.context(await aGroup(installation)),
  ]
  await aPost(ours, { title: 'Ours alone' })
  await aPost(theirs, { title: 'Theirs alone' })
  await aPerson(theirs, { name: 'Thea Theirs' })

  const files = await unpacked(ours)

  const all = [...files.values()].map(String).join('\n')
  expect(all).toContain('Ours alone')
  expect(all).not.toMatch(/Theirs/)
})
