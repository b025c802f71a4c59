import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { DatabaseTrouble } from './trouble.ts'

/** BSD's and macOS's open(2) flags O_RDWR | O_NONBLOCK | O_EXLOCK | O_CREAT; Node has no name for O_EXLOCK. */
const openLocked = 0x0002 | 0x0004 | 0x0020 | 0x0200

/**
 * Takes the folder's lock and answers its file descriptor, or undefined when somebody holds it.
 *
 * It is the kernel's lock (flock), so it ends with the last process that holds the file open and never has to be
 * judged stale. The server and all its children inherit it: while any of them lives, even in another container that
 * shares the folder, nobody else starts here. Windows has no such lock; there PostgreSQL's own check stands alone.
 */
export function takeLock(path: string): number | undefined {
  if (process.platform === 'linux') return takeByProgram(path)
  if (process.platform === 'darwin') return takeByFlag(path)
  return openSync(path, 'a', 0o600)
}

/** Node cannot call flock(2), but the lock belongs to the open file, not to the process that asked for it. */
function takeByProgram(path: string): number | undefined {
  const file = openSync(path, 'a', 0o600)
  const asked = spawnSync('flock', ['--exclusive', '--nonblock', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] })
  if (asked.status === 0) return file
  closeSync(file)
  if (asked.status === 1) return undefined
  throw new DatabaseTrouble('Backbench needs the program flock: install the package util-linux and start again.', {
    cause: asked.error,
  })
}

function takeByFlag(path: string): number | undefined {
  try {
    return openSync(path, openLocked, 0o600)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined
    throw error
  }
}
