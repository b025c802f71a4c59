import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join, parse } from 'node:path'
import type { Place } from './place.ts'
import { DatabaseTrouble } from './trouble.ts'

interface Command {
  readonly file: string
  readonly args: readonly string[]
  readonly options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number }
}

/**
 * Runs one of PostgreSQL's programs to its end and answers whether it went well and everything it said. It inherits the
 * folder's lock: should this process be killed, nobody else touches the folder before the program has ended too.
 */
export function runProgram(
  place: Place,
  command: readonly string[],
  { lock, input = '' }: { lock: number; input?: string },
): { ok: boolean; output: string } {
  const { file, args, options } = asAccount(place, command)
  const ended = spawnSync(file, args, { ...options, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe', lock] })
  if (ended.error) throw ended.error
  return { ok: ended.status === 0, output: ended.stdout + ended.stderr }
}

/**
 * Starts the server so that it stops by itself when this process dies, however it dies: the kernel sends it SIGINT, or
 * where it cannot, a shell that reads a pipe from this process does. In a process group of its own, so that Ctrl-C
 * reaches the program first, which then stops it in good order.
 */
export function spawnServer(place: Place, args: readonly string[], stdio: { log: number; lock: number }): ChildProcess {
  const server = [place.binaries.postgres, ...args]
  if (findProgram('setpriv')) {
    const files: StdioOptions = ['ignore', stdio.log, stdio.log, stdio.lock]
    const { file, args: all, options } = asAccount(place, server, ['--pdeathsig', 'INT'])
    return spawn(file, all, { ...options, detached: true, stdio: files })
  }
  if (process.platform === 'win32') {
    return spawn(server[0]!, server.slice(1), {
      cwd: parse(place.cluster).root,
      stdio: ['ignore', stdio.log, stdio.log],
      windowsHide: true,
    })
  }
  const { file, args: all, options } = asAccount(place, ['/bin/sh', '-c', watchdog, 'sh', ...server])
  return spawn(file, all, { ...options, detached: true, stdio: ['pipe', stdio.log, stdio.log, stdio.lock] })
}

/** Reads standard input, which ends when the program does. POSIX sh; a job in the background has no input of its own. */
const watchdog = `
exec 4<&0
"$@" 4<&- </dev/null & server=$!
{ read -r _ <&4; kill -INT $server; } 3<&- & watcher=$!
exec 3<&- 4<&-
wait $server; ended=$?
kill $watcher
exit $ended
`

/** The command line that runs `command` as the server's account. */
function asAccount(
  { account, walledIn, cluster }: Place,
  command: readonly string[],
  flags: readonly string[] = [],
): Command {
  const options = { cwd: parse(cluster).root, env: plainEnvironment() }
  if (account.other === null) return { ...wrapped(flags, command), options }
  const { uid, gid } = account.other
  if (!walledIn) return { ...wrapped(flags, command), options: { ...options, uid, gid } }
  return { ...wrapped([...throughWalls(uid, gid), ...flags], command), options }
}

function wrapped(flags: readonly string[], command: readonly string[]): { file: string; args: readonly string[] } {
  const [file = '', ...args] = flags.length > 0 ? ['setpriv', ...flags, '--', ...command] : command
  return { file, args }
}

/**
 * Under a home that only root may enter (0700) the server's account reaches neither its programs nor its data. It gets
 * that one right of root, to pass whatever the permission bits say; access(2), with which PostgreSQL looks for its own
 * programs, heeds it only under `no_setuid_fixup` (capabilities(7)). A user namespace would also do, but is forbidden
 * in ordinary containers; copying the programs elsewhere would not help the data.
 */
function throughWalls(uid: number, gid: number): string[] {
  if (!findProgram('setpriv')) {
    throw new DatabaseTrouble(
      'PostgreSQL does not run as root and no other user can reach this folder: start Backbench as an ordinary user, or install the package util-linux.',
    )
  }
  const rights = ['--inh-caps', '+dac_override', '--ambient-caps', '+dac_override', '--securebits', '+no_setuid_fixup']
  return ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', ...rights]
}

/** Nothing of the caller's: PG… variables would change what the programs do, and messages must be in English. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMPDIR'].filter((name) => process.env[name] !== undefined)
  return { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), LC_ALL: 'C', TZ: 'UTC' }
}

function findProgram(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
