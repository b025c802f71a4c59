import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Contribution } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'
import { homeOf } from '../../platform/origin.ts'
import type { GroupContext, Slice } from '../../platform/slice.ts'
import { civilDay } from '../../platform/time.ts'
import type { Pack } from '../../platform/zipFile.ts'
import { type TrustedHtml, trustHtml } from '../../ui/Trusted.tsx'
import { arrange, type Contents } from './contents.ts'
import { IndexPage } from './pages/IndexPage.tsx'
import { ReadablePage } from './pages/ReadablePage.tsx'
import { readme } from './readme.ts'
import { STYLESHEET } from './stylesheet.ts'
import { csvOf, jsonOf } from './tableFiles.ts'

export interface GroupExport {
  readonly slices: readonly Slice[]
  readonly reason: string
  readonly at: Date
  /** Told after each page and table. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Packs everything the slices contribute, as it stood at one moment: one transaction holds its connection until all is
 * packed, so what takes the zip must be a disk.
 */
export async function packGroup(context: GroupContext, wish: GroupExport, pack: Pack): Promise<void> {
  const { group, services } = context
  const tx = await services.databases.snapshot(group.id)
  let files: Contents['files'] = []
  try {
    const contents = arrange(await contributionsOf(tx, context, wish.slices))
    files = contents.files
    const day = civilDay(wish.at, group.zone)
    await pack('README.txt', readme({ group: group.name, day, reason: wish.reason, contents }))
    await pack('style.css', STYLESHEET)
    await pack('index.html', indexHtml(context, { day, contents }))
    await packAll(context, { contents, wish, pack })
  } finally {
    await tx.rollback().execute()
  }
  await packFiles(context, files, pack) // by now the record is written: no connection waits for large files
}

async function contributionsOf(tx: Tx, { group }: GroupContext, slices: readonly Slice[]): Promise<Contribution[]> {
  const all: Contribution[] = []
  for (const { exports } of slices) if (exports) all.push(await exports(tx, group))
  return all
}

interface Packing {
  readonly contents: Contents
  readonly wish: GroupExport
  readonly pack: Pack
}

async function packAll(context: GroupContext, { contents, wish, pack }: Packing): Promise<void> {
  const { group, services } = context
  const home = homeOf(services, group)
  const total = contents.pages.length + contents.tables.length
  let done = 0
  for (const page of contents.pages) {
    const html = await page.html((address) => leadsFrom(page.place, contents, { address, home }))
    await pack(page.place, htmlPage({ ...page, group: group.name, up: '../', html: trustHtml(html) }))
    wish.onProgress?.((done += 1), total)
  }
  for (const table of contents.tables) {
    await pack(table.csv, csvOf(table))
    await pack(table.json, jsonOf(table))
    wish.onProgress?.((done += 1), total)
  }
}

async function packFiles({ group, services }: GroupContext, all: Contents['files'], pack: Pack): Promise<void> {
  for (const { place, sha256 } of all) {
    const path = services.files.path(group.id, sha256)
    // An empty file says more than a link that leads nowhere.
    const isThere = await stat(path).catch(() => null)
    await pack(place, isThere ? createReadStream(path) : '')
  }
}

/** What is in the export is found there; everything else of the website is where it always was. */
function leadsFrom(from: string, { placeOf }: Contents, { address, home }: { address: string; home: string }): string {
  const place = placeOf(address)
  if (place === undefined) return home + address
  return '../'.repeat(from.split('/').length - 1) + place
}

const indexHtml = ({ group }: GroupContext, { day, contents }: { day: string; contents: Contents }): string => {
  const html = trustHtml(String(IndexPage({ group: group.name, day, contents })))
  return htmlPage({ title: 'Everything', lang: 'en-GB', group: group.name, up: '', html })
}

interface HtmlPage {
  readonly title: string
  readonly lang: string
  readonly group: string
  readonly up: string
  readonly html: TrustedHtml
}

const htmlPage = ({ title, lang, group, up, html }: HtmlPage): string =>
  `<!doctype html>\n${String(ReadablePage({ title, lang, group, up, html }))}\n`
