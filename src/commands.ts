import { outboxFolder, readOutbox } from './platform/mail.ts'
import { migrationFiles } from './platform/migrations.ts'
import { readableLetter } from './platform/readableLetter.ts'
import { Refusal } from './platform/refusal.ts'
import type { Command } from './platform/slice.ts'
import { archiveCommands } from './archiveCommands.ts'
import { doctor } from './doctor.ts'
import { groupCommands } from './groupCommands.ts'
import { exportGroupCommand } from './site/index.ts'
import { slices } from './slices.ts'

const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the database up to date (every start does this too)',
  run: async ({ say }) => say(`The database is up to date: ${migrationFiles().length} migrations.`), // opening the installation ran them
}

const outbox: Command = {
  name: 'outbox',
  summary: 'Show letters kept here because no mail server is set',
  options: { last: { type: 'boolean' } },
  run: async ({ services, options, say }) => {
    if (services.config.smtpUrl) throw new Refusal('A mail server is set (SMTP_URL), so letters are not kept here.')
    const letters = await readOutbox(services.config)
    if (!letters.length) return say(`No letters in ${outboxFolder(services.config)}.`)
    for (const { text } of options['last'] ? letters.slice(-1) : letters)
      say(`${readableLetter(text)}\n\n${'-'.repeat(72)}`)
  },
}

/** Every command: the installation's own, then each slice's. */
export const commands: readonly Command[] = [
  migrate,
  ...groupCommands,
  ...archiveCommands,
  ...slices.flatMap((slice) => slice.commands ?? []),
  exportGroupCommand(slices),
  outbox,
  doctor,
]
