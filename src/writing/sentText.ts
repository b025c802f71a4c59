import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Typed, typedText } from '../platform/forms.ts'
import { FormRefusal } from '../platform/formRefusal.ts'
import {
  type DocJson,
  fromMarkdown,
  keepIds,
  knownIds,
  normalise,
  parseDoc,
  plainText,
  readMarkdown,
  sameText,
  toMarkdown,
  withIds,
  wordsOnly,
} from './document/index.ts'

const LONGEST_TEXT = 400_000
const tooLong = 'This is longer than one page can hold (400,000 characters). Divide it in two.'
/** A document says much about each of its words. */
const LONGEST_DOCUMENT = 4_500_000

/** The two fields of a text in any form: what was typed, or what the rich editor made of it. */
export const sentTextFields = {
  text: z.string().max(LONGEST_TEXT, tooLong).default(''),
  document: z.string().max(LONGEST_DOCUMENT, tooLong).default(''),
} as const

/** A text that was read, and a sentence for each link or picture left out of it. */
export interface Read {
  readonly body: DocJson
  readonly leftOut: readonly string[]
}

/** A text as it was sent: by the rich editor as a document, or else as plain text. */
interface SentText {
  readonly text: string
  readonly document: string
}

/** Reads what was written. Blocks that stayed keep the ids that comments and amendments hold on to. */
export function readSentText({ text, document }: SentText, before: DocJson | undefined): Read {
  return document ? { body: readDocument(document, before), leftOut: [] } : readText(text, before)
}

/** A text nobody touched stays as it is, whatever converted it once. */
function readText(text: string, before: DocJson | undefined): Read {
  if (before && writeText(before).trim() === text.trim()) return { body: before, leftOut: [] }
  const { doc, lost } = readMarkdown(text)
  return { body: identified(doc, before), leftOut: lost.map(({ detail }) => detail) }
}

/** In normal form, as plain text would be read, so that both ways of writing make the same document. */
function readDocument(sent: string, before: DocJson | undefined): DocJson {
  const doc = documentIn(sent)
  if (!doc) {
    throw new FormRefusal(
      'text',
      'The text arrived in a form that cannot be read, so nothing was saved. Its words are below: look through them, then save again.',
    )
  }
  if (plainText(doc).length > LONGEST_TEXT) throw new FormRefusal('text', tooLong)
  if (before && sameText(before, doc)) return before
  return identified(knownIds(before, normalise(doc)), before)
}

const identified = (doc: DocJson, before: DocJson | undefined): DocJson =>
  withIds(before ? keepIds(before, doc) : doc, randomUUID)

function documentIn(sent: string): DocJson | undefined {
  try {
    return parseDoc(JSON.parse(sent))
  } catch {
    return undefined // JSON.parse and parseDoc throw only to say that this is no document
  }
}

export const writeText = (body: DocJson): string => toMarkdown(body)

/** What was typed into a form that was not taken, as a document. */
export function typedBody(typed: Typed): DocJson {
  const sent = typedText(typed, 'document')
  return sent ? (documentIn(sent) ?? wordsOnly(sent)) : fromMarkdown(typedText(typed, 'text') ?? '')
}

/** The fields of a text for both ways of writing it. Plain text comes back letter by letter. */
export function textFields(typed: Typed): SentText {
  const body = typedBody(typed)
  const text = typedText(typed, 'document') ? writeText(body) : (typedText(typed, 'text') ?? '')
  return { text, document: JSON.stringify(body) }
}

/** The body with a picture at its end. */
export function withPicture(
  body: DocJson,
  { path, alt, caption }: { path: string; alt: string; caption: string },
): DocJson {
  const words = caption ? [{ type: 'text', text: caption }] : []
  const figure = { type: 'figure', attrs: { src: path, alt }, content: words }
  return withIds(normalise({ ...body, content: [...(body.content ?? []), figure] }), randomUUID)
}
