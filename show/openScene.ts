import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from './browser.ts'
import { commandJson, Program } from './program.ts'
import { expectSame, type Walk } from './walk.ts'
import { homeOf, type Scene, type Trial, type WalkOptions } from './website/scene.ts'

/** A folder for everything of this walk, a browser, and a terminal in the clone. */
export async function openScene(walk: Walk, options: WalkOptions): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'backbench-show-'))
  walk.atTheEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const browser = await openBrowser(options.root)
  walk.atTheEnd(() => browser.close())
  walk.atAMiss(async () => {
    const pages = browser.contexts().flatMap((context) => context.pages())
    for (const [i, page] of pages.entries())
      await page.screenshot({ path: join(walk.shots, `miss-${i + 1}.png`), fullPage: true })
  })
  const home = options.here ? options.root : join(folder, 'backbench')
  return {
    walk,
    browser,
    folder,
    ...options,
    data: join(options.root, '..', 'shared', 'data'),
    terminal: { folder: home, env: { PORT: options.port, BACKBENCH_DATA: join(folder, 'data') } },
  }
}

/** What is committed, in a new folder. */
export function clone({ walk, root, here, terminal }: Scene): void {
  const git = (...words: string[]) => execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' }).trim()
  if (here) return walk.leftOut('the clone: this walk went through the working folder as it is (--here)')
  execFileSync('git', ['clone', '--quiet', root, terminal.folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  walk.saw(`git clone: ${git('log', '-1', '--format=%h %s')}`)
  const aside = git('status', '--porcelain').split('\n').filter(Boolean).length
  if (aside) walk.saw(`(${aside} changed files of the working folder are not committed, and so not in the clone)`)
}

/** `npm start` on an empty data folder; it stops when the walk ends. */
export async function startProgram({ walk, terminal }: Scene): Promise<Program> {
  const program = new Program(terminal)
  walk.atTheEnd(() => program.stop())
  await program.start()
  walk.saw(
    `npm start, on Node ${process.version} or what the clone brings; the last line on stdout: ${program.lines.at(-1)}`,
  )
  expectSame(program.address, `http://localhost:${terminal.env['PORT']}`, 'The last line on stdout')
  return program
}

/** The sample group, which `demo` makes or finds. */
export async function sampleGroup(scene: Scene): Promise<Trial> {
  const { slug, officer } = (await commandJson(scene.terminal, ['demo'])) as { slug: string; officer: string }
  return { slug, officer, address: homeOf(scene, slug) }
}
