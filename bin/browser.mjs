// Finds a Chromium or Chrome for the tests that need one, or installs it. Plain JavaScript for any Node from 18 up.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** Tests and walks read the browser's path from this file. */
const note = 'node_modules/.cache/backbench-browser'

/** Leaves the path of a browser that runs in the note, or throws a sentence that says what to do. */
export async function provideBrowser() {
  const path = named() ?? remembered() ?? installed() ?? (await downloaded()) ?? (await install())
  if (path === undefined) {
    throw new Error(
      'The tests need a browser and none could be installed: install Chromium or Chrome, or set CHROME_PATH to one.',
    )
  }
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(note, path)
}

function named() {
  const path = process.env.CHROME_PATH
  if (!path) return undefined
  if (runs(path)) return path
  throw new Error(`CHROME_PATH is set to ${path}, which is not a browser that runs here.`)
}

function remembered() {
  if (!existsSync(note)) return undefined
  const path = readFileSync(note, 'utf8')
  return existsSync(path) ? path : undefined
}

function installed() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...applications()].find((path) => existsSync(path) && runs(path))
}

function applications() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform !== 'win32') return []
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
  return folders.filter(Boolean).map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe'))
}

/** On Ubuntu `chromium-browser` may be a script that only says what to install: it has to answer. */
function runs(path) {
  return (
    process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
  )
}

/** The browser that Playwright keeps for itself. */
async function downloaded() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

async function install() {
  console.error('Installing a browser for the tests (once) …')
  if (isDebian() && process.getuid?.() === 0 && say('apt-get', ['update']) && say('apt-get', aptInstall))
    return installed()
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : []
  say(process.execPath, ['node_modules/playwright-core/cli.js', 'install', ...flags, 'chromium'])
  return downloaded()
}

const aptInstall = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']

/** Not Ubuntu, where the package only leads to a snap. */
function isDebian() {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function say(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0
}
