import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { anExport, recordsOf } from './factories.ts'

/** WordPress's own test files, when they lie beside the repository. */
const FOLDER = join(import.meta.dirname, '../../../../shared/data/wordpress-wxr')

const OWN: readonly (readonly [name: string, text: string])[] = [
  ['whole.xml', anExport({ authors: [{ login: 'wren' }], items: [{ comments: [{}] }] })],
  ['without-items.xml', anExport()],
  ['truncated.xml', anExport({ items: [{}] }).slice(0, -60)],
  ['nested-cdata.xml', anExport({ items: [{ content: 'HERE' }] }).replace('HERE', 'a <![CDATA[ b ]]> c')],
  ['without-version.xml', anExport().replace(/<wp:wxr_version>.*<\/wp:wxr_version>/, '')],
  ['entities.xml', anExport().replace('<rss', '<!DOCTYPE rss [<!ENTITY a "b">]><rss')],
]

function material(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const own = OWN.map(([name, text]) => [name, Buffer.from(text)] as const)
  if (!existsSync(FOLDER)) return own
  const others = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .map((name) => [name, readFileSync(join(FOLDER, name))] as const)
  return [...own, ...others]
}

test('every file of other people’s exports is read or refused in words, and none brings the reader down', async () => {
  const files = material()

  const outcomes = await Promise.all(
    files.map(async ([name, bytes]) => {
      const refused = (reason: unknown): Refusal => {
        if (reason instanceof Refusal) return reason
        throw new Error(`${name} brought the reader down`, { cause: reason })
      }
      return { name, outcome: await recordsOf(bytes).catch(refused) }
    }),
  )

  expect(outcomes.length).toBeGreaterThanOrEqual(OWN.length)
  for (const { name, outcome } of outcomes) {
    if (outcome instanceof Refusal) expect(outcome.message, name).toMatch(/^[A-Z].*\.$/)
    else expect(outcome[0], name).toMatchObject({ kind: 'site' })
  }
  expect(outcomes.some(({ outcome }) => outcome instanceof Refusal)).toBe(true)
  expect(outcomes.some(({ outcome }) => Array.isArray(outcome) && outcome.length > 1)).toBe(true)
})
