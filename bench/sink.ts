import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

const END = Buffer.from('\r\n.\r\n')
const LINE = Buffer.from('\r\n')

/** What the server took so far. */
export interface Taken {
  readonly messages: number
  readonly bytes: number
}

/**
 * A mail server that takes every message and keeps none, and lets several commands come at once (RFC 2920), as most do. Gives its
 * port. Asked `VRFY`, it says what it took.
 */
export function serveSink(): Promise<number> {
  const taken = { messages: 0, bytes: 0 }
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    takeAll(socket, taken)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function takeAll(socket: Socket, taken: { messages: number; bytes: number }): void {
  let [rest, inData]: [Buffer, boolean] = [Buffer.alloc(0), false]
  socket.write('220 sink ESMTP\r\n')
  socket.on('data', (chunk: Buffer) => {
    let answers = ''
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk
    for (let at = rest.indexOf(inData ? END : LINE); at >= 0; at = rest.indexOf(inData ? END : LINE)) {
      if (inData) {
        taken.messages += 1
        taken.bytes += at
        answers += '250 taken\r\n'
        inData = false
        rest = rest.subarray(at + END.length)
        continue
      }
      const verb = rest.toString('latin1', 0, 4).toUpperCase()
      rest = rest.subarray(at + LINE.length)
      inData = verb === 'DATA'
      answers += answerTo(verb, taken)
      if (verb === 'QUIT') return void socket.end(answers)
    }
    if (answers) socket.write(answers)
  })
}

function answerTo(verb: string, taken: Taken): string {
  if (verb === 'EHLO') return '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n'
  if (verb === 'DATA') return '354 go on\r\n'
  if (verb === 'QUIT') return '221 bye\r\n'
  return verb === 'VRFY' ? `252 ${JSON.stringify(taken)}\r\n` : '250 ok\r\n'
}

/** What the server on this port took so far. */
export async function takenBy(port: number): Promise<Taken> {
  const socket = createConnection(port, '127.0.0.1')
  socket.write('VRFY\r\nQUIT\r\n')
  return JSON.parse(/^252 (.*)$/m.exec(await text(socket))![1]!) as Taken
}
