import { lookup, resolveMx } from 'node:dns/promises'
import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { mailboxCheck } from './mailing/index.ts'
import { archiveCheck } from './platform/archive/index.ts'
import { isPaused } from './platform/groups.ts'
import { migrationFiles } from './platform/migrations.ts'
import { programVersion } from './platform/root.ts'
import type { Services } from './platform/services.ts'
import type { Check } from './platform/slice.ts'
import { tryServer } from './platform/smtpLine.ts'
import { plural } from './ui/words.ts'

/** What `doctor` asks of the installation itself. Whatever asks the network gives up after some seconds. */
export async function hostChecks(services: Services): Promise<Check[]> {
  const { config, secret } = services
  const asked = [
    versions(services),
    disk(config.dataDir),
    clock(services),
    mail(services),
    sender(services),
    mailboxCheck(services),
    names(services),
    archiveCheck({ archiveTo: config.archiveTo, secret }, new Date()),
  ]
  return [...(await Promise.all(asked)).filter((check) => check !== null), groups(services)]
}

async function versions({ pool, config }: Services): Promise<Check> {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version') as version`)
  const server = `PostgreSQL ${rows[0]!.version}${config.databaseUrl ? ' on a server of your own' : ', our own'}`
  return {
    subject: 'Database',
    state: 'ok',
    sentence: `${server}; Backbench ${programVersion()} on Node ${process.versions.node}, ${migrationFiles().length} migrations done.`,
  }
}

async function disk(dataDir: string): Promise<Check> {
  const { bavail, bsize, blocks } = await statfs(dataDir)
  const free = Math.floor((bavail * bsize) / 1024 ** 3)
  const short = free < 1 || bavail < blocks / 20
  return {
    subject: 'Disk',
    state: short ? 'attention' : 'ok',
    sentence: `${free} GB free where the data lies${short ? ', which is little: make room before it is full' : ''}.`,
  }
}

/** Codes, links and scheduled posts go by the clock; the database's must agree with ours. */
async function clock({ pool }: Services): Promise<Check> {
  const before = Date.now()
  const { rows } = await pool.query<{ now: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
  )
  const apart = Math.round(Math.abs(rows[0]!.now - (before + Date.now()) / 2) / 1000)
  return {
    subject: 'Clock',
    state: apart > 5 ? 'attention' : 'ok',
    sentence:
      apart > 5
        ? `The database's clock and this machine's are ${apart} seconds apart: let both follow a time server.`
        : `It is ${new Date().toISOString().slice(0, 19).replace('T', ' ')} UTC here, and the database agrees.`,
  }
}

async function mail({ config }: Services): Promise<Check> {
  const subject = 'Mail'
  if (!config.smtpUrl)
    return {
      subject,
      state: 'attention',
      sentence: 'No mail server is set, so letters stay in the outbox. Set SMTP_URL and MAIL_FROM.',
    }
  const { hostname } = new URL(config.smtpUrl)
  const trouble = await within(15_000, tryServer(config.smtpUrl)).then(
    () => null,
    (error: Error & { code?: string; responseCode?: number }) =>
      error.responseCode ? `it answered ${error.responseCode}` : (error.code ?? 'no answer'),
  )
  return trouble === null
    ? { subject, state: 'ok', sentence: `The mail server ${hostname} greets us and would take letters.` }
    : { subject, state: 'missing', sentence: `The mail server ${hostname} cannot be used (${trouble}): see SMTP_URL.` }
}

/** Receivers look whether the sender's domain takes mail itself (RFC 5321 §5.1). */
async function sender({ config }: Services): Promise<Check | null> {
  const domain = config.mailFrom?.split('@')[1]
  if (!config.smtpUrl || !domain) return null
  const found = await within(5000, resolveMx(domain))
    .catch(() => within(5000, lookup(domain)))
    .then(
      () => true,
      () => false,
    )
  return {
    subject: 'Sender',
    state: found ? 'ok' : 'attention',
    sentence: found
      ? `The domain of MAIL_FROM, ${domain}, takes mail. Its SPF and DKIM entries are for whoever runs its mail to see to.`
      : `The domain of MAIL_FROM, ${domain}, cannot be found in the DNS: other servers will refuse our letters.`,
  }
}

const MOST_NAMES = 100

/** Each name a group answers to should lead somewhere. Where it leads is not judged: a proxy may stand in between. */
async function names(services: Services): Promise<Check | null> {
  const all = services.groups.all.flatMap(({ hosts }) => hosts).filter((host) => !/^(.*\.)?localhost$/.test(host))
  if (!all.length) return null
  const asked = all.slice(0, MOST_NAMES)
  const lost: string[] = []
  const line = asked.values()
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      for (const host of line) await within(4000, lookup(host)).catch(() => lost.push(host))
    }),
  )
  const looked = all.length > asked.length ? `, of ${plural(all.length, 'name')} the first ${MOST_NAMES} looked up` : ''
  return {
    subject: 'Names',
    state: lost.length ? 'attention' : 'ok',
    sentence: lost.length
      ? `${plural(lost.length, 'host name')} cannot be found in the DNS${looked}: ${lost.toSorted().slice(0, 5).join(', ')}${lost.length > 5 ? ' and others' : ''}.`
      : `Every host name can be found in the DNS${looked}.`,
  }
}

function groups({ groups: { all } }: Services): Check {
  const paused = all.filter(isPaused).length
  if (!all.length)
    return {
      subject: 'Groups',
      state: 'missing',
      sentence: 'There is no group yet. Run “npm start” and open the address it shows, or use “group create”.',
    }
  const said = all.length === 1 ? 'One group' : `${all.length} groups`
  return { subject: 'Groups', state: 'ok', sentence: `${said}${paused ? `, ${paused} of them paused` : ''}.` }
}

/** Some lookups cannot be called off; nobody waits for them either. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const enough = new AbortController()
  const late = sleep(milliseconds, undefined, { signal: enough.signal, ref: false }).then(() => {
    throw Object.assign(new Error('too late'), { code: 'no answer in time' })
  })
  late.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    enough.abort()
  }
}
