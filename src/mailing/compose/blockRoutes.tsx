import { FormRefusal } from '../../platform/formRefusal.ts'
import { checkForm, readForm, type Typed } from '../../platform/forms.ts'
import { allow, Refusal } from '../../platform/refusal.ts'
import { router, uuid, type Web } from '../../platform/web.ts'
import { listPosts, pictures } from '../../publishing/index.ts'
import { textFields, writeText } from '../../writing/index.ts'
import { type Block, type BlockKind, blockNames } from '../blocks/block.ts'
import { mayWrite, writersOnly } from '../permissions.ts'
import * as blockWork from './blockWork.ts'
import { blockForm, moveForm, placeForm, type RefusedForm, type SentFields, typedOf } from './forms.ts'
import { findLetter } from './letter.ts'
import { BlockPage } from './pages/BlockPage.tsx'
import { KindPage } from './pages/KindPage.tsx'
import { sentBlock } from './sentBlock.ts'
import { changeLetter, ONE } from './writeRoutes.tsx'

export const BLOCK = `${ONE}/blocks/:block{${uuid}}`
/** How many of the newest posts a story is chosen from. */
const POSTS_OFFERED = 60

/** The parts of a letter, one by one. */
export const blockRoutes = router()

blockRoutes.get(`${ONE}/blocks/new`, (c) => {
  const asked = checkForm(c.req.query(), placeForm)
  if (asked.ok) return showBlock(c, asked.values)
  return showKinds(c)
})

blockRoutes.post(`${ONE}/blocks/new`, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const sent = await readForm(c, placeForm.loose())
  if (!sent.ok) throw new Refusal('Choose what to add.', 422)
  const { kind, after } = sent.values
  return saveBlock(c, { kind, after, typed: sent.typed })
})

blockRoutes.get(BLOCK, (c) => showBlock(c, {}))

blockRoutes.post(BLOCK, async (c) => {
  allow(mayWrite(c.var.actor), writersOnly)
  const sent = await readForm(c, placeForm.loose())
  if (!sent.ok) throw new Refusal('This part of the letter cannot be read.', 422)
  return saveBlock(c, { kind: sent.values.kind, typed: sent.typed })
})

blockRoutes.post(`${BLOCK}/move`, async (c) => {
  const form = await readForm(c, moveForm)
  if (!form.ok) throw new Refusal('Say whether it moves up or down.', 422)
  const id = c.req.param('block')
  const said = { sentence: `Moved ${form.values.way}.`, at: `#part-${id}` }
  return changeLetter(c, said, (act, letter) => blockWork.move(act, letter, { id, ...form.values }))
})

blockRoutes.post(`${BLOCK}/removal`, (c) =>
  changeLetter(c, { sentence: 'That part is taken out.' }, (act, letter) =>
    blockWork.remove(act, letter, c.req.param('block')),
  ),
)

interface Asked {
  readonly kind?: BlockKind
  readonly after?: string
}

/** Saves a part, or shows its form again with all that was typed. */
async function saveBlock(c: Web, { kind, after, typed }: Asked & { kind: BlockKind; typed: Typed }): Promise<Response> {
  const refuse = (status: RefusedForm['status'], errors: RefusedForm['errors']) =>
    showBlock(c, { kind, ...(after !== undefined && { after }) }, { typed, status, errors })
  const form = checkForm(typed, blockForm(kind))
  if (!form.ok) return refuse(422, form.errors)
  const id = c.req.param('block')
  try {
    return await (id === undefined
      ? addBlock(c, { kind, after: after || null, fields: form.values })
      : replaceBlock(c, { kind, id, fields: form.values }))
  } catch (error) {
    if (error instanceof FormRefusal) return refuse(422, { [error.field]: error.message })
    if (error instanceof Refusal && error.status === 409) return refuse(409, { was: error.message })
    throw error
  }
}

const addBlock = (c: Web, { kind, after, fields }: { kind: BlockKind; after: string | null; fields: SentFields }) =>
  changeLetter(c, { sentence: `${blockNames[kind]}: added.` }, (act, letter) =>
    blockWork.add(act, letter, { block: sentBlock(kind, fields), after }),
  )

const replaceBlock = (c: Web, { kind, id, fields }: { kind: BlockKind; id: string; fields: SentFields }) =>
  changeLetter(c, { sentence: 'Saved.', at: `#part-${id}` }, async (act, letter) => {
    const before = (await findLetter(act.tx, letter)).blocks.find((block) => block.id === id)
    const block = { id, ...sentBlock(kind, fields, before) }
    await blockWork.save(act, letter, { block, was: fields['was'] ?? '' })
  })

async function showKinds(c: Web): Promise<Response> {
  allow(mayWrite(c.var.actor), writersOnly)
  const letter = await c.var.read((tx) => findLetter(tx, c.req.param('id')!))
  return c.html(<KindPage frame={c.var.officeFrame()} letter={letter} after={c.req.query('after') ?? ''} />)
}

async function showBlock(c: Web, { kind: asked, after = '' }: Asked, refused?: RefusedForm): Promise<Response> {
  allow(mayWrite(c.var.actor), writersOnly)
  const { block, kind, ...found } = await c.var.read(async (tx) => {
    const letter = await findLetter(tx, c.req.param('id')!)
    const kept = letter.blocks.find(({ id }) => id === c.req.param('block'))
    if (!kept && c.req.param('block')) throw new Refusal('This part of the letter is no longer there.', 404)
    const its = kept?.kind ?? asked!
    const posts = its === 'story' ? await listPosts(tx, c.var.group, { limit: POSTS_OFFERED }) : []
    return {
      letter,
      block: kept,
      kind: its,
      posts,
      pictures: its === 'text' ? (await pictures.list(tx, 1)).pictures : [],
    }
  })
  const typed = refused ? { ...refused.typed, ...(kind === 'text' && textFields(refused.typed)) } : startOf(kind, block)
  const was = block ? blockWork.stampOf(block) : ''
  const errors = refused?.errors
  return c.html(
    <BlockPage frame={c.var.officeFrame()} {...found} {...{ kind, block, after, typed, was, errors }} />,
    refused?.status ?? 200,
  )
}

/** What the fields show of a part that is kept, or at the beginning of a new one. */
function startOf(kind: BlockKind, block: Block | undefined): Typed {
  if (block?.kind === 'text') return { text: writeText(block.doc), document: JSON.stringify(block.doc) }
  if (block) return typedOf(block)
  return kind === 'greeting' ? { words: 'Dear {name}' } : {}
}
