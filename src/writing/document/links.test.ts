import { expect, test } from 'vitest'
import { images, links, mapAddresses } from './links.ts'
import { fromMarkdown, toMarkdown } from './markdown.ts'

const doc = fromMarkdown(
  'A [link **in** bold](/a) and^[a [note](/n)]\n\n- [b](https://example.org/b)\n\n[![Alt](/p.jpg "The [cap](/c)")](/big.jpg)\n\nhttps://example.org/film "Film"',
)

test('links are found wherever they stand', () => {
  expect(links(doc)).toEqual([
    { href: '/a', text: 'link in bold' },
    { href: '/n', text: 'note' },
    { href: 'https://example.org/b', text: 'b' },
    { href: '/big.jpg', text: 'Alt' },
    { href: '/c', text: 'cap' },
    { href: 'https://example.org/film', text: 'Film' },
  ])
})

test('pictures are found with their words', () => {
  expect(images(doc)).toEqual([{ src: '/p.jpg', alt: 'Alt', caption: 'The cap' }])
})

test('every address can be changed, and knows its use', () => {
  const uses: string[] = []

  const moved = mapAddresses(doc, (address, use) => {
    uses.push(`${use} ${address}`)
    return address.replace('/p.jpg', '/files/1.jpg').replace('https://example.org', '')
  })

  expect(uses).toContain('image /p.jpg')
  expect(uses).toContain('embed https://example.org/film')
  expect(toMarkdown(moved)).toContain('[![Alt](/files/1.jpg "The [cap](/c)")](/big.jpg)')
  expect(toMarkdown(moved)).toContain('- [b](/b)')
  expect(toMarkdown(mapAddresses(doc, (address) => address))).toBe(toMarkdown(doc))
})
