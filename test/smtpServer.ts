import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

type Step = 'greeting' | 'MAIL' | 'RCPT' | 'DATA' | 'end'
/** What the server says at a step of the dialogue (RFC 5321), or what it does before it says so; by default it takes everything. */
export type Answers = Partial<Record<Step, string | ((socket: Socket) => Said | Promise<Said>)>>
type Said = string | void

export interface SmtpServer {
  readonly url: string
  /** Every message it was given in full, also those it did not take. */
  readonly messages: string[]
  /** Whom messages were to go to, and from whom they would have come back: one for each RCPT TO. */
  readonly envelopes: { readonly from: string; readonly to: string }[]
  readonly senders: string[]
  /** How many connections there were. */
  connections: number
  /** How it behaves from now on. */
  answers: Answers
  /** Whether it lets several commands come at once (RFC 2920), as most do. */
  takesSeveral: boolean
  close(): Promise<void>
}

/** A small real mail server, on a port of its own or a given one. */
export async function smtpServer(port = 0): Promise<SmtpServer> {
  const sockets = new Set<Socket>()
  const lists = { messages: [], envelopes: [], senders: [] }
  const made: SmtpServer = { url: '', ...lists, connections: 0, answers: {}, takesSeveral: true, close }
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
  const dialogue = new Dialogue(socket, server)
  let rest = ''
  await dialogue.say('greeting', '220 test')
  for await (const chunk of socket.setEncoding('utf8')) {
    rest += chunk as string
    for (let at = rest.indexOf(dialogue.end); at >= 0 && !socket.destroyed; at = rest.indexOf(dialogue.end)) {
      const text = rest.slice(0, at)
      rest = rest.slice(at + dialogue.end.length)
      await dialogue.hear(text)
      if (dialogue.end === WORDS_END) rest = `\r\n${rest}` // a message may be empty: then its dot stands first
    }
  }
}

const [LINE_ENDS, WORDS_END] = ['\r\n', '\r\n.\r\n']

/** One connection's: what was asked for so far, and what that is answered with. */
class Dialogue {
  readonly #socket: Socket
  readonly #server: SmtpServer
  #sender: string | null = null
  #hasRecipient = false
  /** Where what comes next ends. */
  end = LINE_ENDS

  constructor(socket: Socket, server: SmtpServer) {
    this.#socket = socket
    this.#server = server
  }

  /** Whether it was a yes. */
  async say(step: Step, usual: string): Promise<boolean> {
    const answer = this.#server.answers[step] ?? usual
    const said = typeof answer === 'string' ? answer : await answer(this.#socket)
    if (said) this.#socket.write(`${said}\r\n`)
    return /^[23]/.test(said ?? '')
  }

  async hear(text: string): Promise<void> {
    if (this.end === WORDS_END) return this.#take(text.slice(LINE_ENDS.length))
    const verb = text.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(text)?.[1] ?? ''
    if (verb === 'EHLO')
      this.#socket.write(this.#server.takesSeveral ? '250-test\r\n250 PIPELINING\r\n' : '250 test\r\n')
    else if (verb === 'RSET') this.#begin()
    else if (verb === 'MAIL') await this.#from(address)
    else if (verb === 'RCPT') await this.#to(address)
    else if (verb === 'DATA') await this.#asked()
    else if (verb === 'QUIT') this.#socket.end('221 bye\r\n')
    else this.#socket.write('502 unknown\r\n')
  }

  #begin(): void {
    this.#sender = null
    this.#hasRecipient = false
    this.#socket.write('250 ok\r\n')
  }

  async #from(address: string): Promise<void> {
    this.#server.senders.push(address)
    this.#hasRecipient = false
    this.#sender = (await this.say('MAIL', '250 ok')) ? address : null
  }

  async #to(address: string): Promise<void> {
    if (this.#sender === null) return void this.#socket.write('503 no sender\r\n')
    this.#server.envelopes.push({ from: this.#sender, to: address })
    this.#hasRecipient = (await this.say('RCPT', '250 ok')) || this.#hasRecipient
  }

  /** RFC 5321 §3.3: without a recipient that was taken there is nothing to say "354" to. */
  async #asked(): Promise<void> {
    const taken = await this.say('DATA', this.#hasRecipient ? '354 go on' : '554 no valid recipients')
    this.end = taken ? WORDS_END : LINE_ENDS
  }

  async #take(message: string): Promise<void> {
    this.end = LINE_ENDS
    this.#server.messages.push(message)
    await this.say('end', '250 taken')
  }
}
