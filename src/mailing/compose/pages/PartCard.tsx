import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Unseen } from '../../../ui/Unseen.tsx'
import { type Block, blockNames, NAME } from '../../blocks/block.ts'
import { BlockView } from '../../blocks/web/BlockView.tsx'

interface Props {
  letter: { readonly id: string }
  block: Block
  first: boolean
  last: boolean
  /** Whether it may still be changed. */
  draft: boolean
}

/** One part of a letter as readers see it, with what can be done with it. */
export const PartCard = ({ letter, block, first, last, draft }: Props) => {
  const here = `/office/letters/${letter.id}/blocks/${block.id}`
  const title = `part-${block.id}`
  return (
    <Card labelledby={title}>
      <CardHead title={blockNames[block.kind]} id={title}>
        {draft && (
          <div class="row row-s letter-tools">
            {block.kind !== 'divider' && (
              <ButtonLink href={here} tone="ghost" size="sm" icon="pencil" aria-label={`Change: ${spoken(block)}`}>
                Change
              </ButtonLink>
            )}
            {!first && <MoveButton here={here} way="up" what={spoken(block)} />}
            {!last && <MoveButton here={here} way="down" what={spoken(block)} />}
            <form method="post" action={`${here}/removal`}>
              <Button tone="ghost" size="sm" aria-label={`Take out: ${spoken(block)}`}>
                Take out
              </Button>
            </form>
          </div>
        )}
      </CardHead>
      <div class="letter-part">
        <BlockView block={block} reader={NAME} />
      </div>
      {draft && !last && (
        <p class="letter-add">
          <a href={`/office/letters/${letter.id}/blocks/new?after=${block.id}`}>
            Add a part here<Unseen>, after: {spoken(block)}</Unseen>
          </a>
        </p>
      )}
    </Card>
  )
}

const MoveButton = ({ here, way, what }: { here: string; way: 'up' | 'down'; what: string }) => (
  <form method="post" action={`${here}/move`}>
    <input type="hidden" name="way" value={way} />
    <Button tone="ghost" size="sm" aria-label={`Move ${way}: ${what}`}>
      {way === 'up' ? 'Up' : 'Down'}
    </Button>
  </form>
)

/** What tells one part from another for who hears the page. */
function spoken(block: Block): string {
  const name = blockNames[block.kind]
  if ('title' in block) return `${name}, ${block.title}`
  if (block.kind === 'question') return `${name}, ${block.asked}`
  if (block.kind === 'ask') return `${name}, ${block.question}`
  if (block.kind === 'figure') return `${name}, ${block.value}`
  return block.kind === 'button' ? `${name}, ${block.label}` : name
}
