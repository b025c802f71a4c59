import type { DocJson } from './json.ts'
import { emptyParagraph } from './json.ts'
import { normalise } from './normal.ts'

const MOST_PARTS = 200_000

/** The words of something that came in place of a document and is none, a paragraph for each run of them. For showing again. */
export function wordsOnly(sent: string): DocJson {
  let value: unknown
  try {
    value = JSON.parse(sent)
  } catch {
    value = { text: sent }
  }
  const content = runsIn(value).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  return normalise({ type: 'doc', content: content.length > 0 ? content : [emptyParagraph] })
}

/** Walked without recursion: what is no document may be nested without end. */
function runsIn(value: unknown): string[] {
  const runs: string[] = ['']
  const open: unknown[] = [value]
  for (let parts = 0; open.length > 0 && parts < MOST_PARTS; parts++) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    if ('text' in node && typeof node.text === 'string') runs[runs.length - 1] += node.text
    else if (runs.at(-1) !== '' && !('type' in node && node.type === 'hard_break')) runs.push('')
    const content = 'content' in node && Array.isArray(node.content) ? node.content : []
    for (let at = content.length - 1; at >= 0; at--) open.push(content[at])
  }
  return runs.filter((run) => run.trim() !== '')
}
