import { safeUrl } from './address.ts'
import type { Converted } from './fromHtml.ts'
import { fromHtml } from './fromHtml.ts'
import type { DocJson } from './json.ts'
import { textAttribute } from './json.ts'
import { normalise } from './normal.ts'

/**
 * What was pasted, as a document: read as every other HTML is. Pictures of other websites are left out (their owners
 * could take them away, and would learn who reads our page); those of this website, at `origin`, stay.
 */
export function pastedDocument(html: string, origin: string): Converted {
  const { doc, lost } = fromHtml(html, { paragraphs: 'html' })
  const foreign: Converted['lost'][number][] = []
  const content = own(doc.content ?? [], (figure) => {
    const src = textAttribute(figure, 'src')
    const path = safeUrl(src.startsWith(`${origin}/`) ? src.slice(origin.length) : src)
    if (path?.startsWith('/')) return { ...figure, attrs: { ...figure.attrs, src: path } }
    foreign.push({ kind: 'foreign-picture', detail: src })
    return undefined
  })
  return { doc: normalise({ type: 'doc', content }), lost: [...lost, ...foreign] }
}

/** The blocks with what `keep` makes of each picture. */
function own(blocks: readonly DocJson[], keep: (figure: DocJson) => DocJson | undefined): DocJson[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return keep(block) ?? []
    return block.content ? { ...block, content: own(block.content, keep) } : block
  })
}
