import { setTimeout as sleep } from 'node:timers/promises'
import type { Act } from '../../platform/act.ts'
import { alone } from '../../platform/alone.ts'
import { enqueue, type Job } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import * as pictures from '../pictures.ts'
import { fetchFile, type Limits, LIMITS } from './fetching.ts'
import { type Reach, theInternet } from '../../platform/reach.ts'
import { Trouble, type TroubleKind } from './trouble.ts'
import { countBytes, leaveRest, mediaJobName, nextOf, type Waiting } from './wanted.ts'

/** How the old website is treated: what may be reached, how long one waits, and the pause (ms) after each file. */
export interface Manner {
  readonly reach: Reach
  readonly limits: Limits
  readonly pause: number
}

export const considerately: Manner = { reach: theInternet, limits: LIMITS, pause: 250 }

/** Two at once. The outcomes of a few are kept in one act: each act that brings pictures makes the kept pages stale. */
const [LANES, HANDFUL] = [2, 8]
/** One turn of the job lasts about so long (ms); then letters and other groups have theirs. */
const TURN = 10_000
const MOST_ATTEMPTS = 2
/** Two groups that fetch would take both of the worker's hands, and letters would wait. No other lock has this number. */
const FETCHING_LOCK = 7_241_905

/**
 * Fetches the pictures an import waits for, some at a time, and orders itself again while any wait. Each picture's row
 * says how it went, so a process that is killed loses a handful at most. One group of the installation fetches at a time.
 */
export const mediaJob = (manner: Manner = considerately): Job<{ import: string }> => ({
  name: mediaJobName,
  run: async (context, { import: importId }) => {
    const until = Date.now() + TURN
    const after = await alone(context.services.pool, FETCHING_LOCK, async () => {
      let left = true
      while (left && Date.now() < until) left = await fetchSome(context, { importId, manner })
      return left
    })
    if (after === false) return
    const at = new Date(Date.now() + (after === 'busy' ? 5000 : 0))
    await context.act((act) =>
      enqueue(act, {
        job: { name: mediaJobName },
        payload: { import: importId },
        at,
        key: `${mediaJobName} ${importId}`,
      }),
    )
  },
})

/** The same at the terminal, to the end. @param onProgress told after every few, and while somebody else is at it */
export async function fetchAll(
  context: GroupContext,
  {
    importId,
    manner = considerately,
    onProgress,
  }: {
    importId: string
    manner?: Manner
    onProgress?: () => Promise<void>
  },
): Promise<void> {
  for (;;) {
    const after = await alone(context.services.pool, FETCHING_LOCK, () => fetchSome(context, { importId, manner }))
    await onProgress?.()
    if (after === false) return
    if (after === 'busy') {
      const found = await context.read((tx) => nextOf(tx, { importId, limit: 1 }))
      if (!found?.next.length) return
      await sleep(1000)
    }
  }
}

interface Outcome {
  readonly one: Waiting
  readonly bytes: number
  readonly picture: pictures.ReceivedPicture | null
  readonly trouble: { readonly sentence: string; readonly kind: TroubleKind } | null
}

/** Fetches a handful and keeps how it went. Says whether any may be left. */
async function fetchSome(
  context: GroupContext,
  { importId, manner }: { importId: string; manner: Manner },
): Promise<boolean> {
  const found = await context.read((tx) => nextOf(tx, { importId, limit: HANDFUL }))
  if (!found?.next.length) return false
  const queue = [...found.next]
  const outcomes: Outcome[] = []
  const lane = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      outcomes.push(await fetchOne(context, one, { ...manner, site: found.site }))
      await sleep(manner.pause)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  await context.act((act) => keep(act, importId, outcomes))
  return true
}

async function fetchOne(
  { services, group }: GroupContext,
  one: Waiting,
  how: Manner & { readonly site: string },
): Promise<Outcome> {
  const outcome: Outcome = { one, bytes: 0, picture: null, trouble: null }
  try {
    const file = await fetchFile(one.url, how)
    const bytes = file.length
    try {
      const name = one.path.split('/').at(-1) ?? ''
      const picture = await pictures.receive(services.files, group.id, new File([Uint8Array.from(file)], name))
      return { ...outcome, bytes, picture }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ...outcome, bytes, trouble: { sentence: error.message, kind: 'lasting' } }
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { ...outcome, trouble: { sentence: error.message, kind: error.kind } }
  }
}

async function keep(act: Act, importId: string, outcomes: readonly Outcome[]): Promise<void> {
  for (const { one, picture, trouble } of outcomes) {
    if (picture) await pictures.fill(act, one.pictureId, picture)
    const attempts = one.attempts + 1
    const again = trouble !== null && trouble.kind !== 'lasting' && attempts < MOST_ATTEMPTS
    await act.tx
      .updateTable('publishing.media')
      .set({ state: picture ? 'here' : again ? 'waiting' : 'failed', reason: trouble?.sentence ?? null, attempts })
      .where('id', '=', one.id)
      .execute()
  }
  await countBytes(act, { importId, bytes: outcomes.reduce((sum, { bytes }) => sum + bytes, 0) })
  const [first] = outcomes
  if (outcomes.length === HANDFUL && outcomes.every(({ trouble }) => trouble?.kind === 'unreachable'))
    await leaveRest(act, { importId, reason: first?.trouble?.sentence ?? '' })
}
