import { statfs } from 'node:fs/promises'
import { contextOf } from './platform/installation.ts'
import type { Services } from './platform/services.ts'
import type { Check, Command } from './platform/slice.ts'
import { slices } from './slices.ts'

const MARKS: Readonly<Record<Check['state'], string>> = {
  ok: 'ok       ',
  attention: 'attention',
  missing: 'missing  ',
}

/** Says what is set up, what is not, and what to do about it. Ends with 1 when something is missing. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Say what is set up, what is not, and what to do',
  options: { json: { type: 'boolean' } },
  run: async ({ services, options, say }) => {
    const checks = [...(await installationChecks(services)), ...(await groupChecks(services))]
    if (options['json']) say(JSON.stringify(checks))
    else for (const { state, subject, sentence } of checks) say(`${MARKS[state]}  ${subject}: ${sentence}`)
    return checks.some(({ state }) => state === 'missing') ? 1 : 0
  },
}

async function installationChecks({ config, pool, groups }: Services): Promise<Check[]> {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version') as version`)
  const disk = await statfs(config.dataDir)
  const free = Math.floor((disk.bavail * disk.bsize) / 1024 ** 3)
  return [
    {
      subject: 'Database',
      state: 'ok',
      sentence: `PostgreSQL ${rows[0]!.version}${config.databaseUrl ? ' on a server of your own' : ', our own'}.`,
    },
    { subject: 'Disk', state: free < 1 ? 'attention' : 'ok', sentence: `${free} GB free where the data lies.` },
    config.smtpUrl
      ? { subject: 'Mail', state: 'ok', sentence: 'Letters go to the mail server you set.' }
      : {
          subject: 'Mail',
          state: 'attention',
          sentence: 'No mail server is set, so letters stay in the outbox. Set SMTP_URL and MAIL_FROM.',
        },
    groups.all.length
      ? {
          subject: 'Groups',
          state: 'ok',
          sentence: groups.all.length === 1 ? 'One group.' : `${groups.all.length} groups.`,
        }
      : {
          subject: 'Groups',
          state: 'missing',
          sentence: 'There is no group yet. Run “npm start” and open the address it shows, or use “group create”.',
        },
  ]
}

async function groupChecks(services: Services): Promise<Check[]> {
  const found: Check[] = []
  for (const group of services.groups.all) {
    const { read } = contextOf(services, group)
    for (const { checks } of slices) {
      const results = checks ? await read((tx) => checks(tx)) : []
      found.push(...results.map((check) => ({ ...check, subject: `${group.name}, ${check.subject}` })))
    }
  }
  return found
}
