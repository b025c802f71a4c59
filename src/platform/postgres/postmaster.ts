import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a running server says of itself in `postmaster.pid` (storage/lmgr: pidfile.h of PostgreSQL 18). */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** empty when the server listens on TCP only */
  readonly socketFolder: string
  readonly ready: boolean
}

export function readPostmaster(clusterFolder: string): Postmaster | undefined {
  const lines = readIfThere(join(clusterFolder, 'postmaster.pid'))?.split('\n')
  const pid = Number(lines?.[0])
  if (!lines || !Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/** Whether the process lives: one that has ended but was not yet collected by its parent (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  // After the name in brackets comes the state, proc(5); the name itself may hold brackets.
  const state = readIfThere(`/proc/${pid}/stat`)?.split(') ').at(-1)?.[0]
  return state !== 'Z' && state !== 'X'
}

/** Process ids are used again, so the one in an old file may by now belong to something else. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  const name = readIfThere(`/proc/${pid}/comm`)
  return name === undefined || name.trim() === 'postgres'
}

/** Answers false when the process still lives after `patience` milliseconds. */
export async function hasEnded(pid: number, patience: number): Promise<boolean> {
  const until = Date.now() + patience
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await sleep(5)
  }
  return true
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
