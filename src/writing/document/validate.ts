import type { DocJson } from './json.ts'
import { DEEPEST, schema } from './schema.ts'

const MOST_NODES = 200_000
const LONGEST_TEXT = 4_000_000

/**
 * A document from outside (the editor, an archive). Throws an `Error` in plain words when it is not one: wrong shape,
 * unknown parts, an unsafe address, or beyond what the program carries (nesting, number of parts, length).
 */
export function parseDoc(value: unknown): DocJson {
  checkSize(value)
  try {
    const node = schema.nodeFromJSON(value)
    node.check()
    if (node.type !== schema.topNodeType)
      throw new RangeError(`A ${node.type.name} stands in the place of the document`)
    return node.toJSON()
  } catch (fault) {
    throw new Error(`This is not a document we can read: ${fault instanceof Error ? fault.message : String(fault)}.`, {
      cause: fault,
    })
  }
}

/** Measured before anything walks it by recursion. */
function checkSize(value: unknown): void {
  const open: { readonly node: unknown; readonly depth: number }[] = [{ node: value, depth: 0 }]
  let [nodes, characters] = [0, 0]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { node, depth } = at
    if (typeof node !== 'object' || node === null) throw new Error('This is not a document we can read.')
    if (depth > DEEPEST) throw new Error(`This document has more than ${DEEPEST} levels within each other.`)
    if ('text' in node && typeof node.text === 'string') characters += node.text.length
    const content = 'content' in node && Array.isArray(node.content) ? node.content : []
    nodes += 1 + content.length
    if (nodes > MOST_NODES || characters > LONGEST_TEXT) throw new Error('This document is longer than we can keep.')
    for (const child of content) open.push({ node: child, depth: depth + 1 })
  }
}
