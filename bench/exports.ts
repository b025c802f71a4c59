/** What a made-up export holds. */
export interface ExportSize {
  readonly posts: number
  /** For each post. */
  readonly comments: number
}

const HOME = 'https://canal-friends.example'
const NAMESPACES =
  'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'

/**
 * A WordPress export of an invented group as a stream, for measuring and for kill tests: posts of some 250 words with
 * headings, lists, links and pictures, in twelve categories and forty tags by six authors, each with comments in threads.
 * The same size gives the same bytes.
 */
export async function* anExportOf({ posts, comments }: ExportSize): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(head())
  for (let number = 1; number <= posts; number += 1) yield encoder.encode(post(number, comments))
  yield encoder.encode('</channel>\n</rss>\n')
}

const AUTHORS = ['ash', 'birch', 'cedar', 'elm', 'hazel', 'rowan']
const SUBJECTS = [
  'Locks',
  'Towpaths',
  'Wildlife',
  'Funding',
  'Boats',
  'Bridges',
  'Water',
  'Angling',
  'History',
  'Events',
  'Planning',
  'Safety',
]
const WORDS = (
  'the canal runs past our town and every spring the volunteers clear its banks before the first boats come through ' +
  'because a lock that is not painted will rot and a gate that rots will cost the council more than ten years of care ' +
  'we asked for the figures twice and were told that they had been published although nobody could say where or when'
).split(' ')

const slugOf = (name: string): string => name.toLowerCase()
const item = <T>(list: readonly T[], number: number): T => list[number % list.length]!
const two = (number: number): string => String(number).padStart(2, '0')
const cdata = (text: string): string => `<![CDATA[${text}]]>`

function head(): string {
  const authors = AUTHORS.map(
    (login, i) =>
      `<wp:author><wp:author_id>${i + 1}</wp:author_id><wp:author_login>${login}</wp:author_login><wp:author_email>${login}@canal-friends.example</wp:author_email><wp:author_display_name>${cdata(`${login} of the Friends`)}</wp:author_display_name></wp:author>`,
  )
  const categories = SUBJECTS.map(
    (name, i) =>
      `<wp:category><wp:term_id>${i + 1}</wp:term_id><wp:category_nicename>${slugOf(name)}</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" ${NAMESPACES}>
<channel>
<title>Friends of the Canal</title>
<link>${HOME}</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${HOME}</wp:base_site_url>
<wp:base_blog_url>${HOME}</wp:base_blog_url>
${[...authors, ...categories].join('\n')}
`
}

function post(number: number, comments: number): string {
  const date = `20${two(5 + (number % 20))}-${two(1 + (number % 12))}-${two(1 + (number % 28))} ${two(number % 24)}:00:00`
  const slug = `notes-from-the-towpath-${number}`
  const subject = item(SUBJECTS, number)
  return `<item>
<title>${cdata(`Notes from the towpath, number ${number}`)}</title>
<link>${HOME}/${date.slice(0, 10).replaceAll('-', '/')}/${slug}/</link>
<dc:creator>${cdata(item(AUTHORS, number))}</dc:creator>
<guid isPermaLink="false">${HOME}/?p=${number}</guid>
<content:encoded>${cdata(body(number))}</content:encoded>
<excerpt:encoded>${cdata('')}</excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date_gmt>${cdata(date)}</wp:post_date_gmt>
<wp:comment_status>${cdata('open')}</wp:comment_status>
<wp:post_name>${cdata(slug)}</wp:post_name>
<wp:status>${cdata('publish')}</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type>${cdata('post')}</wp:post_type>
<wp:is_sticky>0</wp:is_sticky>
<category domain="category" nicename="${slugOf(subject)}">${cdata(subject)}</category>
<category domain="post_tag" nicename="reach-${number % 40}">${cdata(`Reach ${number % 40}`)}</category>
${Array.from({ length: comments }, (_, i) => comment(number, i, comments)).join('\n')}
</item>
`
}

function body(number: number): string {
  return `${sentences(number, 3)}

<h2>What we saw at lock ${number % 60}</h2>
${sentences(number + 7, 4)} <a href="${HOME}/?p=${1 + ((number * 7) % (number + 1))}">We wrote of it before</a>, and <strong>nothing has changed</strong>.

<ul>
<li>${sentences(number + 1, 1)}</li>
<li>${sentences(number + 2, 1)} <em>Twice.</em></li>
</ul>
<img src="${HOME}/wp-content/uploads/20${two(5 + (number % 20))}/03/lock-${number % 60}-300x200.jpg" alt="The lock at reach ${number % 40}" width="300" height="200" />

<!--more-->
${sentences(number + 11, 5)}

<blockquote>${sentences(number + 3, 1)}</blockquote>
${sentences(number + 5, 3)}`
}

/** Eight to seventeen words each. */
function sentences(seed: number, count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const start = (seed * 31 + i * 17) % WORDS.length
    const words = Array.from({ length: 8 + ((seed + i) % 10) }, (__, at) => item(WORDS, start + at))
    const [first = '', ...rest] = words
    return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`
  }).join(' ')
}

/** Every third is an answer to the one before. */
function comment(number: number, index: number, comments: number): string {
  const id = number * comments + index + 1
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${cdata(`Walker ${id % 500}`)}</wp:comment_author><wp:comment_author_email>walker${id % 500}@canal-friends.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.${id % 250}</wp:comment_author_IP><wp:comment_date_gmt>${cdata('2019-03-03 08:00:00')}</wp:comment_date_gmt><wp:comment_content>${cdata(sentences(id, 2))}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>${index % 3 === 2 ? id - 1 : 0}</wp:comment_parent></wp:comment>`
}
