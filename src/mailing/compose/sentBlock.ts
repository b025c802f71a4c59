import { FormRefusal } from '../../platform/formRefusal.ts'
import { type DocJson, plainText, readSentText } from '../../writing/index.ts'
import { type Block, blockFields, type BlockKind } from '../blocks/block.ts'
import type { NewBlock } from './blockWork.ts'
import type { SentFields } from './forms.ts'

/** A block as its form gave it: the form has checked every field by the block's own rules. */
export function sentBlock(kind: BlockKind, fields: SentFields, before?: Block): NewBlock {
  if (kind === 'text') return { kind, doc: sentDoc(fields, before) }
  if (kind === 'story' && !fields['post'] && !fields['title'])
    throw new FormRefusal('post', 'Choose a post, or enter a title.')
  return { kind, ...ownFields(kind, fields) } as NewBlock
}

const ownFields = (kind: BlockKind, fields: SentFields): SentFields =>
  Object.fromEntries(Object.keys(blockFields[kind]).map((name) => [name, fields[name] ?? '']))

function sentDoc({ text = '', document = '' }: SentFields, before: Block | undefined): DocJson {
  const { body } = readSentText({ text, document }, before?.kind === 'text' ? before.doc : undefined)
  if (isEmpty(body)) throw new FormRefusal('text', 'Enter the words, or go back and add nothing.')
  return body
}

const isEmpty = (doc: DocJson): boolean =>
  plainText(doc).trim() === '' && !(doc.content ?? []).some(({ type }) => type === 'figure' || type === 'gallery')
