import { expect, test } from 'vitest'
import { FileNames } from './fileNames.ts'

const give = (...wanted: readonly string[]): string[] => {
  const names = new FileNames()
  return wanted.map((one) => names.give('posts', { wanted: one, extension: 'html' }))
}

test.each([
  ['rain-barrels', 'posts/rain-barrels.html'],
  ['../../etc/passwd', 'posts/etc-passwd.html'],
  ['C:\\autoexec', 'posts/c-autoexec.html'],
  ['Dŵr Glân', 'posts/dwr-glan.html'],
  ['con', 'posts/con-file.html'],
  ['LPT1', 'posts/lpt1-file.html'],
  ['...', 'posts/untitled.html'],
  ['水', 'posts/untitled.html'],
  ['a\u0000b\u202egnp', 'posts/a-b-gnp.html'],
  ['x'.repeat(5000), `posts/${'x'.repeat(60)}.html`],
])('a file that would be called “%s” gets a name any disk takes', (wanted, name) => {
  expect(give(wanted)).toEqual([name])
})

test('two names that a disk without capitals takes for one are told apart', () => {
  expect(give('Rain', 'rain', 'RAIN', 'rain-2')).toEqual([
    'posts/rain.html',
    'posts/rain-2.html',
    'posts/rain-3.html',
    'posts/rain-2-2.html',
  ])
})

test('what follows the dot cannot lead anywhere either', () => {
  const names = new FileNames()
  expect(names.give('files', { wanted: 'x', extension: 'p/../h' })).toBe('files/x.p-h.'.slice(0, -1))
  expect(names.give('files', { wanted: 'x', extension: '' })).toBe('files/x.untit')
})
