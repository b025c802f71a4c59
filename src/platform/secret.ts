import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

/**
 * The installation's secret, made on first start in `<dataDir>/secret` (0600). Written aside and linked into place, so
 * that two first starts agree on one secret and a killed one leaves none half-written.
 */
export function readSecret(dataDir: string, given: string | undefined): string {
  if (given) return given
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'secret')
  try {
    return kept(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const aside = `${path}.${process.pid}`
  const file = openSync(aside, 'w', 0o600)
  writeSync(file, newToken())
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return kept(path)
}

function kept(path: string): string {
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < 32)
    throw new Refusal(
      `The secret in ${path} is too short to be safe: put it back from your archive, or remove the file to get a new one.`,
    )
  return secret
}

/** 256 random bits for a link or a cookie, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Six random digits, for typing. Short: keep it under a limit of attempts. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** What is stored of a token. A plain hash is enough: 256 random bits cannot be guessed from it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** What is stored of something guessable (a code, an address, a network): useless without the installation's secret. */
export const keyedHash = (secret: string, purpose: string, value: string): string =>
  createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url')

/** Compares two hashes without telling by its time how far they agree. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
