/** Lines for the host. Never a name, an address, a query string or a body: a reference and what kind of thing happened. */
export interface Log {
  info(line: string): void
  fault(reference: string, error: unknown): void
}

/** Writes to stderr, so that stdout stays free for what a command answers. */
export const stderrLog: Log = {
  info: (line) => void process.stderr.write(`${line}\n`),
  fault: (reference, error) => void process.stderr.write(`fault ${reference} ${describe(error)}\n`),
}

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
