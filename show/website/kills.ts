import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anExportOf } from '../../bench/exports.ts'
import { aChance } from '../../test/lifecycle/chance.ts'
import { ask, page } from '../asking.ts'
import { begin, type Begun, commandJson, type Program } from '../program.ts'
import { expect, expectSame, Miss } from '../walk.ts'
import { importExport, type Report, sumUp } from './import.ts'
import { homeOf, type Scene } from './scene.ts'
import { addressesOf } from './sitemap.ts'

const POSTS = 3000
const ROUNDS = ['the program', 'the import', 'both'] as const
const TRIES = 5
const LONGEST_WAIT = 5 * 60_000

/** Imports killed at random moments, with or without the program that keeps the database; each time the site is whole. */
export async function killImports(scene: Scene, program: Program): Promise<void> {
  const file = join(scene.folder, 'three-thousand.xml')
  await writeFile(file, anExportOf({ posts: POSTS, comments: 1 }))
  const usual = await timeOfOne(scene, file)
  scene.walk.saw(`an import of ${POSTS} posts takes ${(usual / 1000).toFixed(1)} s here; the random moments:`)
  const chance = aChance()
  const before = await addressesOf(homeOf(scene))
  for (const [i, victim] of ROUNDS.entries()) {
    const killing = { file, victim, name: `kill-${i + 1}`, moment: () => chance.below(Math.ceil(usual)) }
    const { group, at } = await killOnce(scene, program, killing)
    const whole = await siteIsWhole(scene, group, before)
    const { in: came, made, unchanged } = (await importAgain(scene, file, group)).posts
    expectSame([came, made + unchanged], [POSTS, POSTS], 'Importing again completes it')
    expectSame(postsIn(await addressesOf(homeOf(scene, group))), POSTS, 'Posts in the sitemap then')
    const again = await importExport(scene, file, group)
    const left = [again.posts.unchanged, again.comments.unchanged]
    expectSame(left, [POSTS, POSTS], `A further run is all unchanged (${sumUp(again)})`)
    scene.walk.saw(
      `killed ${victim} ${(at / 1000).toFixed(2)} s into it: the site is whole, with ${whole ? 'all' : 'none'} of the posts; again: ${made} made; again: all unchanged`,
    )
  }
}

const create = ({ terminal }: Scene, slug: string) =>
  commandJson(terminal, ['group', 'create', '--name', slug, '--slug', slug, '--officer', 'host@example.org'])
const postsIn = (paths: readonly string[]): number =>
  paths.filter((path) => /^\/\d{4}\/\d\d\/\d\d\/./.test(path)).length

/** An import under way: it has said how far it has come. */
async function underWay({ terminal }: Scene, file: string, group: string): Promise<Begun> {
  const words = ['run', 'backbench', '--', 'import', 'wordpress', file, '--group', group, '--json']
  const begun = begin(terminal, words)
  await begun.says(/\d+ (items read|of \d+)/)
  return begun
}

/** From the first it says of its progress to its end: ms. */
async function timeOfOne(scene: Scene, file: string): Promise<number> {
  await create(scene, 'kill-none')
  const begun = await underWay(scene, file, 'kill-none')
  const since = performance.now()
  const { code, stdout, stderr } = await begun.done
  expectSame(code, 0, `An import that nobody kills (${stderr})`)
  expectSame((JSON.parse(stdout) as Report).posts.made, POSTS, 'Posts it made')
  return performance.now() - since
}

interface Killing {
  readonly file: string
  readonly name: string
  readonly victim: (typeof ROUNDS)[number]
  readonly moment: () => number
}

/** A kill that came after the end has killed nothing: then an earlier moment is tried, on a group of its own. */
async function killOnce(scene: Scene, program: Program, { file, name, victim, moment }: Killing) {
  for (let turn = 1; turn <= TRIES; turn++) {
    const group = `${name}-${turn}`
    await create(scene, group)
    const begun = await underWay(scene, file, group)
    const at = moment() / turn
    await sleep(at)
    if (victim !== 'the program') begun.kill()
    if (victim !== 'the import') await program.kill()
    const { code } = await begun.done
    if (victim !== 'the import') await program.start()
    if (code !== 0) return { group, at }
    scene.walk.saw(`(the import had ended before ${(at / 1000).toFixed(2)} s; another moment)`)
  }
  throw new Miss(`none of ${TRIES} random moments fell into an import`)
}

/** Whoever was killed could not say so: until it has been silent for some minutes, the program asks the host to wait. */
async function importAgain(scene: Scene, file: string, group: string): Promise<Report> {
  let waited = false
  for (const since = Date.now(); ; await sleep(5000)) {
    const told = await importExport(scene, file, group).catch((error: unknown) => error as Error)
    if (!(told instanceof Error)) return told
    if (!told.message.includes('Another import for this group is running') || Date.now() - since > LONGEST_WAIT)
      throw told
    if (!waited) scene.walk.saw('(told to wait, because the killed import might still be running)')
    waited = true
  }
}

/** The group has all of the posts or none, its pages answer, and the other groups are as before. */
async function siteIsWhole(scene: Scene, group: string, before: readonly string[]): Promise<boolean> {
  expectSame((await ask(`${homeOf(scene)}/healthz`)).status, 200, '/healthz after the kill')
  expectSame(await addressesOf(homeOf(scene)), before, 'The other group’s sitemap')
  const listed = await addressesOf(homeOf(scene, group))
  expect([0, POSTS].includes(postsIn(listed)), `all of the posts came in or none, not ${postsIn(listed)}`)
  for (const path of ['/', '/posts', ...listed.slice(0, 20)]) await page(homeOf(scene, group) + path)
  return postsIn(listed) === POSTS
}
