import { randomUUID } from 'node:crypto'
import { type DocJson, keepIds, readMarkdown, toMarkdown, withIds } from '../../writing/index.ts'

/** A link or picture that was left out of a text, and the sentence that says so. */
export interface Read {
  readonly body: DocJson
  readonly leftOut: readonly string[]
}

/** Reads what was typed. A text nobody touched stays as it is, whatever converted it once; in others, blocks that stayed keep the ids that comments and amendments hold on to. */
export function readText(text: string, before: DocJson | undefined): Read {
  if (before && writeText(before).trim() === text.trim()) return { body: before, leftOut: [] }
  const { doc, lost } = readMarkdown(text)
  const kept = before ? keepIds(before, doc) : doc
  return { body: withIds(kept, randomUUID), leftOut: lost.map(({ detail }) => detail) }
}

export const writeText = (body: DocJson): string => toMarkdown(body)

/** The line of Markdown that shows a picture, on a line of its own at the end. */
export function withPicture(
  text: string,
  { path, alt, caption }: { path: string; alt: string; caption: string },
): string {
  const line = toMarkdown({
    type: 'doc',
    content: [{ type: 'figure', attrs: { src: path, alt }, content: caption ? [{ type: 'text', text: caption }] : [] }],
  })
  return `${text.trimEnd()}${text.trim() ? '\n\n' : ''}${line.trim()}\n`
}
