import { markdownAddress, quotedMarkdown } from './inlineMarkdown.ts'
import type { WriteWords } from './inlineMarkdown.ts'
import { hanging, quoted } from './indentation.ts'
import type { DocJson } from './json.ts'
import { countAttribute, textAttribute } from './json.ts'
import { tableMarkdown } from './tableMarkdown.ts'

/** Blocks as Markdown, an empty line between them. */
export function blocksMarkdown(blocks: readonly DocJson[], words: WriteWords): string {
  return blocks.map((block, at) => blockMarkdown(block, { words, turn: turnOf(blocks, at) })).join('\n\n')
}

interface Around {
  readonly words: WriteWords
  /** How many lists of the same kind stand right before this one: the next needs another sign to be told apart. */
  readonly turn: number
}

function turnOf(blocks: readonly DocJson[], at: number): number {
  let turn = 0
  for (let before = at - 1; before >= 0 && blocks[before]?.type === blocks[at]?.type && turn < at; before--) turn++
  return turn
}

function blockMarkdown(block: DocJson, around: Around): string {
  const lang = textAttribute(block, 'lang')
  const text = bareMarkdown(block, around)
  return lang === '' ? text : `{lang=${lang}}\n${text}`
}

function bareMarkdown(block: DocJson, around: Around): string {
  const content = block.content ?? []
  const { words } = around
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(Number(block.attrs?.['level'] ?? 2))} ${words(content, 'heading')}`
    case 'blockquote':
      return quoted(blocksMarkdown(content, words))
    case 'cite':
      return `-- ${words(content, 'heading')}`
    case 'bullet_list':
    case 'ordered_list':
      return listMarkdown(block, around)
    case 'table':
      return tableMarkdown(block, { words, blocks: (blocks) => blocksMarkdown(blocks, words) })
    case 'figure':
      return figureMarkdown(block, words)
    case 'gallery':
      return ['{gallery}', ...content.map((figure) => blockMarkdown(figure, { words, turn: 0 })), '{/gallery}'].join(
        '\n',
      )
    case 'embed':
      return embedMarkdown(block)
    case 'code_block':
      return fenced(content.map((node) => node.text ?? '').join(''))
    case 'horizontal_rule':
      return '***'
    case 'more':
      return '----more----'
    default:
      return words(content, 'paragraph')
  }
}

function listMarkdown(list: DocJson, around: Around): string {
  const items = list.content ?? []
  const start = Number(list.attrs?.['start'] ?? 1)
  const [bullet, point] = around.turn % 2 === 0 ? ['-', '.'] : ['+', ')']
  const written = items.map((item, at) => {
    const sign = list.type === 'ordered_list' ? `${start + at}${point} ` : `${bullet} `
    return hanging(itemMarkdown(item, around.words), sign)
  })
  return written.join(isTight(list) ? '\n' : '\n\n')
}

function itemMarkdown(item: DocJson, words: WriteWords): string {
  const content = item.content ?? []
  const text = blocksMarkdown(content, words)
  const [first, second] = content
  if (first === undefined || second === undefined || !isTightItem(item)) return text
  return `${blocksMarkdown([first], words)}\n${blocksMarkdown([second], words)}`
}

/** Whether the items can follow each other without empty lines: each a paragraph, or one with such a list under it. */
function isTight(list: DocJson): boolean {
  return (list.content ?? []).every(isTightItem)
}

function isTightItem(item: DocJson): boolean {
  const [first, second, ...others] = item.content ?? []
  if (first?.type !== 'paragraph' || others.length > 0) return false
  if (second === undefined) return true
  // A list that begins with another number than 1 cannot interrupt a paragraph (CommonMark 5.3).
  const interrupts = second.type === 'bullet_list' || (second.type === 'ordered_list' && second.attrs?.['start'] === 1)
  return interrupts && textAttribute(second, 'lang') === '' && isTight(second)
}

function figureMarkdown(figure: DocJson, words: WriteWords): string {
  const caption = words(figure.content ?? [], 'caption')
  const [width, height] = [countAttribute(figure, 'width') ?? '', countAttribute(figure, 'height') ?? '']
  const size = width === '' && height === '' ? '' : `{${width}x${height}}`
  const title = caption === '' ? '' : ` "${caption}"`
  const alt = quotedMarkdown(textAttribute(figure, 'alt'))
  const image = `![${alt}](${markdownAddress(textAttribute(figure, 'src'))}${title})${size}`
  const href = textAttribute(figure, 'href')
  return href === '' ? image : `[${image}](${markdownAddress(href)})`
}

function embedMarkdown(embed: DocJson): string {
  const [url, title] = [textAttribute(embed, 'url'), textAttribute(embed, 'title')]
  const written = `${markdownAddress(url)}${title === '' ? '' : ` "${quotedMarkdown(title)}"`}`
  return url.startsWith('/') ? `{embed ${written}}` : written
}

function fenced(text: string): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}
