import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import type { Picture } from '../../pictures.ts'

interface Props {
  frame: OfficeFrame
  picture: Picture
  typed?: Typed
  errors?: Errors
}

export const PicturePage = ({ frame, picture, typed, errors }: Props) => {
  const name = picture.path.replace(/^.*\//, '')
  return (
    <OfficeLayout {...frame} head={{ title: name, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <div class="page-head">
        <div>
          <Breadcrumb crumbs={[{ label: 'Pictures', href: '/office/pictures' }, { label: name }]} />
          <h1>{name}</h1>
        </div>
      </div>
      <div class="dash">
        <Card span={6} padded>
          {picture.bytes === null ? (
            <p>The file of this picture has not been brought in yet.</p>
          ) : (
            <img src={picture.path} alt={picture.alt} />
          )}
        </Card>
        <Card span={6} padded>
          <form method="post" action={`/office/pictures/${picture.id}`} novalidate>
            <Field
              name="alt"
              label="What it shows"
              hint="Used wherever a text gives the picture no words of its own."
              value={typedText(typed, 'alt') ?? picture.alt}
              error={errors?.['alt']}
            />
            <Field
              name="caption"
              label="Caption"
              value={typedText(typed, 'caption') ?? picture.caption}
              error={errors?.['caption']}
            />
            <p class="row later">
              <Button icon="save">Save the words</Button>
            </p>
          </form>
        </Card>
      </div>
    </OfficeLayout>
  )
}
