import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import type { ListedPost } from '../../../publishing/index.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { editorAssets } from '../../../ui/EditorIsland.tsx'
import type { EditorPicture } from '../../../ui/editor/EditorForms.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { type Block, type BlockKind, blockNames, blockUses } from '../../blocks/block.ts'
import type { WrittenLetter } from '../letter.ts'
import { BlockFields } from './BlockFields.tsx'

export interface BlockPageProps {
  frame: OfficeFrame
  letter: WrittenLetter
  posts: readonly ListedPost[]
  pictures: readonly EditorPicture[]
  kind: BlockKind
  /** Missing while it is new. */
  block: Block | undefined
  /** The part after which a new one is added; '' for the end. */
  after: string
  typed: Typed
  /** The state of the part from which this form begins. */
  was: string
  errors: Errors | undefined
}

/** One part of a letter, written or changed. */
export const BlockPage = (props: BlockPageProps) => {
  const { frame, letter, kind, block, after, typed, was, errors } = props
  const home = `/office/letters/${letter.id}`
  const title = `${block ? 'Change' : 'Add'}: ${blockNames[kind].toLowerCase()}`
  const { was: conflict, ...fields } = errors ?? {}
  return (
    <OfficeLayout {...frame} head={{ title, refused: errors !== undefined, ...(kind === 'text' && editorAssets()) }}>
      {Object.keys(fields).length > 0 && <ErrorSummary errors={fields} />}
      <PageTitle
        title={title}
        sentence={blockUses[kind]}
        crumbs={[
          { label: 'Letters', href: '/office/letters' },
          { label: letter.subject, href: home },
          { label: blockNames[kind] },
        ]}
      />
      {conflict && (
        <Notice tone="warn">
          <p>{conflict}</p>
        </Notice>
      )}
      <Card padded>
        <form method="post" action={`${home}/blocks/${block?.id ?? 'new'}`} novalidate>
          <input type="hidden" name="kind" value={kind} />
          {block ? (
            <input type="hidden" name="was" value={was} />
          ) : (
            <input type="hidden" name="after" value={after || typedText(typed, 'after')} />
          )}
          <BlockFields {...props} />
          <p class="row later">
            <Button icon="save">{block ? 'Save' : 'Add to the letter'}</Button>
            <ButtonLink href={block ? `${home}#part-${block.id}` : home} tone="alt">
              Go back
            </ButtonLink>
          </p>
        </form>
      </Card>
    </OfficeLayout>
  )
}
