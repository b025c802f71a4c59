/**
 * The database cannot be had, for a reason its host can mend. The message is one plain sentence for a terminal;
 * `detail` may hold the last lines of the server's log.
 */
export class DatabaseTrouble extends Error {
  override name = 'DatabaseTrouble'
  readonly detail: string

  constructor(message: string, options: { cause?: unknown; detail?: string } = {}) {
    super(message, { cause: options.cause })
    this.detail = options.detail ?? ''
  }
}

/** Turns what the system said while working in `folder` into a sentence; what it does not know stays as it is. */
export function folderTrouble(error: unknown, folder: string): unknown {
  if (error instanceof DatabaseTrouble) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = sentenceFor(code, folder)
  return message === undefined ? error : new DatabaseTrouble(message, { cause: error })
}

/**
 * Turns the lines PostgreSQL left behind into a sentence. PostgreSQL prints the system's own words (strerror), which
 * are English because it is started with LC_ALL=C.
 */
export function outputTrouble(output: string, folder: string): DatabaseTrouble {
  const code = systemWords.find(([words]) => output.includes(words))?.[1] ?? ''
  const lines = output.trimEnd().split('\n').slice(-8).join('\n')
  const message =
    sentenceFor(code, folder) ?? `The database would not start in ${folder}; its last lines were: ${lines}`
  return new DatabaseTrouble(message, { detail: lines })
}

const systemWords: readonly (readonly [string, string])[] = [
  ['No space left on device', 'ENOSPC'],
  ['Disk quota exceeded', 'EDQUOT'],
  ['File too large', 'EFBIG'],
  ['Read-only file system', 'EROFS'],
  ['Permission denied', 'EACCES'],
]

function sentenceFor(code: string, folder: string): string | undefined {
  if (code === 'ENOSPC') return `The disk that holds ${folder} is full: make room and start again.`
  if (code === 'EDQUOT' || code === 'EFBIG') {
    return `This account may not store any more in ${folder}, as if the disk were full: raise its limit and start again.`
  }
  if (code === 'EROFS') return `The folder ${folder} is on a read-only disk: choose another with BACKBENCH_DATA.`
  if (code === 'EACCES' || code === 'EPERM') {
    return `The folder ${folder} may not be written to by this account: change its permissions or choose another with BACKBENCH_DATA.`
  }
  return undefined
}
