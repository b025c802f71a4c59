import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashToken, keyedHash, newCode, newToken, readSecret, sameHash } from './secret.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bb-secret-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('the secret is made once and only its owner may read it', () => {
  const secret = readSecret(folder, undefined)

  expect(secret).toHaveLength(43)
  expect(readSecret(folder, undefined)).toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secret'])
})

test('two first starts agree on one secret', async () => {
  const program = `import { readSecret } from ${JSON.stringify(new URL('secret.ts', import.meta.url).href)}; process.stdout.write(readSecret(${JSON.stringify(folder)}))`
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])

  const secrets = await Promise.all([start(), start(), start(), start()])

  expect(new Set(secrets.map(({ stdout }) => stdout)).size).toBe(1)
})

test('what a killed start left beside it does no harm', () => {
  writeFileSync(join(folder, `secret.${process.pid}`), 'half')

  expect(readSecret(folder, undefined)).toHaveLength(43)
})

test('a secret that lost its end is refused rather than used', () => {
  writeFileSync(join(folder, 'secret'), '')

  expect(() => readSecret(folder, undefined)).toThrow('too short to be safe')
})

test('the secret of the environment wins and is not written down', () => {
  expect(readSecret(folder, 'x'.repeat(32))).toBe('x'.repeat(32))
  expect(readdirSync(folder)).toEqual([])
})

test('tokens and codes have the shape that their patterns expect', () => {
  expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  for (let i = 0; i < 200; i++) expect(newCode()).toMatch(/^\d{6}$/)
})

test('hashes depend on all that goes into them', () => {
  const hashes = [keyedHash('s', 'a', 'bc'), keyedHash('s', 'ab', 'c'), keyedHash('t', 'a', 'bc'), hashToken('abc')]

  expect(new Set(hashes).size).toBe(4)
  expect(sameHash(hashes[0]!, keyedHash('s', 'a', 'bc'))).toBe(true)
  expect(sameHash(hashes[0]!, hashes[1]!)).toBe(false)
  expect(sameHash('short', hashes[0]!)).toBe(false)
})
