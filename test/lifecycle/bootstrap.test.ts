import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDataFolder } from './programs.ts'

const lockModule = join(import.meta.dirname, '..', '..', 'bin', 'lock.mjs')

test('of several programs that get a clone ready at once, one works and the others wait', async () => {
  const folder = aDataFolder()
  mkdirSync(folder)

  await Promise.all(Array.from({ length: 6 }, () => work(folder)))

  const told = readFileSync(join(folder, 'told'), 'utf8')
  expect(told).toBe('begun\nended\n'.repeat(6))
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('a lock left by a program that was killed is no obstacle, however many come at once', async () => {
  const folder = aDataFolder()
  mkdirSync(folder)
  writeFileSync(join(folder, 'lock'), String(await numberOfTheDead()))

  await Promise.all(Array.from({ length: 6 }, () => work(folder)))

  expect(readFileSync(join(folder, 'told'), 'utf8')).toBe('begun\nended\n'.repeat(6))
})

/** A process that takes the lock, says so in a file, stays a while, and says so again. */
async function work(folder: string): Promise<void> {
  const script = `
    import { appendFileSync } from 'node:fs'
    import { setTimeout } from 'node:timers/promises'
    import { withLock } from ${JSON.stringify(lockModule)}
    const tell = (word) => appendFileSync(${JSON.stringify(join(folder, 'told'))}, word + '\\n')
    await withLock(${JSON.stringify(join(folder, 'lock'))}, async () => {
      tell('begun')
      await setTimeout(30)
      tell('ended')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' })
  await once(child, 'exit')
}

async function numberOfTheDead(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid!
}
