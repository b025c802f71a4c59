import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { smtpServer } from '../../test/smtpServer.ts'

/**
 * A mail server that may be killed: what it has said "taken" to lies in a folder by then, one file for each message, named after
 * whom it is for. Started with the port, the folder, and how many milliseconds it takes at most to say so.
 */
const [port, folder, slowest] = process.argv.slice(2)
const server = await smtpServer(Number(port))
let count = 0
server.answers = {
  end: async () => {
    const text = server.messages.pop()!
    const to = /^To: <?([^>\s]*)/im.exec(text)?.[1] ?? 'nobody'
    writeFileSync(join(folder!, `${process.pid}-${count++}~${to}.eml`), text)
    await sleep(Math.random() * Number(slowest))
    return '250 taken'
  },
}
process.stdout.write('ready\n')
