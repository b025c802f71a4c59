import type { BrowserContext } from 'playwright-core'
import { shoot, someone } from '../browser.ts'
import { sampleGroup } from '../openScene.ts'
import { signedIn } from '../signingIn.ts'
import { expect, expectSame } from '../walk.ts'
import type { Scene, Trial } from './scene.ts'
import { addressesOf } from './sitemap.ts'

/** Pictures of the pages that the design's own pictures show, of the sample group and of the one that came in. */
export async function portraits(scene: Scene, trial: Trial): Promise<void> {
  const sample = await sampleGroup(scene)
  for (const [name, group] of [
    ['sample', sample],
    ['imported', trial],
  ] as const) {
    await visitorPages(scene, name, group)
    await officerPages(scene, name, group)
  }
  scene.walk.saw(`pictures at 1280 and 390 px, set-up among them from the first step: ${scene.walk.shots}`)
}

async function visitorPages(scene: Scene, name: string, { address }: Trial): Promise<void> {
  const context = await someone(scene.browser)
  const listed = await addressesOf(address)
  const posts = listed.filter((path) => /^\/\d{4}\/\d\d\/./.test(path))
  const year = /^\/\d{4}\//.exec(posts[0] ?? '')?.[0]
  expect(year, `${address} has posts`)
  const word = name === 'sample' ? 'river' : 'privatisation'
  await shootAll(
    scene,
    { context, address },
    {
      [`${name}-home`]: '/',
      [`${name}-post`]: posts[Math.min(1, posts.length - 1)]!,
      [`${name}-archive`]: '/posts',
      [`${name}-year`]: year,
      [`${name}-search`]: `/search?q=${word}`,
      [`${name}-sign-in`]: '/sign-in',
    },
  )
  expectSame((await context.pages()[0]!.goto(`${address}/no-such-page`))?.status(), 404, 'An address where nothing is')
  await shoot(scene.walk, context.pages()[0]!, `${name}-not-found`)
  await context.close()
}

async function officerPages(scene: Scene, name: string, group: Trial): Promise<void> {
  const context = await signedIn(scene, group)
  const page = context.pages()[0]!
  await page.goto(`${group.address}/office/posts`)
  const post = await page.getByRole('table').getByRole('link').first().getAttribute('href')
  await shootAll(
    scene,
    { context, address: group.address },
    {
      [`${name}-today`]: '/office',
      [`${name}-posts`]: '/office/posts',
      [`${name}-editor`]: post!,
      [`${name}-new-post`]: '/office/posts/new',
      [`${name}-import`]: '/office/website/import',
    },
  )
  if (name === 'imported') await importReport(scene, context, group)
  await context.close()
}

async function importReport(scene: Scene, context: BrowserContext, { address }: Trial): Promise<void> {
  const page = context.pages()[0]!
  await page.goto(`${address}/office/website/import`)
  const report = page.locator('a[href^="/office/website/import/"]').first()
  expect((await report.count()) > 0, '/office/website/import lists the imports of step 2, each with its report')
  await page.goto(new URL((await report.getAttribute('href'))!, address).href)
  await shoot(scene.walk, page, 'imported-import-report')
}

/** Each page by the name of its picture; every one must answer 200. */
export async function shootAll(
  scene: Scene,
  { context, address }: { context: BrowserContext; address: string },
  wanted: Record<string, string>,
): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  for (const [name, path] of Object.entries(wanted)) {
    expectSame((await page.goto(address + path))?.status(), 200, `${address}${path}`)
    await shoot(scene.walk, page, name)
  }
}
