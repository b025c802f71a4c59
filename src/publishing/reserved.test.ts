import { expect, test } from 'vitest'
import { slices } from '../slices.ts'
import { isReserved, slugFrom } from './rules.ts'

test('no page can take an address that a slice answers to', () => {
  const free = slices.flatMap(({ prefixes }) => prefixes).filter((prefix) => !isReserved(prefix))

  expect(free).toEqual([])
})

test('no page can take an address that is routed outside the slices', () => {
  for (const path of ['/', '/healthz', '/assets/app.css', '/theme/abc.css', '/2026', '/OFFICE', '/my/'])
    expect([path, isReserved(path)]).toEqual([path, true])
  for (const path of ['/about-us', '/officership', '/2026/11/a-post', '/searching'])
    expect([path, isReserved(path)]).toEqual([path, false])
})

test('an ending typed badly is made harmless, one without letters comes from the title', () => {
  expect(slugFrom('  Über uns & mehr / ../ ', 'x')).toBe('uber-uns-mehr')
  expect(slugFrom('///', 'The title')).toBe('the-title')
  expect(slugFrom('', 'The title')).toBe('the-title')
  expect(slugFrom('', '???')).toBe('untitled')
})
