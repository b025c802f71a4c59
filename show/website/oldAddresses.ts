import { ask, page } from '../asking.ts'
import { expect, expectSame, Miss } from '../walk.ts'
import { checkAtom } from './atom.ts'
import { COMMENTED as POST } from './import.ts'
import { checkJsonFeed } from './jsonFeed.ts'
import { addressesOf } from './sitemap.ts'
import type { Scene, Trial } from './scene.ts'

/** A post at its own address, its comment, every kind of old address, search, feeds, sitemap and robots. */
export async function oldAddresses({ walk }: Scene, { address }: Trial): Promise<void> {
  const post = await page(address + POST)
  expect(/<h1[^>]*>[^<]*parliamentarians/i.test(post), `${POST} shows the post`)
  expect(/id="comment-[^"]+"|class="[^"]*comment/.test(post), `${POST} shows its comment`)
  walk.saw(`${POST} shows the post and its comment`)

  const listed = await addressesOf(address)
  for (const old of await oldAddressesOf(address, { post, listed })) {
    const { status, headers, body } = await ask(address + old)
    const to =
      status === 301
        ? new URL(headers['location']!, address).pathname + new URL(headers['location']!, address).search
        : old
    expect(status === 200 || status === 301, `${old} answers 200 or 301, not ${status}: ${body.slice(0, 200)}`)
    if (status === 301) await page(address + to)
    walk.saw(`${String(status)} ${old}${to === old ? '' : ` → ${to}, which is 200`}`)
  }
  await search({ walk }, address)
  await feeds({ walk }, address)
  await machines({ walk }, { address, listed })
}

/** Every kind a WordPress site hands out, ten or more, with names that stand in the site itself. */
async function oldAddressesOf(
  address: string,
  { post, listed }: { post: string; listed: readonly string[] },
): Promise<string[]> {
  const one = (pattern: RegExp) => listed.find((path) => pattern.test(path))
  const author = one(/^\/author\//)
  const category = one(/^\/category\//)
  const tag = one(/^\/tag\//) ?? /href="(\/tag\/[^"]+)"/.exec(post)?.[1]
  const named = [author, category, tag]
  expect(author && category, `the sitemap names an author and a category: ${listed.join(' ')}`)
  return [
    POST,
    POST.slice(0, -1),
    `/?p=${await oldNumberOf(address)}`,
    ...named.filter((path) => path !== undefined),
    ...named.filter((path) => path !== undefined).map((path) => `${path}feed/`),
    `${POST}feed/`,
    '/2019/',
    '/2015/05/',
    '/page/2/',
    '/?paged=2',
    '/feed/',
    '/feed/atom/',
    '/comments/feed/',
    '/?feed=rss2',
    '/?feed=comments-rss2',
    '/?s=parliament',
    '/?m=201505',
  ]
}

/** A number that `/?p=` may name: the lowest that leads to a page. */
async function oldNumberOf(address: string): Promise<number> {
  for (let number = 1; number <= 2000; number++) {
    const { status, headers } = await ask(`${address}/?p=${number}`)
    if (status === 301 && headers['location'] !== '/') return number
  }
  throw new Miss('none of /?p=1 to /?p=2000 leads to a page')
}

async function search({ walk }: Pick<Scene, 'walk'>, address: string): Promise<void> {
  for (const words of ['privatisation', 'privitisation']) {
    const found = await page(`${address}/search?q=${words}`)
    expect(
      /<mark>/.test(found),
      `/search?q=${words} shows results with the words marked: ${/<h1[^>]*>.*?<\/h1>[\s\S]{0,300}/.exec(found)?.[0]}`,
    )
    walk.saw(`/search?q=${words}: ${found.split('<mark>').length - 1} marked words in the extracts`)
  }
}

async function feeds({ walk }: Pick<Scene, 'walk'>, address: string): Promise<void> {
  for (const path of ['/feed/', '/comments/feed/', `${POST}feed/`]) {
    const { headers, body } = await ask(address + path)
    expect(
      headers['content-type']?.startsWith('application/atom+xml'),
      `${path} is served as Atom, not ${headers['content-type']}`,
    )
    walk.saw(`${path} is Atom as RFC 4287 asks: ${checkAtom(body)} entries`)
  }
  const { headers, body } = await ask(`${address}/feed.json`)
  expect(
    headers['content-type']?.startsWith('application/feed+json'),
    `/feed.json is served as ${headers['content-type']}`,
  )
  walk.saw(`/feed.json is JSON Feed 1.1: ${checkJsonFeed(body)} items`)
}

async function machines(
  { walk }: Pick<Scene, 'walk'>,
  { address, listed }: { address: string; listed: readonly string[] },
): Promise<void> {
  expectSame(new Set(listed).size, listed.length, 'Each address stands in sitemap.xml once')
  const posts = listed.filter((path) => /^\/\d{4}\/\d\d\/\d\d\/./.test(path))
  expectSame(posts.length, 23, 'Posts in sitemap.xml')
  for (const path of listed) await page(address + path)
  walk.saw(`sitemap.xml lists ${listed.length} addresses, 23 posts among them; all are 200`)
  const robots = await page(`${address}/robots.txt`)
  expect(robots.includes(`Sitemap: ${address}/sitemap.xml`), `robots.txt names the sitemap: ${robots}`)
  expect(
    /^User-agent: \*$/m.test(robots) && !/^Disallow: \/$/m.test(robots),
    `robots.txt lets everybody read: ${robots}`,
  )
  walk.saw('robots.txt names it and keeps nobody from reading')
}
