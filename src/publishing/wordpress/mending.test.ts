import { expect, test } from 'vitest'
import { anExport, recordsOfKind } from './factories.ts'
import { Mender } from './mending.ts'

function mended(text: string, size = text.length): string {
  const mender = new Mender()
  let out = ''
  for (let start = 0; start < text.length; start += size) out += mender.write(text.slice(start, start + size))
  return out + mender.end()
}

test('sound text passes unchanged', () => {
  const sound = [
    anExport({ items: [{ content: 'a ]]> b', comments: [{}] }] }),
    '<a><![CDATA[one]]> two <![CDATA[three]]>\n</a>',
    '<a><![CDATA[x]]><!-- R&D <![CDATA[ --></a><b>&amp;&#8217;&#x2019;&nbsp;</b>',
    '<a x="1"/><b><![CDATA[x]]> and so on</b ><c/>',
    '',
  ]

  for (const text of sound) expect(mended(text)).toBe(text)
})

test('an end mark inside a text belongs to the text, as in the WordPress importer', async () => {
  const broken = [
    ['<script>//<![CDATA[\nrun()\n//]]></script> after', '<script>//<![CDATA[\nrun()\n//]]></script> after'],
    ['nested <![CDATA[ tags ]]> :)', 'nested <![CDATA[ tags ]]> :)'],
    [']]>', ']]>'],
    [
      'opening <![CDATA[ and ]]> closing <![CDATA[ like this: ]]>',
      'opening <![CDATA[ and ]]> closing <![CDATA[ like this: ]]>',
    ],
    ['escaped ]]]]><![CDATA[> and not ]]> escaped', 'escaped ]]> and not ]]> escaped'],
  ] as const

  for (const [inFile, meant] of broken) {
    const text = anExport({ items: [{ content: 'HERE' }, { title: 'Next' }] }).replace('HERE', () => inFile)
    const items = await recordsOfKind('item', text)
    expect(items.map(({ content }) => content)).toEqual([meant, '<p>Keep every drop.</p>'])
    for (const size of [1, 5, 100]) expect(mended(text, size)).toBe(mended(text))
  }
})

test('an element is known by its name wherever the pieces part it', () => {
  const broken = '<a><b x="1&amp;2" y="3"><![CDATA[one ]]> two ]]></b><c><![CDATA[three]]></c></a>'

  for (let size = 1; size < broken.length; size += 1) expect(mended(broken, size)).toBe(mended(broken))
  expect(mended(broken)).toContain('one ]]]]><![CDATA[> two ]]></b><c><![CDATA[three]]>')
})

test('a bare ampersand is itself', async () => {
  const items = await recordsOfKind(
    'item',
    anExport({
      more: '<item><title>Fish & Chips; R&D &amp; more &</title><link>https://a.example/?a=1&b=2</link></item>',
    }),
  )

  expect(items).toMatchObject([{ title: 'Fish & Chips; R&D & more &', link: 'https://a.example/?a=1&b=2' }])
})

test('mending adds and removes no lines', () => {
  const broken = '<a>\n<b><![CDATA[x ]]>\n y ]]></b>\n<c>A & B\n</c></a>'

  expect(mended(broken).split('\n')).toHaveLength(broken.split('\n').length)
  expect(mended(broken)).not.toBe(broken)
})
