/** Lines for the host. Never a name, an address, a query string or a body: a reference and what kind of thing happened. */
export interface Log {
  info(line: string): void
  fault(reference: string, error: unknown): void
}

/** How lines look: as text for people at a terminal, as JSON, one object a line, for programs that collect them. */
export function logTo(write: (line: string) => void, format: 'text' | 'json', now = () => new Date()): Log {
  if (format === 'text')
    return {
      info: (line) => write(`${line}\n`),
      fault: (reference, error) => write(`fault ${reference} ${describe(error)}\n`),
    }
  const line = (entry: object) => write(`${JSON.stringify({ at: now().toISOString(), ...entry })}\n`)
  return {
    info: (message) => line({ level: 'info', message }),
    fault: (reference, error) => {
      const [kind, ...stack] = describe(error).split('\n')
      line({ level: 'fault', reference, kind, stack: stack.map((frame) => frame.trim()) })
    },
  }
}

/** LOG_FORMAT decides; left out, whether somebody sits at the terminal. */
export const formatOf = (wish: string | undefined, terminal: boolean): 'text' | 'json' =>
  wish === 'text' || (wish !== 'json' && terminal) ? 'text' : 'json'

/** Writes to stderr, so that stdout stays free for what a command answers. */
export const stderrLog: Log = logTo(
  (line) => void process.stderr.write(line),
  formatOf(process.env['LOG_FORMAT'], process.stderr.isTTY),
)

/**
 * The error's kind and stack without its message: messages of the database quote the values they refuse. Only whole
 * frames are kept, and no line of the message can pass for one.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const stack = error.stack ?? ''
  const said = stack.indexOf(error.message)
  const frames = (said < 0 ? stack : stack.slice(said + error.message.length))
    .split('\n')
    .filter((line) => FRAME.test(line))
  return [`${word(error.name)}${'code' in error ? ` ${word(error.code)}` : ''}`, ...frames.slice(0, 12)].join('\n')
}

const FRAME = /^ {4}at .*:\d+:\d+\)?$/

/** A name or code that is not one plain word is not shown: somebody may have put a value there. */
const word = (value: unknown): string => (/^\w{1,60}$/.test(String(value)) ? String(value) : '?')
