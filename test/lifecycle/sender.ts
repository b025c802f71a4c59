// A process that sends one letter until it is sent, or until it is killed: `sender.ts <settings as JSON>`.
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { sendLetter } from '../../src/mailing/sending/sendLetter.ts'
import { readConfig } from '../../src/platform/config.ts'
import { contextOf, makeServices } from '../../src/platform/installation.ts'

export interface SenderSettings {
  readonly connection: pg.ClientConfig
  readonly environment: Record<string, string>
  readonly groupId: number
  readonly letterId: string
}

const { connection, environment, groupId, letterId } = JSON.parse(process.argv[2]!) as SenderSettings
const log = { info: () => {}, fault: (_: string, error: unknown) => process.stderr.write(`${String(error)}\n`) }
const services = await makeServices(readConfig(environment), { app: connection }, log)
const context = contextOf(services, services.groups.byId(groupId)!)
for (let again = await sendLetter(context, letterId); again; again = await sendLetter(context, letterId)) {
  await sleep(Math.min(200, Math.max(0, again.getTime() - Date.now())))
}
await services.pool.end()
