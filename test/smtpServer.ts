import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What the server says, or does, at a step of the dialogue (RFC 5321); by default it takes everything. */
export type Answers = Partial<
  Record<'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'end', string | ((socket: Socket) => void | Promise<void>)>
>

export interface SmtpServer {
  readonly url: string
  /** Every message it was given in full, also those it did not take. */
  readonly messages: string[]
  readonly recipients: string[]
  readonly senders: string[]
  /** How many connections there were. */
  connections: number
  /** How it behaves from now on. */
  answers: Answers
  close(): Promise<void>
}

/** A small real mail server, on a port of its own or a given one. */
export async function smtpServer(port = 0): Promise<SmtpServer> {
  const sockets = new Set<Socket>()
  const made: SmtpServer = { url: '', messages: [], recipients: [], senders: [], connections: 0, answers: {}, close }
  const server = createServer((socket) => {
    made.connections += 1
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)))
    talk(socket, made).catch(() => {}) // whoever hangs up has said enough
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(made, { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` })

  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => void server.close(resolve))
  }
}

async function talk(socket: Socket, server: SmtpServer): Promise<void> {
  const say = async (step: keyof Answers, usual: string): Promise<void> => {
    const answer = server.answers[step] ?? usual
    if (typeof answer === 'string') socket.write(`${answer}\r\n`)
    else await answer(socket)
  }
  let inData = false
  let rest = ''
  await say('greeting', '220 test')
  for await (const chunk of socket.setEncoding('utf8')) {
    rest += chunk as string
    for (
      let at = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n');
      at >= 0;
      at = rest.indexOf(inData ? '\r\n.\r\n' : '\r\n')
    ) {
      const text = rest.slice(0, at)
      rest = rest.slice(at + (inData ? 5 : 2))
      if (inData) {
        inData = false
        server.messages.push(text)
        await say('end', '250 taken')
        continue
      }
      const verb = text.slice(0, 4).toUpperCase()
      if (verb === 'RCPT') server.recipients.push(/<([^>]*)>/.exec(text)?.[1] ?? '')
      if (verb === 'MAIL') server.senders.push(/<([^>]*)>/.exec(text)?.[1] ?? '')
      if (verb === 'EHLO') socket.write('250 test\r\n')
      else if (verb === 'RSET') socket.write('250 ok\r\n')
      else if (verb === 'MAIL' || verb === 'RCPT') await say(verb, '250 ok')
      else if (verb === 'DATA') {
        await say('DATA', '354 go on')
        inData = server.answers.DATA === undefined
      } else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else socket.write('502 unknown\r\n')
    }
  }
}
