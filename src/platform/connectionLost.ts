/** The database went away under us: PostgreSQL's classes 08 and 57P, the socket's own errors, and pg's words for a lost connection. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(?:08|57P|ECONN|EPIPE)/.test(code) || error.message.startsWith('Connection terminated')
}
