import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { unzip } from '../../test/unzip.ts'
import { shoot, someone } from '../browser.ts'
import { command, commandJson } from '../program.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene } from '../website/scene.ts'
import { addressesOf } from '../website/sitemap.ts'

const HOME = 'https://moved.example'
const addressOf = ({ terminal }: Scene, slug: string): string => `http://${slug}.localhost:${terminal.env['PORT']}`

/** What is said of two exports when they are the same: all but the moment they were made. */
const withoutMoment = (xml: string): string =>
  xml.replace(/created="[^"]*"/, '').replace(/<pubDate>[^<]*<\/pubDate>\n<language>/, '<language>')

/**
 * A website goes out as a WordPress export, comes in elsewhere and goes out again, the same to the letter; then every
 * export of the collection that comes in at all; then everything of a group, opened from a folder. Needs the program
 * running on the scene's terminal.
 */
export async function exports(scene: Scene): Promise<void> {
  const folder = join(scene.folder, 'exports')
  mkdirSync(folder, { recursive: true })
  await commandJson(scene.terminal, ['demo', '--slug', 'leaving'])
  await moved(scene, { slug: 'leaving', folder, says: 'the sample group' })
  await comparePages(scene, 'leaving')
  await throughTheCollection(scene, folder)
  await readable(scene, { slug: 'leaving', folder })
}

interface Moving {
  readonly slug: string
  readonly folder: string
  readonly says: string
}

/** Out, in, and out again. Says false when the two files are not the same. */
async function moved(scene: Scene, { slug, folder, says }: Moving): Promise<void> {
  const first = await exported(scene, slug, join(folder, `${slug}.xml`))
  await group(scene, `${slug}-there`)
  const report = (await commandJson(scene.terminal, [
    'import',
    'wordpress',
    join(folder, `${slug}.xml`),
    '--group',
    `${slug}-there`,
    '--uploads',
    join(folder, `${slug}.zip`),
  ])) as Record<string, { made: number }> & { left_out: { reason: string }[] }
  // The collection comes without the files of its pictures.
  const leftOut = report.left_out.filter(({ reason }) => !reason.startsWith('Its file was not among'))
  expectSame(leftOut, [], `${says}: what was left out`)
  const second = await exported(scene, `${slug}-there`, join(folder, `${slug}-there.xml`))
  const [ours, theirs] = [ownWords(first), ownWords(second)]
  expect(ours === theirs, `${says}: the second export is the first, but: ${firstDifference(ours, theirs)}`)
  const { posts, pages, comments, pictures, menu_items: menu, addresses } = report
  scene.walk.saw(
    `${says}: ${posts!.made} posts, ${pages!.made} pages, ${comments!.made} comments, ${pictures!.made} pictures, ${menu!.made} lines of the menu and ${addresses!.made} addresses went out, came in and went out again the same (${first.length.toLocaleString('en-GB')} characters)`,
  )
}

/** Of the two groups, the name and what they say of themselves differ: those are settings. */
const ownWords = (xml: string): string =>
  withoutMoment(xml)
    .replace(/<channel>\n<title>[^<]*<\/title>\n/, '')
    .replace(/<description>[^<]*<\/description>\n<language>/, '<language>')

async function exported({ terminal }: Scene, slug: string, to: string): Promise<string> {
  const pictures = to.replace(/xml$/, 'zip')
  const words = ['export', 'wordpress', '--group', slug, '--to', to, '--pictures', pictures, '--home', HOME]
  const said = await command(terminal, words)
  expectSame([said.code, existsSync(to)], [0, true], `export wordpress --group ${slug} (${said.stderr.trim()})`)
  return readFileSync(to, 'utf8')
}

const group = ({ terminal }: Scene, slug: string): Promise<unknown> =>
  commandJson(terminal, ['group', 'create', '--name', slug, '--slug', slug, '--officer', 'host@example.org'])

function firstDifference(one: string, other: string): string {
  const [a, b] = [one.split('\n'), other.split('\n')]
  const at = a.findIndex((line, i) => line !== b[i])
  return `line ${at + 1}: ${a[at]?.slice(0, 200)} / ${b[at]?.slice(0, 200)}`
}

/** Every address of the one answers in the other with the same words. */
async function comparePages(scene: Scene, slug: string): Promise<void> {
  const entries = (await addressesOf(addressOf(scene, slug))).filter((path) => /^\/\d{4}\/\d\d\//.test(path))
  const reader = await someone(scene.browser)
  const tab = await reader.newPage()
  const wordsAt = async (address: string): Promise<string> => {
    await tab.goto(address)
    return (await tab.locator('.prose :is(p, h2, h3, h4, li, th, td, figcaption)').allTextContents()).join('\n')
  }
  for (const path of entries) {
    const here = await wordsAt(addressOf(scene, slug) + path)
    expectSame(await wordsAt(addressOf(scene, `${slug}-there`) + path), here, `The words of ${path} there`)
  }
  await reader.close()
  expect(entries.length > 10, 'there are posts to compare')
  scene.walk.saw(`${entries.length} posts read at both addresses: the same words`)
}

/** The real group's export and every file of the collection, as far as it can be brought in at all. */
async function throughTheCollection(scene: Scene, folder: string): Promise<void> {
  const files = ['site/wordpress-export.xml', ...exportsIn(join(scene.data, 'wordpress-wxr'))]
  let through = 0
  for (const [i, name] of files.entries()) {
    const file = join(scene.data, name)
    if (!existsSync(file)) {
      scene.walk.leftOut(`${name}, which is not beside the project`)
      continue
    }
    const slug = `through-${i}`
    await group(scene, slug)
    const { code } = await command(scene.terminal, ['import', 'wordpress', file, '--group', slug, '--json'])
    if (code !== 0) continue
    await moved(scene, { slug, folder, says: name })
    through += 1
  }
  scene.walk.saw(`${through} of ${files.length} exports came in, went out, came in and went out again the same`)
}

const exportsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .toSorted()
        .map((name) => join('wordpress-wxr', name))
    : []

/** Everything of the group as a zip, unpacked and opened by double click: no program, no internet. */
async function readable(scene: Scene, { slug, folder }: { slug: string; folder: string }): Promise<void> {
  const zip = join(folder, 'everything.zip')
  const words = ['export', 'group', slug, '--to', zip, '--reason', 'To read it without this program']
  const said = await command(scene.terminal, words)
  expectSame(said.code, 0, `export group (${said.stderr.trim()})`)
  const place = join(folder, 'everything')
  const files = await unzip(readFileSync(zip))
  for (const [name, bytes] of files) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), bytes)
  }
  const visitor = await someone(scene.browser, { script: true })
  await visitor.setOffline(true)
  const tab = await visitor.newPage()
  const asked: string[] = []
  tab.on('request', (request) => void asked.push(request.url()))
  const opened = await readEverything(tab, pathToFileURL(join(place, 'index.html')).href)
  expectSame(
    asked.filter((url) => !url.startsWith('file:')),
    [],
    'What the pages asked for outside their folder',
  )
  await tab.goto(pathToFileURL(join(place, 'index.html')).href)
  await shoot(scene.walk, tab, 'everything')
  await visitor.close()
  scene.walk.saw(
    `${files.size} files in the zip; index.html opened from the folder, offline, and ${opened} pages from it, each whole`,
  )
}

/** Opens the index and every page it lists; each has its words, and each of its pictures shows. */
async function readEverything(tab: Page, index: string): Promise<number> {
  await tab.goto(index)
  const links = await tab
    .locator('a[href$=".html"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
  expect(links.length > 20, `the index lists the texts: ${links.length}`)
  for (const link of links) {
    await tab.goto(link)
    expect((await tab.locator('h1').count()) === 1, `${link} has its title`)
    const broken = await tab.locator('img').evaluateAll(async (all) => {
      const images = all as HTMLImageElement[]
      for (const image of images) image.loading = 'eager'
      await Promise.all(images.map((image) => image.decode().catch(() => {})))
      return images.filter((image) => image.naturalWidth === 0).map((image) => image.src)
    })
    expectSame(broken, [], `Pictures that do not show in ${link}`)
  }
  return links.length
}
