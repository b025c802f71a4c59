import type { DocJson } from './json.ts'

/**
 * A block's HTML between the comments by which WordPress's editor knows it (developer.wordpress.org/block-editor, "Markup
 * representation of a block"); what it has no like for is a block of HTML. WordPress then adds no paragraphs of its own.
 */
export function inComments(block: DocJson, html: string): string {
  if (html === '') return ''
  const [name, attributes] = blockOf(block)
  // WordPress reads shortcodes anywhere in a text; a bracket written as a number is only a bracket.
  return `<!-- wp:${name}${attributes} -->\n${html.replaceAll('[', '&#91;')}<!-- /wp:${name} -->\n\n`
}

function blockOf({ type, attrs }: DocJson): readonly [name: string, attributes: string] {
  switch (type) {
    case 'paragraph':
      return ['paragraph', '']
    case 'heading':
      return ['heading', attrs?.['level'] === 2 ? '' : ` {"level":${attrs?.['level'] === 4 ? 4 : 3}}`]
    case 'code_block':
      return ['code', '']
    case 'more':
      return ['more', '']
    default:
      return ['html', '']
  }
}
