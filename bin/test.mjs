// Everything that must hold: format, lint, types, tests. The last line on stdout is "N passed, N failed", where each
// of the first three counts as one test.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'backbench-test-'))
const report = join(folder, 'tests.json')

const checks = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware']],
  ['types', 'tsc', ['--noEmit']],
]

let passed = 0
let failed = 0

for (const [name, tool, args] of checks) count(name, await run(tool, args))

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
countTests(await run('vitest', ['run', '--project', 'main', ...reporters, ...process.argv.slice(2)]))

rmSync(folder, { recursive: true, force: true })
process.exitCode = failed > 0 || passed <= checks.length ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)

function count(name, ok) {
  if (ok) passed++
  else failed++
  console.log(`${name}: ${ok ? 'passed' : 'FAILED'}`)
}

/** A file that cannot be loaded has no tests to fail, and a skipped test has proved nothing: both count as failures. */
function countTests(ok) {
  const results = readReport()
  const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every(isFine))
  const skipped = results.numPendingTests + results.numTodoTests
  const failures = results.numFailedTests + broken.length + skipped
  passed += results.numPassedTests
  failed += failures === 0 && !ok ? 1 : failures
  if (broken.length > 0) console.log(`files that could not be run: ${broken.map((file) => file.name).join(', ')}`)
  if (skipped > 0) console.log(`skipped: ${skipped}`)
}

function isFine({ status }) {
  return status !== 'failed'
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }
  }
}

async function run(tool, args) {
  const bin = join(root, 'node_modules', '.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }
  const child = spawn(join(bin, tool), args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
  const pass = (signal) => child.kill(signal)
  process.once('SIGTERM', pass)
  const [status] = await once(child, 'exit')
  process.off('SIGTERM', pass)
  return status === 0
}
