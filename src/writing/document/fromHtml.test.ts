import { expect, test } from 'vitest'
import { fromHtml } from './fromHtml.ts'
import { toMarkdown } from './markdown.ts'
import { schema } from './schema.ts'

/** The document in our Markdown, which tells all of it (see `roundTrip.test.ts`). */
function read(html: string): string {
  return toMarkdown(fromHtml(html, { paragraphs: 'html' }).doc)
}

function lost(html: string): string[] {
  return fromHtml(html, { paragraphs: 'html' }).lost.map(({ kind, detail }) => `${kind}: ${detail}`)
}

test.each([
  [
    'loose words among divs become paragraphs',
    '<div><div><p>One</p>two <b>bold</b><div>Three</div></div></div>',
    'One\n\ntwo **bold**\n\nThree',
  ],
  ['white space is only white space', '<p>one\n   two</p>', 'one two'],
  ['empty paragraphs and those of blanks go', '<p></p><p>&nbsp;</p><p> <br> </p><p>x</p>', 'x'],
  ['a bold paragraph stays one', '<p><strong>What we ask</strong></p>', '**What we ask**'],
  ['a blank at the edge of bold words is not bold', '<p><b>Note: </b>come</p>', '**Note:** come'],
  ['two line breaks make a new paragraph', '<p>one<br>two<br><br>three</p>', 'one\ntwo\n\nthree'],
  ['headings are held to the second to fourth level', '<h1>A</h1><h3>B</h3><h6>C</h6>', '## A\n\n### B\n\n#### C'],
  ['a heading in parts is one line', '<h2>One<br>two <div>three</div> four</h2>', '## One two three four'],
  [
    'unclosed elements end where they must',
    '<p>a <b>bold<p>still</b> end<li>item<li>next',
    'a **bold**\n\n**still** end\n\n- item\n- next',
  ],
  ['crossed elements come out straight', '<p><b>a <i>b</b> c</i></p>', '<b>a <i>b</i></b><i> c</i>'],
  ['font and center leave their words', '<center><font size="5">Big</font></center>', 'Big'],
  [
    'small, sub and super text',
    'H<sub>2</sub>O x<sup>2</sup> <s>no</s> <kbd>Ctrl</kbd>',
    'H<sub>2</sub>O x<sup>2</sup> ~~no~~ `Ctrl`',
  ],
  ['quotation marks come for q', '<q>So it is</q>, she said', '“So it is”, she said'],
  [
    'terms and their explanations are paragraphs',
    '<dl><dt>Term</dt><dd>Words<dd><p>More</p></dl>',
    '**Term**\n\nWords\n\nMore',
  ],
  [
    'a link around blocks is a link on their words',
    '<a href="/x"><h3>Card</h3><p>Text</p></a>',
    '### [Card](/x)\n\n[Text](/x)',
  ],
  ['code keeps its lines', '<pre><code>a &lt; b\n  c</code></pre>', '```\na < b\n  c\n```'],
  ['preformatted words with a link keep the link', '<pre>one\n<a href="/x">two</a></pre>', 'one\n[two](/x)'],
  ['a rule', 'a<hr>b', 'a\n\n***\n\nb'],
  [
    'tags that close themselves swallow nothing',
    '<p>a</p><iframe src="https://example.org/x"/><div/>b',
    'a\n\nhttps://example.org/x\n\nb',
  ],
  ['a paragraph in Welsh says so', '<p lang="cy">Croeso</p><p>Welcome</p>', '{lang=cy}\nCroeso\n\nWelcome'],
  [
    'a division in Welsh gives it to its blocks',
    '<div lang="cy"><p>Croeso</p><ul><li>dŵr</li></ul></div>',
    '{lang=cy}\nCroeso\n\n{lang=cy}\n- dŵr',
  ],
])('%s', (_rule, html, expected) => {
  expect(read(html)).toBe(expected)
})

test.each([
  ['nested', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
  ['nested without an item between', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
  ['with paragraphs in items', '<ol start="3"><li><p>a</p><p>b</p></li><li><p>c</p></li></ol>', '3. a\n\n   b\n\n4. c'],
  ['with empty items', '<ul><li></li><li>a</li><li><p>&nbsp;</p></li></ul>', '- a'],
  ['with stray words', '<ul><li>a</li>stray<li>b</li></ul>', '- a\n\n  stray\n\n- b'],
  ['of items alone', '<li>a</li><li>b</li>', '- a\n- b'],
  ['beside each other', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n+ b'],
])('lists %s', (_rule, html, expected) => {
  expect(read(html)).toBe(expected)
})

test.each([
  [
    'with a head',
    '<table><thead><tr><th>Year<th>Gifts</thead><tbody><tr><td>2025<td>£15</table>',
    '| Year | Gifts |\n| --- | --- |\n| 2025 | £15 |',
  ],
  [
    'with a caption',
    '<table><caption>By year</caption><tr><th>Year</th></tr><tr><td>2025</td></tr></table>',
    '{caption=By year}\n| Year |\n| --- |\n| 2025 |',
  ],
  [
    'with spans and several blocks in a cell',
    '<table><tr><td colspan="2" rowspan="2">a<p>b</p></td></tr></table>',
    '{|\n|{2 columns, 2 rows} a\n\n  b\n|}',
  ],
  ['with words outside cells', '<table>before<tr><td>a</td></tr></table>', 'before\n\n{|\n| a\n|}'],
  [
    'made for layout',
    '<table><tr><td><table><tr><th>in</th></tr></table></td><td>beside</td></tr></table>',
    '| in |\n| --- |\n\nbeside',
  ],
  ['that say they are for layout', '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>', 'a\n\nb'],
  ['without rows', '<table><td>a<td>b</table>', '{|\n| a\n| b\n|}'],
])('tables %s', (_rule, html, expected) => {
  expect(read(html)).toBe(expected)
})

test.each([
  [
    'with a caption and a link',
    '<figure><a href="/big.jpg"><img src="/a.jpg" alt="A hall"></a><figcaption>The <em>hall</em></figcaption></figure>',
    '[![A hall](/a.jpg "The *hall*")](/big.jpg)',
  ],
  [
    'among words part them',
    '<p>before <img src="/a.jpg" alt="A" width="100" height="50px"> after</p>',
    'before\n\n![A](/a.jpg){100x50}\n\nafter',
  ],
  ['in a heading follow it', '<h2><img src="/a.jpg" alt="A">Title</h2>', '## Title\n\n![A](/a.jpg)'],
  [
    'loaded late are found',
    '<img src="data:image/gif;base64,R0" data-src="https://example.org/a.jpg" alt="A">',
    '![A](https://example.org/a.jpg)',
  ],
  ['of emoji become characters', 'Hello <img class="emoji" alt="😀" src="https://example.org/1.png">', 'Hello 😀'],
])('pictures %s', (_rule, html, expected) => {
  expect(read(html)).toBe(expected)
})

test('players become cards with the address of the page', () => {
  expect(read('<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0" title="Our day"></iframe>')).toBe(
    'https://www.youtube.com/watch?v=abcdefghijk "Our day"',
  )
  expect(read('<iframe src="https://player.vimeo.com/video/123"></iframe>')).toBe('https://vimeo.com/123')
  expect(read('<figure><video src="/day.mp4"></video><figcaption>The day</figcaption></figure>')).toBe(
    '{embed /day.mp4 "The day"}',
  )
  expect(read('<audio><source src="https://example.org/a.mp3"><source src="https://example.org/a.ogg"></audio>')).toBe(
    'https://example.org/a.mp3',
  )
})

test('a quotation knows who said it', () => {
  expect(
    read('<blockquote><p>It works.</p><cite>Ann, <a href="https://example.org/">her page</a></cite></blockquote>'),
  ).toBe('> It works.\n>\n> -- Ann, [her page](https://example.org/)')
  expect(read('<blockquote cite="https://example.org/speech">It works.</blockquote>')).toBe(
    '> It works.\n>\n> -- <https://example.org/speech>',
  )
})

const wordItem = (level: number, sign: string, words: string): string =>
  `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign}<span>&nbsp;</span></span>${words}<o:p></o:p></p>`

test('lists from Word become lists', () => {
  expect(
    read(
      wordItem(1, '1.', 'one') +
        wordItem(2, '·', 'under') +
        wordItem(1, '2.', 'two') +
        '<p class="MsoNormal">after</p>',
    ),
  ).toBe('1. one\n   - under\n2. two\n\nafter')
})

test('the wrapper that Google Docs puts around everything does not make it bold', () => {
  const html =
    '<b style="font-weight:normal"><p><span style="font-weight:700">Bold</span><span style="font-style:italic"> and slanted</span></p></b>'

  expect(read(html)).toBe('**Bold** *and slanted*')
})

test('what has no place is listed, its words kept, but never a script', () => {
  const html =
    '<form action="/post"><p>Your name</p></form><script>steal()</script><style>p{}</style><svg><text>x</text></svg><iframe></iframe>end'

  expect(read(html)).toBe('Your name\n\nend')
  expect(lost(html)).toEqual(['form: /post', 'script: ', 'style: ', 'svg: ', 'iframe: '])
})

test('a dropped element without its end does not take the rest along', () => {
  expect(read('<svg><path><p>kept</p>')).toBe('kept')
})

test('links that are not safe lose the link, keep the words and are listed', () => {
  const html =
    '<a href="javascript:alert(1)">a</a> <a href="file:///C:/x.doc">b</a> <a href="C:\\x.doc">c</a> <a href="//example.org">d</a> <a href="x.html">e</a> <a name="f">f</a>'

  expect(read(html)).toBe('a b c d e f')
  expect(lost(html)).toEqual([
    'unsafe-link: javascript:alert(1)',
    'local-file-link: file:///C:/x.doc',
    'local-file-link: C:\\x.doc',
    'unsafe-link: //example.org',
    'relative-link: x.html',
  ])
})

test('pictures without a safe address leave their alternative', () => {
  const html =
    '<img src="data:image/png;base64,AA" alt="a drawing"> <img src="x" onerror="alert(1)"> <img src="file:///a.png" alt=""> <img src="https://example.org/t" width="1" height="1">'

  expect(read(html)).toBe('a drawing')
  expect(lost(html)).toEqual([
    'unsafe-picture: data:image/png;base64,AA',
    'unsafe-picture: x',
    'local-file-picture: file:///a.png',
    'tracking-pixel: https://example.org/t',
  ])
})

test.each([
  ['divisions', '<div>'.repeat(100_000)],
  ['lists', '<ul><li>'.repeat(100_000)],
  ['quotations', '<blockquote>'.repeat(20_000)],
  ['tables', '<table><tr><td>'.repeat(10_000)],
  ['figures', '<figure>'.repeat(20_000)],
  ['bold words', '<b><i>'.repeat(20_000)],
  ['unclosed marks in many paragraphs', '<p><b class=1><i>'.repeat(20_000)],
  ['items', '<li>'.repeat(20_000)],
  ['links', '<a href="/x">'.repeat(20_000)],
  ['brackets', '['.repeat(500_000)],
  ['openings', '<'.repeat(500_000)],
  ['comments', '<!--'.repeat(100_000)],
])(
  '%s by the ten thousand are flattened, not fatal',
  (_what, start) => {
    const { doc } = fromHtml(`${start} end`, { paragraphs: 'wordpress' })

    expect(() => schema.nodeFromJSON(doc).check()).not.toThrow()
    expect(JSON.stringify(doc).includes('end') || start.startsWith('<!--')).toBe(true)
  },
  60_000,
)

test('text beyond the limit is cut, and that is said', () => {
  const { lost: left } = fromHtml('x'.repeat(4_000_010), { paragraphs: 'html' })

  expect(left).toEqual([{ kind: 'too-long', detail: '10 characters were cut off' }])
})
