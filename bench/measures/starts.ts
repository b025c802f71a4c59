import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from '../../show/asking.ts'
import { Program } from '../../show/program.ts'
import { type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { proportionalMemory, serverOf } from '../processes.ts'
import { median } from '../rounds.ts'
import type { Figure } from '../table.ts'
import { readFileSync } from 'node:fs'

const PORT = '4179'
const IDLE = 5000

/** `npm start`, from the Enter key to the first 200, on an empty data folder and on one in use; then what it holds at rest. */
export async function starts({ root, folder }: Place, { starts: times }: Plan): Promise<Figure[]> {
  const dataDir = join(folder, 'start')
  const empty: number[] = []
  for (let turn = 0; turn < times; turn++) {
    rmSync(dataDir, { recursive: true, force: true })
    empty.push(await timeStart(root, dataDir))
  }
  const warm: number[] = []
  for (let turn = 0; turn < times; turn++) warm.push(await timeStart(root, dataDir))
  let memory = 0
  await timeStart(root, dataDir, async () => {
    await sleep(IDLE)
    memory = proportionalMemory([programOf(dataDir), serverOf(dataDir)])
  })
  return [
    { name: 'npm start to first 200, empty data folder', value: median(empty), unit: 's', target: 8, raw: empty },
    { name: 'npm start to first 200, warm', value: median(warm), unit: 's', target: 1.5, raw: warm },
    { name: 'At rest: program and database, proportional', value: memory / 1024 / 1024, unit: 'MB', target: 150 },
  ]
}

/** Seconds. `then` is done while the program serves. */
export async function timeStart(root: string, dataDir: string, then?: () => Promise<void>): Promise<number> {
  const program = new Program({ folder: root, env: { PORT, BACKBENCH_DATA: dataDir } })
  try {
    const since = performance.now()
    await program.start()
    const { status } = await ask(`http://localhost:${PORT}/healthz`)
    if (status !== 200) throw new Error(`/healthz answered ${status}`)
    const seconds = (performance.now() - since) / 1000
    await then?.()
    return seconds
  } finally {
    await program.stop()
  }
}

const programOf = (dataDir: string): number => Number(readFileSync(join(dataDir, 'postgres.starter'), 'utf8'))
