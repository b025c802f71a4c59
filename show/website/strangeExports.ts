import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ask, page } from '../asking.ts'
import { command, commandJson } from '../program.ts'
import { expect, expectSame } from '../walk.ts'
import { strangenessIn } from './markup.ts'
import { homeOf, type Scene } from './scene.ts'
import { addressesOf } from './sitemap.ts'

/** Every export of the collection into a group of its own, whose public pages are then searched for script. */
export async function strangeExports(scene: Scene): Promise<void> {
  const folder = join(scene.data, 'wordpress-wxr')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .toSorted()
  expect(files.length > 0, `there are exports in ${folder}`)
  let refused = 0
  let pages = 0
  for (const [i, name] of files.entries()) {
    const slug = `strange-${i + 1}`
    await commandJson(scene.terminal, [
      'group',
      'create',
      '--name',
      `Strange ${i + 1}`,
      '--slug',
      slug,
      '--officer',
      'host@example.org',
    ])
    const outcome = await importOne(scene, join(folder, name), slug)
    const seen = await searchPages(homeOf(scene, slug))
    scene.walk.saw(`${name}: ${outcome.sentence}; ${seen} pages, no script`)
    refused += outcome.refused ? 1 : 0
    pages += seen
  }
  expectSame((await ask(`${homeOf(scene)}/healthz`)).status, 200, '/healthz after all of them')
  scene.walk.saw(
    `${files.length} exports: ${files.length - refused} with a report, ${refused} refused in a sentence; ${pages} pages searched`,
  )
}

/** A report, or exit code 1 with a sentence on stderr; a stack or a fault's reference is a crash. */
async function importOne(
  { terminal }: Scene,
  file: string,
  slug: string,
): Promise<{ refused: boolean; sentence: string }> {
  const { code, stdout, stderr } = await command(terminal, ['import', 'wordpress', file, '--group', slug, '--json'])
  if (code === 0) {
    const { posts, pages, comments, findings } = JSON.parse(stdout) as Record<string, { in: number; made: number }> & {
      findings: unknown[]
    }
    return {
      refused: false,
      sentence: `${posts!.made} of ${posts!.in} posts, ${pages!.made} of ${pages!.in} pages, ${comments!.made} of ${comments!.in} comments, ${findings.length} findings`,
    }
  }
  const sentence = stderr.trim().split('\n').at(-1) ?? ''
  expect(
    code === 1 && !/^ {4}at |Error:/m.test(stderr),
    `${file} ends in a report or a plain refusal, not with ${code}: ${stderr}`,
  )
  expect(/^\S.{10,}[.”]$/.test(sentence), `${file} is refused in a sentence: ${stderr}`)
  return { refused: true, sentence: `refused: ${sentence}` }
}

/** Every public page of a group: what its sitemap lists, and the ways in. Gives how many there are. */
async function searchPages(address: string): Promise<number> {
  const paths = new Set(['/', '/search?q=a', '/feed/', '/comments/feed/', ...(await addressesOf(address))])
  for (const path of paths) {
    const strange = strangenessIn(await page(address + path))
    expect(strange.length === 0, `${address}${path} holds no script, but: ${strange.join(' ')}`)
  }
  return paths.size
}
