// Builds and restarts the program whenever a source changes. A build that fails leaves the running program alone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

let program
let timer
let working = Promise.resolve()

for (const folder of ['src', 'migrations', 'bin'].filter((name) => existsSync(join(root, name)))) {
  watch(join(root, folder), { recursive: true }, changed)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop())
changed()

/** An editor writes several files at once, and some of them twice. */
function changed() {
  clearTimeout(timer)
  timer = setTimeout(() => {
    working = working.then(rebuild)
  }, 80)
}

async function rebuild() {
  const builder = spawn(process.execPath, ['bin/build.mjs'], { cwd: root, stdio: 'inherit' })
  const [status] = await once(builder, 'exit')
  if (status !== 0) return
  await end()
  program = spawn(process.execPath, ['--enable-source-maps', 'build/main.js', 'serve', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
}

async function end() {
  if (program === undefined || program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  await ended
}

async function stop() {
  clearTimeout(timer)
  await working
  await end()
  process.exit(0)
}
