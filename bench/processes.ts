import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Clock ticks a second in /proc: 100 on every Linux that we know (`getconf CLK_TCK`). */
const TICKS = 100

/** Processor time, user and system, that the processes under `roots` have used, with those of theirs that ended: ms. */
export function processorTime(roots: readonly number[]): number {
  const all = processes()
  const ticks = treesOf(roots, all)
    .map((pid) => all.get(pid)!)
    .reduce((sum, { own, ended }) => sum + own + ended, 0)
  return (ticks * 1000) / TICKS
}

/** The same for one process, without those under it: ms. */
export function ownTime(pid: number): number {
  return ((processes().get(pid)?.own ?? 0) * 1000) / TICKS
}

/** Memory of the processes under `roots`, shared pages by share (PSS, proc_pid_smaps(5)): bytes. */
export function proportionalMemory(roots: readonly number[]): number {
  const all = processes()
  return treesOf(roots, all).reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) * 1024
}

/** The most memory a process has had so far (VmHWM): bytes, or 0 when it is gone. */
export const peakMemory = (pid: number): number => kilobytes(`/proc/${pid}/status`, 'VmHWM') * 1024

/** The database server of a data folder, from the file PostgreSQL keeps: its first line is the number. */
export const serverOf = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n', 1)[0])

interface Known {
  readonly parent: number
  /** utime + stime */
  readonly own: number
  /** cutime + cstime: of children that ended and were waited for */
  readonly ended: number
}

/** All processes, by proc_pid_stat(5). The name in field 2 may hold spaces and brackets, so counting begins behind it. */
function processes(): ReadonlyMap<number, Known> {
  const known = new Map<number, Known>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = read(`/proc/${name}/stat`)
    if (!stat) continue
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    known.set(Number(name), { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! })
  }
  return known
}

/** Each process once: the database server is a child of the program, where nothing stands between them. */
const treesOf = (roots: readonly number[], all: ReadonlyMap<number, Known>): number[] => [
  ...new Set(roots.flatMap((root) => treeOf(root, all))),
]

function treeOf(root: number, all: ReadonlyMap<number, Known>): number[] {
  if (!all.has(root)) return []
  const children = [...all].filter(([, { parent }]) => parent === root).map(([pid]) => pid)
  return [root, ...children.flatMap((child) => treeOf(child, all))]
}

function kilobytes(path: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(path))?.[1] ?? 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it ended while we looked
  }
}
