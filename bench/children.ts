import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { type Commented, type Commenting, sendComments } from './commenting.ts'
import { type BareAnswer, serveBare } from './bare.ts'
import { type CountWish, countQueries } from './queries.ts'
import { type Herd, type Herded, sendHerd } from './herding.ts'
import { type Load, sendLoad } from './load.ts'
import { type Nodemailed, type Nodemailing, sendByNodemailer } from './nodemailing.ts'
import { serveSink } from './sink.ts'

/** What this program does as a child of itself, so that its own work is not counted with what it measures. */
const roles = {
  load: sendLoad,
  bare: serveBare,
  queries: countQueries,
  comments: sendComments,
  sink: serveSink,
  nodemailer: sendByNodemailer,
  herd: sendHerd,
}
type Roles = {
  load: [Load, number]
  bare: [BareAnswer, number]
  comments: [Commenting, Commented]
  sink: [object, number]
  nodemailer: [Nodemailing, Nodemailed]
  herd: [Herd, Herded]
  queries: [CountWish, Awaited<ReturnType<typeof countQueries>>]
}

/** These serve until they are ended. */
const LASTING: ReadonlySet<string> = new Set<keyof Roles>(['bare', 'sink'])
const children = new Set<ChildProcess>()

/** Starts a child for one piece of work, and gives what it answered. One that serves lives on until `endChildren`. */
export async function inChild<R extends keyof Roles>(
  role: R,
  work: Roles[R][0],
): Promise<{ answer: Roles[R][1]; pid: number }> {
  const child = fork(process.argv[1]!, ['--child', role], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  children.add(child)
  child.once('exit', () => children.delete(child))
  child.send(work)
  const message = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)])
  if (!message) throw new Error(`The child for “${role}” ended without an answer.`)
  if (!LASTING.has(role)) child.disconnect()
  return { answer: message[0] as Roles[R][1], pid: child.pid! }
}

/** In the child: takes the one piece of work and answers. */
export function beChild(role: string): void {
  process.once('message', (work) => {
    const run = roles[role as keyof Roles] as (given: unknown) => Promise<unknown>
    run(work).then(
      (answer) => process.send!(answer),
      (error: unknown) => {
        process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`)
        process.exit(1)
      },
    )
  })
  process.once('disconnect', () => process.exit(0))
}

export function endChildren(): void {
  for (const child of children) child.kill('SIGKILL')
}
