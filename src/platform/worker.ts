import { setTimeout as sleep } from 'node:timers/promises'
import { type RunnerOptions, startRunner } from './runner.ts'

export interface Worker {
  stop(): Promise<void>
}

/**
 * Keeps a runner running, on connections of its own: one whose database goes away while it notes how a job went gives up, and the
 * next one takes its jobs over.
 */
export async function startWorker(options: RunnerOptions): Promise<Worker> {
  const stopping = new AbortController()
  let running = await startRunner(options)
  const kept = keep()

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await running.over.catch((error: unknown) => options.services.log.fault('worker', error))
      await sleep(1000, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      running = await startRunner(options).catch(() => running) // the database is still away: try again
      if (stopping.signal.aborted) await stop()
    }
  }

  /** It may just have ended by itself. */
  const stop = () => Promise.race([running.runner.stop(), running.over]).catch(() => {})

  return {
    stop: async () => {
      stopping.abort()
      await stop()
      await kept
    },
  }
}
