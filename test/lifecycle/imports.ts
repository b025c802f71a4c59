import { createWriteStream, mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { anExportOf } from '../../bench/exports.ts'
import { isAlive } from '../../src/platform/postgres/postmaster.ts'
import { aChance } from './chance.ts'
import { address, npmStart, programOf, type Started } from './npmStart.ts'
import { type Officer, setUpGroup } from './officer.ts'
import { aUsedFolder, until } from './programs.ts'

const POSTS = 1000
const HOME = '/office/website/import'

/** What was wrong after the kills; empty when the site was whole each time. */
export async function troubleAfterImportKills(cycles: number): Promise<string[]> {
  const chance = aChance()
  const file = await writeExport()
  const trouble: string[] = []
  for (let cycle = 0; cycle < cycles; cycle++) trouble.push(...(await killOnce(file, chance.below(3_000))))
  return trouble
}

/** Sends an export, kills the program some milliseconds later, starts it again, and waits for what becomes of the import. */
async function killOnce(file: string, delay: number): Promise<string[]> {
  const folder = aUsedFolder()
  const first = npmStart(folder)
  const officer = await setUpGroup(first)
  const report = await send(await address(first), officer, file)
  await sleep(delay)
  const program = programOf(first)
  process.kill(program, 'SIGKILL')
  await until(() => !isAlive(program))

  const second = npmStart(folder)
  const home = await address(second)
  const trouble = [...(await halfASite(home))]
  if (!/1,000 posts and 2,000 comments came in\./.test(await ended(home, officer, report)))
    trouble.push(`After ${delay} ms the import was not taken up again.`)
  const again = await send(home, officer, file)
  if (!/Nothing has changed: 1,000 posts and 2,000 comments/.test(await ended(home, officer, again)))
    trouble.push(`After ${delay} ms importing again changed something.`)
  trouble.push(...(await missingPages(home, POSTS)))
  await stop(second)
  return trouble
}

/** Either nothing of the import is public, or all of it. */
async function halfASite(home: string): Promise<string[]> {
  const listed = await (await fetch(`${home}/sitemap.xml`)).text()
  const posts = listed.match(/notes-from-the-towpath-\d+/g)?.length ?? 0
  return posts === 0 || posts === POSTS ? [] : [`${posts} of ${POSTS} posts were public.`]
}

async function missingPages(home: string, count: number): Promise<string[]> {
  const listed = await (await fetch(`${home}/sitemap.xml`)).text()
  const paths = [...listed.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)<\/loc>/g)].map(([, path = '']) => path)
  const posts = paths.filter((path) => path.includes('notes-from-the-towpath'))
  const wrong = []
  for (const path of [...posts.filter((_, i) => i % 50 === 0), '/', '/posts']) {
    const { status } = await fetch(home + path)
    if (status !== 200) wrong.push(`${path} answered ${status}.`)
  }
  return posts.length === count ? wrong : [...wrong, `The sitemap lists ${posts.length} posts.`]
}

async function send(home: string, { cookie }: Officer, file: string): Promise<string> {
  const body = new FormData()
  body.append('export', await openAsBlob(file), 'export.xml')
  const headers = { cookie, origin: new URL(home).origin }
  const response = await fetch(home + HOME, { method: 'POST', body, headers, redirect: 'manual' })
  if (response.status !== 303)
    throw new Error(`Sending an export was answered with ${response.status}: ${await response.text()}`)
  return response.headers.get('location') ?? ''
}

/** The report's page, once the import has ended. */
async function ended(home: string, { cookie }: Officer, path: string): Promise<string> {
  for (const end = Date.now() + 120_000; ; await sleep(200)) {
    const page = await (await fetch(home + path, { headers: { cookie } })).text()
    if (!page.includes('http-equiv="refresh"')) return page
    if (Date.now() > end) throw new Error(`The import did not end: ${page}`)
  }
}

async function stop(started: Started): Promise<void> {
  process.kill(programOf(started), 'SIGTERM')
  await started.ended
}

async function writeExport(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bb-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'export.xml')
  await pipeline(Readable.from(anExportOf({ posts: POSTS, comments: 2 })), createWriteStream(file))
  return file
}
