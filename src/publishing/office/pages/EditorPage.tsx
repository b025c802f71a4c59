import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EditorIsland, editorAssets } from '../../../ui/EditorIsland.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import type { Kind } from '../../rules.ts'
import type { UpdateNote } from '../../updateNotes.ts'
import type { Choices, Written } from '../editor.ts'
import { type Conflict, ConflictPanel } from './ConflictPanel.tsx'
import { DetailsCard } from './DetailsCard.tsx'
import { EntryTabs } from './EntryTabs.tsx'
import { Notation } from './Notation.tsx'
import { EntryReadsCard } from '../../reads/pages/EntryReadsCard.tsx'
import type { EntryReads } from '../../reads/readFigures.ts'
import { PublicationCard } from './PublicationCard.tsx'
import { StatusChip } from './StatusChip.tsx'

export interface EditorProps {
  frame: OfficeFrame
  zone: string
  now: Date
  mayPublish: boolean
  kind: Kind
  choices: Choices
  /** What the fields show: as last saved, or as just typed. */
  fields: Typed
  errors?: Errors | undefined
  /** Missing while it has never been saved. */
  written?: Written
  notes?: readonly UpdateNote[]
  conflict?: Conflict | undefined
  /** Missing while nobody outside the office has seen it. */
  reads?: EntryReads | undefined
}

/** One form for everything about a post or page. Each of its buttons saves first, so nothing typed is lost. */
export const EditorPage = (props: EditorProps) => {
  const { frame, kind, written, conflict, errors } = props
  const home = `/office/${kind}s`
  const action = `${home}/${written?.entry.id ?? 'new'}`
  const title = written?.latest.title ?? (kind === 'post' ? 'Write a post' : 'Write a page')
  return (
    <OfficeLayout {...frame} head={{ title, refused: errors !== undefined, ...editorAssets() }}>
      <ErrorSummary errors={errors} />
      <div class="page-head">
        <div>
          <Breadcrumb
            crumbs={[{ label: kind === 'post' ? 'Posts' : 'Pages', href: home }, { label: written ? 'Write' : title }]}
          />
          <h1>{title}</h1>
        </div>
        {written && <StatusChip status={written.entry.status} />}
      </div>
      {written && <EntryTabs kind={kind} id={written.entry.id} here="write" />}
      <form method="post" action={action} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="basedOn" value={typedText(props.fields, 'basedOn')} />
        <input type="hidden" name="seen" value={typedText(props.fields, 'seen')} />
        {conflict && <ConflictPanel conflict={conflict} zone={props.zone} />}
        <div class="writer">
          <div class="stack-l">
            <TextCard action={action} {...props} />
            <PictureCard action={action} {...props} />
            <DetailsCard {...props} />
          </div>
          <div class="stack-l">
            <PublicationCard action={action} {...props} />
            {props.reads && <EntryReadsCard reads={props.reads} />}
            <Notation />
          </div>
        </div>
      </form>
      {written && <ActForms action={action} />}
    </OfficeLayout>
  )
}

/** The first button of a form is what Enter presses: it must be the harmless one. */
const TextCard = ({ action, choices, fields, errors, written }: EditorProps & { action: string }) => (
  <Card padded>
    <Field name="title" label="Title" value={typedText(fields, 'title')} error={errors?.['title']} />
    <EditorIsland
      name="text"
      label="Text"
      hint="An empty line begins a new paragraph. “How to mark up the text”, on this page, shows headings, lists and the rest."
      value={typedText(fields, 'text')}
      document={typedText(fields, 'document')}
      words={written?.latest.words}
      unsaved={errors !== undefined}
      pictures={choices.pictures}
      error={errors?.['text']}
    />
    <p class="row later">
      <Button tone="alt" icon="save">
        {written?.entry.status === 'published' ? 'Save changes' : 'Save draft'}
      </Button>
      <Button tone="alt" icon="eye" formaction={`${action}/preview`}>
        Preview
      </Button>
    </p>
  </Card>
)

const PictureCard = ({ action, fields, errors }: EditorProps & { action: string }) => (
  <Card padded>
    <h2 class="card-title">Add a picture</h2>
    <FileField
      name="picture"
      label="Picture"
      hint="JPEG, PNG, GIF, WebP or AVIF, up to 20 MB. The place and camera that photographs carry are taken out."
      accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
      error={errors?.['picture']}
    />
    <Field
      name="pictureAlt"
      label="What it shows"
      hint="For people who cannot see it: “Twelve members with a banner outside the town hall”."
      value={errors ? typedText(fields, 'pictureAlt') : undefined}
      error={errors?.['pictureAlt']}
    />
    <Field
      name="pictureCaption"
      label="Caption, if it needs one"
      value={errors ? typedText(fields, 'pictureCaption') : undefined}
      error={errors?.['pictureCaption']}
    />
    <p class="row later">
      <Button tone="alt" icon="image" formaction={`${action}/picture`}>
        Add the picture
      </Button>
      <span class="meta">Your text is saved too. The picture goes to its end; move it wherever you like.</span>
    </p>
  </Card>
)

/** Acts that send nothing of what is typed stand outside; their buttons name them by `form`. */
const ActForms = ({ action }: { action: string }) => (
  <>
    <form id="withdrawal" method="post" action={`${action}/withdrawal`} />
    <form id="removal" method="post" action={`${action}/removal`} />
    <form id="pin" method="post" action={`${action}/pin`} />
    <form id="unpin" method="post" action={`${action}/pin/removal`} />
  </>
)
