import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { request } from 'node:http'
import { anExportOf } from './exports.ts'
import { peakMemory, serverOf } from './processes.ts'

/** A temporary installation, served by the program as it is built, and how to leave it. */
export interface Place {
  readonly root: string
  readonly folder: string
  readonly dataDir: string
  readonly port: number
  /** The program's process and its database's: what their processor time and memory are read from. */
  readonly pids: () => readonly number[]
  /** A command, to its end. Throws when it fails. */
  command(...words: string[]): Promise<Ran>
  close(): Promise<void>
}

export interface Ran {
  readonly stdout: string
  /** Wall-clock, from the start of its process to its end. */
  readonly seconds: number
  /** The most memory the command's own process had: bytes. */
  readonly peak: number
}

const PORT = 4177

/** An empty data folder with the program serving it; a folder that is given stays when the place is closed. */
export async function openPlace(
  root: string,
  given?: { dataDir: string; port: number; env?: Record<string, string> },
): Promise<Place> {
  const folder = given ? dirname(given.dataDir) : mkdtempSync(join(tmpdir(), 'backbench-bench-'))
  const { dataDir, port } = given ?? { dataDir: join(folder, 'data'), port: PORT }
  const env = environment({ BACKBENCH_DATA: dataDir, PORT: String(port), TRUST_PROXY: '1', ...given?.env })
  const serving = spawn(process.execPath, [...flagsOf(root), join(root, 'build', 'main.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(serving, 'exit')
  await Promise.race([
    once(serving.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('The program did not start.'))),
  ])
  serving.stdout.resume()
  return {
    root,
    folder,
    dataDir,
    port,
    pids: () => [serving.pid!, serverOf(dataDir)],
    command: (...words) => run(join(root, 'build', 'main.js'), words, env),
    close: async () => {
      serving.kill('SIGINT')
      await ended
      if (!given) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** What `npm start` says to Node. */
const flagsOf = (root: string): readonly string[] =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start
    .split(' ')
    .filter((word) => word.startsWith('--'))

/** Makes a group of invented posts, by the program's own commands. */
export async function fillGroup(
  place: Place,
  { slug, posts, comments }: { slug: string; posts: number; comments: number },
): Promise<Ran> {
  const file = join(place.folder, `${slug}.xml`)
  await writeFile(file, anExportOf({ posts, comments }))
  await place.command('group', 'create', '--name', `Group ${slug}`, '--slug', slug, '--officer', 'host@example.org')
  const ran = await place.command('import', 'wordpress', file, '--group', slug, '--json')
  const made = (JSON.parse(ran.stdout) as { posts: { made: number } }).posts.made
  if (made !== posts) throw new Error(`${made} of ${posts} posts came in.`)
  return ran
}

/** An answer in full, as it came over the wire. */
export interface Fetched {
  readonly status: number
  /** Name, value, name, value. */
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
}

export function get(
  place: Pick<Place, 'port'>,
  { host, path, headers = {} }: { host: string; path: string; headers?: Record<string, string> },
): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: place.port, path, headers: { host, ...headers }, agent: false },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, rawHeaders: answer.rawHeaders, body: Buffer.concat(parts) }),
        )
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}

/** The first address of a group's sitemap that is like this, as a path. */
export async function pathLike(place: Place, host: string, pattern: RegExp): Promise<string> {
  const { body } = await get(place, { host, path: '/sitemap.xml' })
  const paths = [...body.toString().matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc!).pathname)
  const found = paths.find((path) => pattern.test(path))
  if (!found) throw new Error(`${host} has no address like ${String(pattern)}`)
  return found
}

/** Nothing of the npm that runs this, and none of the host's own settings. */
function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|BACKBENCH_|DATABASE_|SMTP_|PORT$|HOST$)/i.test(name),
  )
  return { ...Object.fromEntries(clean), ...own }
}

async function run(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const since = performance.now()
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [stdout, stderr, peak] = ['', '', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const looking = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid!))), 25)
  const [code] = (await once(child, 'close')) as [number | null]
  clearInterval(looking)
  if (code !== 0) throw new Error(`“${words.join(' ')}” ended with ${code}: ${stderr}`)
  return { stdout, seconds: (performance.now() - since) / 1000, peak }
}
