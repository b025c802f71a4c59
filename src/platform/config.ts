import { resolve } from 'node:path'
import { z } from 'zod'
import { projectRoot } from './root.ts'

const text = z.string().trim().min(1)
const flag = z
  .string()
  .optional()
  .transform((value) => value === '1' || value === 'true')

const environment = z.object({
  BACKBENCH_DATA: text.default('data'),
  BACKBENCH_SECRET: text.min(32, 'BACKBENCH_SECRET needs at least 32 characters.').optional(),
  BACKBENCH_DEV: flag,
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number('PORT must be a number.').int().min(0).max(65_535).default(3000),
  TRUST_PROXY: flag,
  DATABASE_URL: text.optional(),
  DATABASE_OWNER_URL: text.optional(),
  SMTP_URL: text.optional(),
  MAIL_FROM: text.optional(),
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
}

/** Reads the settings once. Throws one sentence a person can act on when one of them cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(filled)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`The setting ${issue?.path.join('.') ?? ''} cannot be used: ${issue?.message ?? ''}`)
  }
  const values = parsed.data
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
  }
}
