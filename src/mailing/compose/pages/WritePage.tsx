import { typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioCards } from '../../../ui/Choices.tsx'
import { asset } from '../../../ui/assets.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { plural } from '../../../ui/words.ts'
import type { Block } from '../../blocks/block.ts'
import { LetterTabs } from '../../pages/LetterTabs.tsx'
import type { RefusedForm } from '../forms.ts'
import { type Showing, showingsOf, type WrittenLetter } from '../letter.ts'
import { PartCard } from './PartCard.tsx'

interface Props {
  frame: OfficeFrame
  letter: WrittenLetter
  /** As readers will see them: what they follow is looked up. */
  blocks: readonly Block[]
  refused?: RefusedForm
}

/** The style of the parts of a letter, for the head of a page that shows them. */
export const letterAssets = () => ({ stylesheets: [asset('editor.css'), asset('letters.css')] })

/** A letter, part by part. Each is changed on a page of its own, so nothing typed is lost by another's button. */
export const WritePage = ({ frame, letter, blocks, refused }: Props) => {
  const draft = letter.state === 'draft'
  return (
    <OfficeLayout {...frame} head={{ title: letter.subject, refused: refused !== undefined, ...letterAssets() }}>
      <ErrorSummary errors={refused?.errors} />
      <PageTitle
        title={letter.subject}
        sentence={`${letter.kind === 'newsletter' ? 'A newsletter' : 'A notice'}, ${plural(blocks.length, 'part')}`}
        crumbs={[{ label: 'Letters', href: '/office/letters' }, { label: 'Write' }]}
      />
      <LetterTabs letter={letter} here="" />
      {!draft && (
        <Notice>
          <p>This letter was decided, so its words stand. You can use it again as the beginning of a new one.</p>
        </Notice>
      )}
      <div class="writer">
        <div class="stack-l">
          {blocks.length === 0 && (
            <Card>
              <Empty
                icon="mail"
                title="Nothing in it yet"
                sentence="Add a greeting, your words, a story from your website, a question to your readers."
              />
            </Card>
          )}
          {blocks.map((block, at) => (
            <PartCard letter={letter} block={block} first={at === 0} last={at === blocks.length - 1} draft={draft} />
          ))}
          {draft && (
            <p class="row">
              <ButtonLink href={`/office/letters/${letter.id}/blocks/new?after=${blocks.at(-1)?.id ?? ''}`} icon="plus">
                Add a part
              </ButtonLink>
            </p>
          )}
        </div>
        <div class="stack-l">
          {draft && <HeadCard letter={letter} {...(refused && { refused })} />}
          {draft && <DraftCard id={letter.id} />}
        </div>
      </div>
    </OfficeLayout>
  )
}

const shownNames: Readonly<Record<Showing, string>> = {
  public: 'Everybody',
  members: 'Only members who are signed in',
  no: 'Nobody: it is not on the website',
}

const shownNow = ({ kind, shown }: WrittenLetter): Showing => {
  const choices = showingsOf(kind)
  return choices.includes(shown) ? shown : choices[0]!
}

const HeadCard = ({ letter, refused }: { letter: WrittenLetter; refused?: RefusedForm }) => (
  <Card padded>
    <h2 class="card-title">Subject</h2>
    <form method="post" action={`/office/letters/${letter.id}`} novalidate>
      <Field
        name="subject"
        label="Subject"
        value={typedText(refused?.typed, 'subject') ?? letter.subject}
        error={refused?.errors['subject']}
        maxlength={200}
      />
      <Field
        name="preview"
        label="Preview line"
        hint="Shown beside the subject in many mail programs. Leave it empty and they show the first words."
        value={typedText(refused?.typed, 'preview') ?? letter.preview}
        error={refused?.errors['preview']}
        maxlength={200}
      />
      <RadioCards
        name="shown"
        label="Who may read it on the website afterwards?"
        value={typedText(refused?.typed, 'shown') ?? shownNow(letter)}
        error={refused?.errors['shown']}
        options={showingsOf(letter.kind).map((value) => ({ value, label: shownNames[value] }))}
      />
      <p class="later">
        <Button tone="alt" icon="save">
          Save
        </Button>
      </p>
    </form>
  </Card>
)

const DraftCard = ({ id }: { id: string }) => (
  <Card padded>
    <h2 class="card-title">Draft for me</h2>
    <form method="post" action={`/office/letters/${id}/drafting`} class="stack-s">
      <p class="meta">
        Adds what happened since your last newsletter to the end: posts, figures, offices that need somebody.
      </p>
      <Button tone="alt" icon="pencil">
        Add what happened
      </Button>
    </form>
  </Card>
)
