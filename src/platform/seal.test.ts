import { expect, test } from 'vitest'
import { type Seal, seal, unseal } from './seal.ts'

const by: Seal = { secret: 'x'.repeat(43), purpose: 'authenticator', owner: 'ada' }

test('what is sealed opens under the same words, and shows nothing of itself', () => {
  const sealed = seal('Größe 7', by)

  expect(unseal(sealed, by)).toBe('Größe 7')
  expect(Buffer.from(sealed.split('.')[1]!, 'base64url').includes('Größe')).toBe(false)
  expect(seal('Größe 7', by)).not.toBe(sealed)
})

test.each<Partial<Seal>>([{ secret: 'y'.repeat(43) }, { purpose: 'letters' }, { owner: 'ben' }])(
  'under %j it stays shut',
  (other) => {
    expect(unseal(seal('text', by), { ...by, ...other })).toBeNull()
  },
)

test('one altered bit keeps it shut, and so does anything that is no seal', () => {
  const [form, body] = seal('text', by).split('.') as [string, string]
  const bytes = Buffer.from(body, 'base64url')

  for (let at = 0; at < bytes.length; at++) {
    const altered = Buffer.from(bytes)
    altered[at]! ^= 1
    expect(unseal(`${form}.${altered.toString('base64url')}`, by)).toBeNull()
  }
  for (const wrong of ['', 'v1', 'v1.', `v2.${body}`, `v1.${body.slice(0, 20)}`, body])
    expect(unseal(wrong, by)).toBeNull()
})
