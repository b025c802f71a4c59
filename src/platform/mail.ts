import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer, { type Transporter } from 'nodemailer'
import type { Config } from './config.ts'
import type { Letter } from './letters.ts'
import type { GroupContext } from './slice.ts'

const transports = new Map<string, Transporter>()

/** Gives a letter to the SMTP server, or, with none set, to the outbox folder. Rejects with nodemailer's error. */
export async function deliver({ group, services: { config } }: GroupContext, letter: Letter & { id: string }): Promise<void> {
  const message = {
    from: { name: group.name, address: config.mailFrom ?? 'backbench@localhost' },
    to: letter.to,
    subject: letter.subject,
    text: letter.body,
    messageId: `<${letter.id}@${(config.mailFrom ?? 'backbench@localhost').split('@').at(-1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834 §5: no holiday replies
  }
  if (config.smtpUrl) return void (await transport(config.smtpUrl).sendMail(message))
  await fileAway(config, letter.id, (await nodemailer.createTransport({ streamTransport: true, buffer: true }).sendMail(message)).message as Buffer)
}

/** The server asks to come again later (SMTP 4xx), or could not be reached: the letter was certainly not taken. */
export function isPassing(error: unknown): boolean {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string }
  if (responseCode) return responseCode >= 400 && responseCode < 500
  return code === 'ECONNECTION' || code === 'EDNS' || (code === 'ETIMEDOUT' && command === 'CONN')
}

export const outboxFolder = (config: Config): string => join(config.dataDir, 'outbox')

/** Letters that were filed because no mail server is set, newest last. */
export async function readOutbox(config: Config): Promise<readonly { name: string; text: string }[]> {
  const names = await readdir(outboxFolder(config)).catch(() => [])
  const letters = names.filter((name) => name.endsWith('.eml')).sort()
  return Promise.all(letters.map(async (name) => ({ name, text: await readFile(join(outboxFolder(config), name), 'utf8') })))
}

/** Named by the letter, so that filing it twice makes one file. */
async function fileAway(config: Config, id: string, message: Buffer): Promise<void> {
  const folder = outboxFolder(config)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, `.${id}`), message, { mode: 0o600 })
  await rename(join(folder, `.${id}`), join(folder, `${id}.eml`))
}

const transport = (url: string): Transporter => {
  let made = transports.get(url)
  if (!made) transports.set(url, (made = nodemailer.createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })))
  return made
}
