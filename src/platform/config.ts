import { resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from './refusal.ts'
import { projectRoot } from './root.ts'

const text = z.string().trim().min(1)
const flag = z
  .enum(['1', 'true', '0', 'false'], 'write 1 for yes and 0 for no')
  .optional()
  .transform((value) => value === '1' || value === 'true')
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'it is a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'it is a number from 0 to 65535')

/** With a name and a password, whose signs are written as addresses write them ("@" is "%40"). */
function isMailbox(url: string): boolean {
  try {
    const { username, password, hostname, pathname } = new URL(url)
    return (
      [username, password, hostname].every((part) => decodeURIComponent(part)) && decodeURIComponent(pathname) !== null
    )
  } catch {
    return false
  }
}

const environment = z.object({
  BACKBENCH_DATA: text.default('data'),
  BACKBENCH_SECRET: text.min(32, 'it needs at least 32 characters').optional(),
  BACKBENCH_DEV: flag,
  HOST: text.default('127.0.0.1'),
  PORT: port.default(3000),
  TRUST_PROXY: flag,
  DATABASE_URL: text.regex(/^postgres(ql)?:\/\//, 'it begins with postgres://').optional(),
  DATABASE_OWNER_URL: text.regex(/^postgres(ql)?:\/\//, 'it begins with postgres://').optional(),
  SMTP_URL: text.regex(/^smtps?:\/\/\S+$/, 'it begins with smtp:// or smtps://').optional(),
  MAIL_FROM: text.regex(/^[^\s@<>]+@[^\s@<>]+$/, 'it is an email address and nothing else').optional(),
  IMAP_URL: text
    .refine(
      (url) => /^imaps?:\/\/\S+$/.test(url) && isMailbox(url),
      'it looks like imaps://name:password@mail.example.org/INBOX',
    )
    .optional(),
  HOST_CONTACT: text.max(200, 'it is at most 200 letters').optional(),
  TRIALS: z.enum(['allowed', 'off'], 'it is allowed or off').default('off'),
  TRIALS_AT_ONCE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'it is how many trials there may be at once, 1 to 999')
    .default('10')
    .transform(Number),
  TRIALS_LARGEST: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'it is the size of the largest export in megabytes, 1 to 9999')
    .default('50')
    .transform(Number),
  METRICS_TOKEN: text.min(16, 'it needs at least 16 characters').optional(),
  LOG_FORMAT: z.enum(['json', 'text'], 'it is json or text').optional(),
  SOURCE_URL: text.regex(/^https?:\/\/\S+$/, 'it begins with https://').optional(),
  ARCHIVE_TO: text.optional(),
  ARCHIVE_AT: text.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'it is a time of day in UTC, such as 03:10').default('03:10'),
  ARCHIVE_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'it is how many archives to keep, 1 or more')
    .default('14')
    .transform(Number),
})

/** Settings of an installation. Each is described in `.env.example`. */
export interface Config {
  readonly dataDir: string
  readonly secret: string | undefined
  readonly development: boolean
  readonly host: string
  readonly port: number
  readonly trustProxy: boolean
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  /** The mailbox to which answers and returned letters come. */
  readonly imapUrl: string | undefined
  /** Shown on the pages of the host's own: an address, a page, or any words. */
  readonly hostContact: string | undefined
  /** Whether anybody may try it with an export of their own. */
  readonly trials: boolean
  readonly trialsAtOnce: number
  /** Megabytes. */
  readonly trialsLargest: number
  /** Whoever shows it may read /metrics; without one only this machine may. */
  readonly metricsToken: string | undefined
  /** Left out: text on a terminal, JSON elsewhere. */
  readonly logFormat: 'json' | 'text' | undefined
  /** Where the source of the version that runs here can be had (AGPL-3.0, section 13). */
  readonly sourceUrl: string | undefined
  /** The folder in which an archive of all groups is made every day; none without it. */
  readonly archiveTo: string | undefined
  /** When: 'HH:MM' in UTC. */
  readonly archiveAt: string
  /** How many of them stay. */
  readonly archiveKeep: number
}

/** Reads the settings once. A Refusal of one sentence, which never shows a value, when one of them cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = environment.safeParse(filled)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Refusal(`The setting ${issue!.path.join('.')} cannot be used: ${issue!.message}.`, 422)
  }
  const values = parsed.data
  if (values.SMTP_URL && !values.MAIL_FROM)
    throw new Refusal('The setting SMTP_URL needs MAIL_FROM, the address that letters come from.', 422)
  return {
    dataDir: resolve(projectRoot, values.BACKBENCH_DATA),
    secret: values.BACKBENCH_SECRET,
    development: values.BACKBENCH_DEV,
    host: values.HOST,
    port: values.PORT,
    trustProxy: values.TRUST_PROXY,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    imapUrl: values.IMAP_URL,
    hostContact: values.HOST_CONTACT,
    trials: values.TRIALS === 'allowed',
    trialsAtOnce: values.TRIALS_AT_ONCE,
    trialsLargest: values.TRIALS_LARGEST,
    metricsToken: values.METRICS_TOKEN,
    logFormat: values.LOG_FORMAT,
    sourceUrl: values.SOURCE_URL,
    archiveTo: values.ARCHIVE_TO && resolve(projectRoot, values.ARCHIVE_TO),
    archiveAt: values.ARCHIVE_AT,
    archiveKeep: values.ARCHIVE_KEEP,
  }
}
