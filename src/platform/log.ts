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

/** The error's kind and stack without its message: messages of the database quote the values they refuse. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return `${error.name}${code}\n${frames.slice(0, 12).join('\n')}`
}
