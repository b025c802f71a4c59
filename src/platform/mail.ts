import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from './config.ts'
import { writeDurably } from './durable.ts'
import type { Job } from './jobs.ts'
import type { Reply } from './smtpLine.ts'

const NOBODY = 'backbench@localhost'

/** The address letters are from. */
export const senderOf = ({ mailFrom }: Config): string => mailFrom ?? NOBODY

/** The domain they are from: by its names in the DNS receivers judge them. */
export const senderDomain = (config: Config): string => domainOf(senderOf(config))

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

export const outboxFolder = (config: Config): string => join(config.dataDir, 'outbox')

/** Letters that were filed because no mail server is set, newest last. */
export async function readOutbox(config: Config): Promise<readonly { name: string; text: string }[]> {
  const names = await readdir(outboxFolder(config)).catch(() => [])
  const letters = names.filter((name) => name.endsWith('.eml')).toSorted()
  return Promise.all(
    letters.map(async (name) => ({ name, text: await readFile(join(outboxFolder(config), name), 'utf8') })),
  )
}

/** Which filed letters went to one of these addresses, by their ids. None where a mail server is set. */
export async function filedTo(config: Config, addresses: readonly string[]): Promise<readonly string[]> {
  const lines = new Set(addresses.map((one) => `to: ${one.toLowerCase()}`))
  const filed = await readOutbox(config)
  const head = (text: string) =>
    text
      .split(/\r?\n\r?\n/)[0]!
      .toLowerCase()
      .replace(/[<>]/g, '')
      .split(/\r?\n/)
  return filed.filter(({ text }) => head(text).some((line) => lines.has(line))).map(({ name }) => name.slice(0, -4))
}

/** Their readers were erased: the letters in the folder go too. */
export const forgetFiled: Job<{ letters: string }> = {
  name: 'platform.forget_filed_letters',
  async run({ services: { config } }, { letters }) {
    for (const id of letters.split(' ')) await rm(join(outboxFolder(config), `${basename(id)}.eml`), { force: true })
  },
}

/** Where no mail server is set: the outbox folder, as something that messages are handed over by. */
export const filedLine = (config: Config) => ({
  isOpen: true,
  hand: async ({ message }: { readonly message: Buffer }, name: string): Promise<Reply> => {
    await fileAway(config, name, message)
    return { outcome: 'taken', said: 'filed' }
  },
  close: (): void => {},
})

/** Named by the letter, so that filing it twice makes one file. */
async function fileAway(config: Config, id: string, message: Buffer): Promise<void> {
  const folder = outboxFolder(config)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeDurably(join(folder, `${id}.eml`), message, join(folder, `.${id}`))
}
