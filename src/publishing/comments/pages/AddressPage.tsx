import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { plural } from '../../../ui/words.ts'
import { shortened } from '../../../writing/index.ts'
import type { HeldOfReader } from '../erasure.ts'

interface Props {
  frame: OfficeFrame
  typed?: Typed | undefined
  errors?: Errors | undefined
  /** Found under the typed address. */
  held?: HeldOfReader | undefined
}

/** For a reader who asks what is held, or wants it gone. The address is posted, so that it stands in no address line. */
export const AddressPage = ({ frame, typed, errors, held }: Props) => {
  const email = typedText(typed, 'email') ?? ''
  return (
    <OfficeLayout {...frame} head={{ title: 'What a reader left', refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <PageTitle
        title="What a reader left"
        crumbs={[{ label: 'Comments', href: '/office/comments' }, { label: 'What a reader left' }]}
        sentence="A reader may ask what you hold, or want to be forgotten. Write back to the same address, so that nobody asks for somebody else."
      />
      <div class="stack-l">
        <Card padded>
          <form method="post" action="/office/comments/address" novalidate>
            <Field
              name="email"
              label="The reader’s email address"
              type="email"
              size="medium"
              autocomplete="off"
              value={email}
              error={errors?.['email']}
            />
            <p class="row later">
              <Button icon="search">Find</Button>
            </p>
          </form>
        </Card>
        {held && <Found held={held} email={email} />}
      </div>
    </OfficeLayout>
  )
}

const Found = ({ held: { comments, unconfirmed }, email }: { held: HeldOfReader; email: string }) => (
  <Card labelledby="found">
    <CardHead id="found" title={`${plural(comments.length, 'comment')}, ${unconfirmed} not confirmed`} />
    <div class="pad stack">
      {comments.length + unconfirmed === 0 && <p>Nothing is held under this address.</p>}
      <ul class="stack-s" role="list">
        {comments.map(({ id, author, body }) => (
          <li>
            <a href={`/office/comments/${id}`}>{author}</a>: {shortened(body, 200)}
          </li>
        ))}
      </ul>
      {comments.length + unconfirmed > 0 && (
        <form method="post" action="/office/comments/address/erasure">
          <input type="hidden" name="email" value={email} />
          <p>
            Erasing takes the name, the address and the website off these comments and deletes those not confirmed. What
            was said stays, without a name. This cannot be undone.
          </p>
          <p class="row later">
            <Button tone="danger" icon="trash-2">
              Erase name and address
            </Button>
          </p>
        </form>
      )}
    </div>
  </Card>
)
