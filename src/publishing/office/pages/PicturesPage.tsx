import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FileField } from '../../../ui/FileField.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { fileSize } from '../../../ui/words.ts'
import { type Picture, PICTURES_A_PAGE } from '../../pictures.ts'

interface Props {
  frame: OfficeFrame
  pictures: readonly Picture[]
  count: number
  page: number
  typed?: Typed | undefined
  errors?: Errors | undefined
}

export const PicturesPage = ({ frame, pictures, count, page, typed, errors }: Props) => (
  <OfficeLayout {...frame} head={{ title: 'Pictures', refused: errors !== undefined }}>
    <ErrorSummary errors={errors} />
    <div class="page-head">
      <div>
        <h1>Pictures</h1>
        <p class="meta">All pictures of the website, newest first. Each needs words for people who cannot see it.</p>
      </div>
    </div>
    <div class="dash">
      <div class="c8">
        {pictures.length ? (
          <ul class="picture-grid" role="list">
            {pictures.map((picture) => (
              <PictureCard picture={picture} />
            ))}
          </ul>
        ) : (
          <Card>
            <Empty
              icon="image"
              title="No pictures yet"
              sentence="Pictures you add here, or while you write, can be used in any text."
            />
          </Card>
        )}
        <Pager
          page={page}
          pages={Math.ceil(count / PICTURES_A_PAGE)}
          href={(at) => `/office/pictures?page=${at}`}
          loose
        />
      </div>
      <AddForm typed={typed} errors={errors} />
    </div>
  </OfficeLayout>
)

const AddForm = ({ typed, errors }: Pick<Props, 'typed' | 'errors'>) => (
  <Card span={4}>
    <CardHead title="Add a picture" />
    <form class="pad" method="post" action="/office/pictures" enctype="multipart/form-data" novalidate>
      <FileField
        name="picture"
        label="Picture"
        hint="JPEG, PNG, GIF, WebP or AVIF, up to 20 MB."
        accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
        error={errors?.['picture']}
      />
      <Field
        name="alt"
        label="What it shows"
        hint="For people who cannot see it."
        value={typedText(typed, 'alt')}
        error={errors?.['alt']}
      />
      <Field
        name="caption"
        label="Caption, if it needs one"
        value={typedText(typed, 'caption')}
        error={errors?.['caption']}
      />
      <p class="row later">
        <Button icon="image">Add the picture</Button>
      </p>
    </form>
  </Card>
)

const PictureCard = ({ picture: { id, path, alt, width, height, bytes } }: { picture: Picture }) => (
  <li>
    <Card padded>
      <div class="stack-s">
        {bytes === null ? (
          <p class="meta">The file of this picture has not been brought in yet.</p>
        ) : (
          <img src={path} alt={alt} loading="lazy" />
        )}
        <p>{alt || <span class="error-msg">Nobody has said yet what it shows.</span>}</p>
        <p class="meta">
          {[path, width && height && `${width} by ${height}`, bytes !== null && fileSize(bytes)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <a href={`/office/pictures/${id}`} aria-label={`Change the words for ${alt || path}`}>
          Change the words
        </a>
      </div>
    </Card>
  </li>
)
