import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

interface Stored {
  readonly uid: number
  readonly bytes: Buffer
  readonly flags: Set<string>
}
interface Folder {
  uidValidity: number
  next: number
  mails: Stored[]
}

/** What goes wrong from now on. */
export interface ImapFaults {
  /** Hangs up after so many mails were given. */
  hangUpAfter?: number
  /** Hangs up whenever this mail is asked for. */
  hangUpAt?: number
  /** Gives the whole mail although a part was asked for. */
  givesAll?: boolean
  /** Says no to moving, copying and making folders. */
  movesNothing?: boolean
  /** Greets nobody. */
  silent?: boolean
}

export interface ImapServer {
  /** With the name and password it accepts. */
  readonly url: string
  readonly folders: Map<string, Folder>
  faults: ImapFaults
  /** Bytes of mails that were given, and how many times one was. */
  given: { bytes: number; mails: number }
  readonly commands: string[]
  /** Puts a mail into the inbox; gives its UID. */
  put(mail: Uint8Array | string): number
  /** The same mails under other numbers, as after a server's move. */
  renumber(): void
  /** Subjects, or what a mail begins with, in a folder. */
  names(folder: string): string[]
  close(): Promise<void>
}

const [USER, PASSWORD] = ['office@group.example.org', 'pass-word-of-the-office']

/** A small real IMAP server (RFC 3501, with MOVE and UIDPLUS) on a port of its own: as much as one mailbox's reader needs. */
export async function imapServer(): Promise<ImapServer> {
  const sockets = new Set<Socket>()
  const made: ImapServer = {
    url: '',
    folders: new Map([['INBOX', { uidValidity: 7, next: 1, mails: [] }]]),
    faults: {},
    given: { bytes: 0, mails: 0 },
    commands: [],
    put: (mail) => {
      const inbox = made.folders.get('INBOX')!
      inbox.mails.push({ uid: inbox.next, bytes: Buffer.from(mail), flags: new Set() })
      return inbox.next++
    },
    renumber: () => {
      const inbox = made.folders.get('INBOX')!
      inbox.uidValidity += 1
      inbox.mails = inbox.mails.map((mail, i) => ({ ...mail, uid: i + 1 }))
      inbox.next = inbox.mails.length + 1
    },
    names: (folder) =>
      (made.folders.get(folder)?.mails ?? []).map(
        ({ bytes }) => /^Subject: (.*)$/m.exec(bytes.toString('latin1', 0, 4096))?.[1]?.trim() ?? '',
      ),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)))
    if (!made.faults.silent) void serve(socket, made).catch(() => {})
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(made, { url: `imap://${encodeURIComponent(USER)}:${PASSWORD}@127.0.0.1:${port}/INBOX` })
}

interface Talk {
  readonly server: ImapServer
  readonly say: (line: string | Buffer) => void
  readonly hangUp: () => void
  folder: Folder | undefined
}

async function serve(socket: Socket, server: ImapServer): Promise<void> {
  const one: Talk = {
    server,
    folder: undefined,
    say: (line) => void socket.write(typeof line === 'string' ? `${line}\r\n` : line),
    hangUp: () => void socket.destroy(),
  }
  one.say('* OK ready')
  let rest = ''
  for await (const chunk of socket.setEncoding('latin1')) {
    rest += chunk as string
    for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
      const line = rest.slice(0, at)
      rest = rest.slice(at + 2)
      const [, tag = '*', words = ''] = /^(\S+) (.*)$/.exec(line) ?? []
      const name = /^(?:UID )?\S+/i.exec(words)?.[0].toUpperCase() ?? ''
      server.commands.push(name)
      const answer = ANSWERS[name]
      const said = answer ? answer(one, words.slice(name.length).trim()) : 'BAD unknown'
      one.say(`${tag} ${said}`)
      if (name === 'LOGOUT') socket.end()
    }
  }
}

type Answer = (talk: Talk, words: string) => string
const strings = (words: string): string[] =>
  [...words.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain!,
  )

const ANSWERS: Readonly<Record<string, Answer>> = {
  CAPABILITY: ({ say }) => (say('* CAPABILITY IMAP4rev1 MOVE UIDPLUS NAMESPACE'), 'OK done'),
  LOGIN: (_, words) => {
    const [user, password] = strings(words)
    return user === USER && password === PASSWORD
      ? 'OK in'
      : `NO [AUTHENTICATIONFAILED] ${user} with ${password} is nobody here`
  },
  NAMESPACE: ({ say }) => (say('* NAMESPACE (("" "/")) NIL NIL'), 'OK done'),
  LIST: (talk) => listed(talk, 'LIST'),
  LSUB: (talk) => listed(talk, 'LSUB'),
  NOOP: () => 'OK done',
  SUBSCRIBE: () => 'OK done',
  LOGOUT: ({ say }) => (say('* BYE'), 'OK done'),
  CREATE: ({ server }, words) => {
    if (server.faults.movesNothing) return 'NO not here'
    server.folders.set(strings(words)[0]!, { uidValidity: 1, next: 1, mails: [] })
    return 'OK made'
  },
  SELECT: (talk, words) => {
    talk.folder = talk.server.folders.get(strings(words)[0]!)
    if (!talk.folder) return 'NO [NONEXISTENT] no such folder'
    const { mails, uidValidity, next } = talk.folder
    for (const line of [`FLAGS (\\Seen \\Deleted)`, `${mails.length} EXISTS`, '0 RECENT']) talk.say(`* ${line}`)
    for (const code of [`UIDVALIDITY ${uidValidity}`, `UIDNEXT ${next}`, 'PERMANENTFLAGS (\\Seen \\Deleted)'])
      talk.say(`* OK [${code}] so`)
    return 'OK [READ-WRITE] open'
  },
  'UID SEARCH': (talk, words) => {
    const found = chosen(talk, /(\d+(?::[\d*]+)?(?:,\d+(?::[\d*]+)?)*)/.exec(words)?.[1] ?? '1:*')
    talk.say(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trim())
    return 'OK found'
  },
  'UID FETCH': (talk, words) => {
    for (const mail of chosen(talk, words.split(' ')[0]!)) if (!give(talk, mail, words)) return 'OK'
    return 'OK given'
  },
  'UID STORE': (talk, words) => {
    const flags = /\(([^)]*)\)/.exec(words)![1]!.split(' ')
    for (const mail of chosen(talk, words.split(' ')[0]!)) for (const flag of flags) mail.flags.add(flag)
    return 'OK stored'
  },
  'UID MOVE': (talk, words) => {
    const [uids, to] = strings(words)
    const folder = talk.server.folders.get(to!)
    if (talk.server.faults.movesNothing) return 'NO not allowed'
    if (!folder) return 'NO [TRYCREATE] no such folder'
    const going = chosen(talk, uids!)
    for (const mail of going) folder.mails.push({ ...mail, uid: folder.next++ })
    talk.folder!.mails = talk.folder!.mails.filter((mail) => !going.includes(mail))
    return 'OK moved'
  },
}

function listed({ server, say }: Talk, name: string): string {
  for (const folder of server.folders.keys()) say(`* ${name} () "/" "${folder}"`)
  return 'OK done'
}

/** A range that ends before it begins is read the other way round, so "9:*" has the last mail in it (RFC 3501 §9, seq-range). */
function chosen({ folder }: Talk, set: string): Stored[] {
  const mails = folder?.mails ?? []
  const last = mails.at(-1)?.uid ?? 0
  const ranges = set.split(',').map((range) => {
    const [from = 0, to = from] = range.split(':').map((word) => (word === '*' ? last : Number(word)))
    return [Math.min(from, to), Math.max(from, to)] as const
  })
  return mails.filter(({ uid }) => ranges.some(([from, to]) => uid >= from && uid <= to))
}

/** False when the line was cut instead. */
function give(talk: Talk, { uid, bytes, flags }: Stored, words: string): boolean {
  const { server, say } = talk
  const { hangUpAfter, hangUpAt, givesAll } = server.faults
  if (hangUpAt === uid || (hangUpAfter !== undefined && server.given.mails >= hangUpAfter))
    return (talk.hangUp(), false)
  const [, start = '0', length = ''] = /<(\d+)\.(\d+)>/.exec(words) ?? []
  const part = length && !givesAll ? bytes.subarray(Number(start), Number(start) + Number(length)) : bytes
  server.given = { bytes: server.given.bytes + part.length, mails: server.given.mails + 1 }
  const at = talk.folder!.mails.findIndex((mail) => mail.uid === uid) + 1
  say(`* ${at} FETCH (UID ${uid} FLAGS (${[...flags].join(' ')}) BODY[]${length ? `<${start}>` : ''} {${part.length}}`)
  say(part)
  say(')')
  return true
}
