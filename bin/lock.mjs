// One process at a time, by a lock file. Plain JavaScript for any Node from 18 up.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** No install takes longer; an older lock was left by a process whose number now belongs to another one. */
const longest = 30 * 60_000

/** Waits until nobody else holds the lock, does the work and lets go. */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true })
  for (let waited = 0; !take(path); waited++) {
    if (isStale(path)) removeStale(path)
    if (waited === 10) console.error('Another process is getting Backbench ready; waiting for it …')
    await sleep(100)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function isStale(path) {
  try {
    const age = Date.now() - statSync(path).mtimeMs
    const holder = Number(readFileSync(path, 'utf8'))
    // Between making the file and writing into it there is a moment in which it is empty.
    return age > longest || (holder > 0 ? !isAlive(holder) : age > 1_000)
  } catch {
    return false
  }
}

/**
 * Two processes may find the same stale lock, and the slower one must not remove the lock that the faster one has just
 * taken: whatever is moved aside is looked at again, and put back if it is alive.
 */
function removeStale(path) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (!isStale(aside)) writeFileSync(path, readFileSync(aside), { flag: 'wx' })
    rmSync(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
