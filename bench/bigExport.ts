import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** How big an export to make. */
export interface ExportSize {
  readonly posts: number
  readonly commentsEach: number
}

/** Writes a WordPress export of invented posts to `file`; the same size gives the same bytes on any machine. */
export async function writeExport(file: string, size: ExportSize): Promise<void> {
  await pipeline(Readable.from(pieces(size)), createWriteStream(file))
}

const WORDS =
  'river meadow harbour council meeting minutes bridge timetable bus shelter library allotment footpath market square school gate roof budget letter reply grant quarter figures lamp winter paint bench hedge orchard ferry tide'.split(
    ' ',
  )
const CATEGORIES = ['Meetings', 'Transport', 'Schools', 'Open spaces', 'Accounts']
const TAGS = ['bridge', 'ferry', 'library', 'orchard', 'winter', 'budget', 'market', 'lamps']

/** Nothing in it needs escaping: letters, digits, spaces and full stops only. */
function* pieces({ posts, commentsEach }: ExportSize): Generator<string> {
  const next = chance(posts)
  const word = () => WORDS[Math.floor(next() * WORDS.length)]!
  const sentence = (length: number) => {
    const words = Array.from({ length }, word).join(' ')
    return `${words[0]!.toUpperCase()}${words.slice(1)}.`
  }
  yield head()
  for (let number = 1; number <= posts; number++) {
    const paragraphs = Array.from(
      { length: 6 },
      () => `<p>${Array.from({ length: 5 }, () => sentence(12)).join(' ')}</p>`,
    )
    const comments = Array.from({ length: commentsEach }, (_, i) => comment(number * 100 + i, sentence(15)))
    yield item({ number, title: sentence(6).slice(0, -1), text: paragraphs.join('\n\n'), comments: comments.join('') })
  }
  yield '</channel></rss>\n'
}

const head = () => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Measured Words</title><link>https://measured.example</link><language>en-GB</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://measured.example</wp:base_site_url><wp:base_blog_url>https://measured.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>scribe</wp:author_login><wp:author_email>scribe@example.org</wp:author_email><wp:author_display_name>A. Scribe</wp:author_display_name></wp:author>
${CATEGORIES.map((name, i) => `<wp:category><wp:term_id>${i + 1}</wp:term_id><wp:category_nicename>${slug(name)}</wp:category_nicename><wp:cat_name>${name}</wp:cat_name></wp:category>`).join('\n')}
`

function item({
  number,
  title,
  text,
  comments,
}: {
  number: number
  title: string
  text: string
  comments: string
}): string {
  const at = new Date(Date.UTC(2012, 0, 1) + number * 11 * 3_600_000).toISOString()
  const [day, time] = [at.slice(0, 10), at.slice(11, 19)]
  const name = `${slug(title)}-${number}`
  const category = CATEGORIES[number % CATEGORIES.length]!
  const tag = TAGS[number % TAGS.length]!
  return `<item><title>${title}</title><link>https://measured.example/${day.replaceAll('-', '/')}/${name}/</link><dc:creator>scribe</dc:creator>
<content:encoded><![CDATA[${text}]]></content:encoded><excerpt:encoded></excerpt:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date>${day} ${time}</wp:post_date><wp:post_date_gmt>${day} ${time}</wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status><wp:post_name>${name}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="${slug(category)}">${category}</category><category domain="post_tag" nicename="${tag}">${tag}</category>
${comments}</item>
`
}

const comment = (
  id: number,
  text: string,
) => `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Reader ${id % 97}</wp:comment_author><wp:comment_author_email>reader${id % 97}@example.org</wp:comment_author_email>
<wp:comment_date>2024-05-01 10:00:00</wp:comment_date><wp:comment_date_gmt>2024-05-01 09:00:00</wp:comment_date_gmt><wp:comment_content>${text}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>
`

const slug = (text: string): string => text.toLowerCase().replaceAll(' ', '-')

/** mulberry32, by Tommy Ettinger, in the public domain: numbers from 0 to below 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
