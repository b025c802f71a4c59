import { setTimeout as sleep } from 'node:timers/promises'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { ask, page as pageAt } from '../asking.ts'
import { narrow, shoot, someone } from '../browser.ts'
import { talkedPost } from '../complete/comments.ts'
import { lettersTo, linkIn, nextLetter } from '../outbox.ts'
import { commandJson, type Terminal } from '../program.ts'
import { signInByCode, strongly } from '../signingIn.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { addressesOf } from '../website/sitemap.ts'
import { askOwner, tablesOf } from './database.ts'
import { CHAIR, SECRETARY } from './officers.ts'

const COMMENT = 'I have kept the tide tables since 1987 and could lend them.'

interface Gone {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly address: string | null
}

/**
 * A member asks to be deleted; one officer asks, another agrees, and it is done. Then every row of every table and every file is
 * searched, as owner, and every page of the website. Needs the sample group.
 */
export async function erasing(scene: Scene, group: Trial): Promise<void> {
  const person = await somebodyWithMuch(scene, group)
  const traces = tracesOf(person)
  const visitor = await (await someone(scene.browser, { viewport: narrow })).newPage()
  const secretary = await strongly(scene, group, SECRETARY)
  const chair = await strongly(scene, group, CHAIR)
  await leaveTraces(scene, group, { person, visitor, secretary })
  await askToGo(scene, group, { person, visitor, secretary })
  const archive = (await commandJson(scene.terminal, ['archive', '--to', join(scene.folder, 'before-erasure')])) as {
    path: string
  }
  const before = await search(scene, traces)
  expect(before.tables.length > 3, `${person.id} is found in many tables: ${before.tables.join()}`)
  expect((await onWebsite(scene, group, traces)).length > 0, 'the comment stands on the website')
  const stays = await erase(scene, group, { person, secretary, chair })
  await nothingLeft(scene, group, { person, traces, stays })
  await notInArchive(scene, group, { archive: archive.path, traces })
  for (const { context } of [{ context: visitor.context() }, { context: secretary }, { context: chair }])
    await context.close()
}

/** The member of the sample group of whom most is held. */
async function somebodyWithMuch({ walk, terminal }: Scene, { slug }: Trial): Promise<Gone> {
  const [found] = await askOwner<Gone & { rows: number }>(
    terminal,
    `select p.id, p.name, p.email, p.phone, p.address,
       ((select count(*) from people.note n where n.person_id = p.id) * 5 + (select count(*) from people.part_member m where m.person_id = p.id) * 3
        + (select count(*) from people.hat h where h.person_id = p.id) + (select count(*) from people.person_topic t where t.person_id = p.id))::int as rows
     from people.person p join platform.group g on g.id = p.group_id
     where g.slug = $1 and p.kind = 'member' and p.status = 'current' and p.email is not null
       and not exists (select 1 from people.role_held h where h.person_id = p.id)
     order by rows desc, p.id limit 1`,
    [slug],
  )
  expect(found, 'the sample group has a member')
  walk.saw('a member with notes, groups, interests and hats is chosen from the sample group')
  return found
}

/** How anybody would look for them: name both ways round, address, number. */
function tracesOf({ name, email, phone, address }: Gone): RegExp {
  const [first, ...rest] = name.split(' ')
  const words = [name, `${rest.join(' ')}, ${first}`, email, phone, address?.split('\n')[0], COMMENT]
  return new RegExp(
    words
      .filter((word): word is string => Boolean(word))
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('|'),
    'i',
  )
}

interface Sitting {
  readonly person: Gone
  readonly visitor: Page
  readonly secretary: BrowserContext
}

/** A comment on the website, a note on the record, and a letter. */
async function leaveTraces(scene: Scene, { address }: Trial, { person, visitor, secretary }: Sitting): Promise<void> {
  const path = await talkedPost(address)
  const { length } = await lettersTo(scene.terminal, person.email)
  await visitor.goto(address + path)
  await visitor.getByLabel('Your comment').fill(COMMENT)
  await visitor.getByLabel('Your name').fill(person.name)
  await visitor.getByLabel('Your email address').fill(person.email)
  await visitor.getByRole('button', { name: 'Send the comment' }).click()
  await visitor.goto(linkIn(await nextLetter(scene.terminal, person.email, length), '/comments/confirm/'))
  await visitor.getByRole('button', { name: 'Confirm the comment' }).click()
  const office = secretary.pages()[0]!
  await office.goto(`${address}/office/comments`)
  await office
    .getByRole('listitem')
    .filter({ hasText: COMMENT })
    .getByRole('button', { name: /^Approve/ })
    .click()
  expect((await pageAt(address + path)).includes(COMMENT), 'the comment is on the page')
  await office.goto(`${address}/office/register/${person.id}/notes`)
  await office.getByLabel('What should be remembered').fill(`${person.name} lent us the tide tables.`)
  await office.getByRole('button', { name: 'Keep the note' }).click()
  scene.walk.saw('they commented under their own name, and the secretary wrote a note that names them')
}

async function askToGo(scene: Scene, { address }: Trial, { visitor: page, person: { email } }: Sitting): Promise<void> {
  await signInByCode(scene, page, { address, email })
  await page.goto(`${address}/my/requests`)
  await page.goto(`${address}/my/requests/new/erasure`)
  await shoot(scene.walk, page, 'ask-to-be-deleted')
  await page.setViewportSize(narrow)
  await page.getByRole('button', { name: 'Ask to be deleted' }).click()
  expect(
    /by \d+ \w+ \d{4}|within/.test(await page.locator('body').innerText()),
    'they are told by when they get an answer',
  )
  scene.walk.saw('the member asked on a phone to be deleted, and was told by when there is an answer')
}

interface Officers {
  readonly person: Gone
  readonly secretary: BrowserContext
  readonly chair: BrowserContext
}

/** Gives what the trial run said must stay. */
async function erase(
  { walk }: Scene,
  { address }: Trial,
  { person, secretary, chair }: Officers,
): Promise<readonly string[]> {
  const path = `${address}/office/requests/erasures/${person.id}`
  const [one, other] = [secretary.pages()[0]!, chair.pages()[0]!]
  await one.goto(`${address}/office/requests`)
  await one.getByRole('row').filter({ hasText: person.name }).getByRole('link').first().click()
  await one.getByRole('link', { name: 'See what would go' }).click()
  await shoot(walk, one, 'erasure-dry-run')
  const rows = await one.getByRole('table', { name: 'What stays' }).getByRole('row').allInnerTexts()
  const stays = rows.slice(1).map((row) => row.split(/\t|\n/)[0]!.trim())
  await one.getByLabel('Why should they be erased?').fill('They asked for it on their own page')
  await one.getByRole('button', { name: 'Ask for the erasure' }).click()
  await one.goto(path)
  expectSame(
    await one.getByRole('button', { name: 'Erase for good' }).count(),
    0,
    'Buttons to erase on one officer’s word',
  )
  await other.goto(`${address}/office`)
  expect(/waits? for a second officer/.test(await other.locator('body').innerText()), 'Today tells the other officer')
  await other.goto(path)
  await shoot(walk, other, 'erasure-second-word')
  await other.getByRole('button', { name: 'I agree', exact: true }).click()
  await one.goto(path)
  await one.getByRole('button', { name: 'Erase for good' }).click()
  expect((await one.locator('body').innerText()).includes('1 person is erased.'), 'the page says that it is done')
  await shoot(walk, one, 'erasure-proof')
  walk.saw(
    `one officer asked, another agreed, and it was done; the trial run said that these stay: ${stays.join('; ')}`,
  )
  return stays
}

interface Left {
  readonly person: Gone
  readonly traces: RegExp
  readonly stays: readonly string[]
}

/** What the trial run says of words that others wrote, by the table in which they stand. */
const WRITTEN_BY_OTHERS: Readonly<Record<string, RegExp>> = {
  'platform.setting': /own pages that mention this name/,
  'publishing.comment': /Comments that mention this name|words of those comments/,
  'writing.version': /Texts that mention this name/,
  'people.note': /Notes about others that mention this name/,
}

async function nothingLeft(scene: Scene, group: Trial, { person, traces, stays }: Left): Promise<void> {
  const { walk, terminal } = scene
  await nextLetter(terminal, person.email, (await lettersTo(terminal, person.email)).length - 1)
  const found = await search(scene, traces)
  const told = (table: string): boolean => stays.some((what) => WRITTEN_BY_OTHERS[table]?.test(what))
  const untold = found.tables.filter((table) => !told(table))
  expectSame(untold, [], 'Tables in which they are found, and of which the trial run said nothing')
  const outside = found.files.filter((file) => !file.startsWith('outbox/') && !told(file))
  expectSame(outside, [], 'Files in which they are found')
  const pages = await onWebsite(scene, group, new RegExp(`${person.email}|${person.phone ?? person.email}`))
  expectSame(pages, [], 'Pages of the website on which they are found')
  const hashes = await askOwner<{ n: number }>(terminal, `select count(*)::int as n from people.suppression`)
  expect(hashes[0]!.n > 0 && stays.some((what) => /hash/.test(what)), 'the hash stays, as the trial run said')
  walk.saw(
    `searched ${found.searched.tables} tables and ${found.searched.files} files, the server’s own among them once it had swept up (vacuum): the hash, and what the trial run said (${found.tables.join(', ') || 'nothing else'})`,
  )
  if (found.files.length)
    walk.saw(`files that hold what the trial run said, or wait for the host to send: ${found.files.join(', ')}`)
}

interface Found {
  readonly tables: readonly string[]
  readonly files: readonly string[]
  readonly searched: { readonly tables: number; readonly files: number }
}

/** Every row of every table as text, and every file of the data folder, the server's own tables and indexes among them. */
async function search({ terminal }: Scene, traces: RegExp): Promise<Found> {
  const names = await tablesOf(terminal)
  const tables: string[] = []
  for (const name of names) {
    const rows = await askOwner<{ row: string }>(terminal, `select t::text as row from ${name} t`)
    if (rows.some(({ row }) => traces.test(row))) tables.push(name)
  }
  let files = await sweptFiles(terminal, traces)
  for (let again = 1; again < SWEEPS && files.found.length; again++) {
    await sleep(2000)
    files = await sweptFiles(terminal, traces)
  }
  return { tables, files: files.found, searched: { tables: names.length, files: files.searched } }
}

/** A sweep leaves what a transaction that is still open could see, so it is done again. */
const SWEEPS = 5

/** Where traces lie in the data folder once the server has swept up. */
async function sweptFiles(terminal: Terminal, traces: RegExp): Promise<{ found: readonly string[]; searched: number }> {
  await askOwner(terminal, 'vacuum full')
  await askOwner(terminal, 'checkpoint')
  const folder = terminal.env['BACKBENCH_DATA']!
  const files: string[] = []
  let searched = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (!entry.isFile() || /pg_wal/.test(path)) continue
    searched += 1
    if (traces.test(await readFile(join(folder, path), 'utf8').catch(() => '')))
      files.push(...(await placesIn(terminal, path, traces)))
  }
  return { found: [...new Set(files)], searched }
}

/** Of a file of the server's: the table whose rows, index, long values or statistics lie in it. Of another: the file. */
async function placesIn(terminal: Terminal, path: string, traces: RegExp): Promise<readonly string[]> {
  const node = /^postgres\/base\/\d+\/(\d+)/.exec(path)?.[1]
  if (!node) return [path]
  const [row] = await askOwner<{ name: string }>(
    terminal,
    `select coalesce(i.indrelid, t.oid, c.oid)::regclass::text as name from pg_class c left join pg_index i on i.indexrelid = c.oid
     left join pg_class t on t.reltoastrelid = c.oid where pg_relation_filenode(c.oid) = $1`,
    [Number(node)],
  )
  return row?.name === 'pg_statistic' ? statisticsWith(terminal, traces) : [row?.name ?? path]
}

/** Tables of which the planner's statistics keep such a value. */
async function statisticsWith(terminal: Terminal, traces: RegExp): Promise<readonly string[]> {
  const rows = await askOwner<{ name: string; kept: string }>(
    terminal,
    `select schemaname || '.' || tablename as name, concat_ws(' ', most_common_vals, histogram_bounds, most_common_elems) as kept
     from pg_stats`,
  )
  return [...new Set(rows.filter(({ kept }) => traces.test(kept)).map(({ name }) => name))]
}

/** Public pages, feeds and the search. */
async function onWebsite(_: Scene, { address }: Trial, traces: RegExp): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of ['/', '/feed/', '/feed.json', '/comments/feed/', ...(await addressesOf(address))])
    if (traces.test((await ask(address + path)).body)) found.push(path)
  return found
}

/** An archive of before, restored elsewhere, does not bring them back. */
async function notInArchive(
  scene: Scene,
  { slug }: Trial,
  { archive, traces }: { archive: string; traces: RegExp },
): Promise<void> {
  const there = {
    ...scene.terminal,
    env: { ...scene.terminal.env, BACKBENCH_DATA: join(scene.folder, 'restored'), PORT: '4130' },
  }
  await commandJson(scene.terminal, ['archive', '--to', dirname(archive)]) // the next one by the schedule notes beside itself who has gone
  await commandJson(there, ['restore', archive, '--group', slug])
  const rows = await askOwner<{ row: string }>(there, `select t::text as row from people.person t`)
  expect(!rows.some(({ row }) => traces.test(row)), 'an archive made before does not bring them back')
  scene.walk.saw('an archive made before the erasure was restored elsewhere: they did not come back')
}
