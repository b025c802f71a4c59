import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { plural } from '../../../ui/words.ts'
import { type AuthorRecord, authorPath } from '../../authors.ts'
import type { NamedPerson } from '../writers.ts'
import { AuthorFields } from './AuthorFields.tsx'
import { MergeForm } from './MergeForm.tsx'

interface Props {
  frame: OfficeFrame
  author: AuthorRecord
  others: readonly AuthorRecord[]
  people: readonly NamedPerson[]
  texts: number
  typed?: Typed
  errors?: Errors
}

export const AuthorPage = ({ frame, author, others, people, texts, typed, errors }: Props) => {
  const action = `/office/authors/${author.id}`
  const { name, slug, about, penName, personId } = author
  const stored = { name, slug, about, penName: penName ? 'yes' : '', person: personId ?? '' }
  const path = authorPath(author)
  return (
    <OfficeLayout {...frame} head={{ title: name, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <div class="page-head">
        <div>
          <Breadcrumb crumbs={[{ label: 'Authors', href: '/office/authors' }, { label: name }]} />
          <h1>{name}</h1>
          <p class="meta">
            {plural(texts, 'text')}, at <a href={path}>{path}</a>
          </p>
        </div>
      </div>
      <div class="dash">
        <Card span={8}>
          <CardHead title="What readers are told" />
          <form class="pad" method="post" action={action} novalidate>
            <AuthorFields
              value={(field) => (errors ? typedText(typed, field) : stored[field as keyof typeof stored])}
              people={people}
              errors={errors}
            />
            <p class="row later">
              <Button icon="save">Save</Button>
            </p>
          </form>
        </Card>
        <div class="c4">
          <MergeForm
            action={`${action}/merger`}
            others={others}
            error={errors?.['into']}
            sentence={`Everything by “${name}” appears under the author you choose, and “${name}” is no more.`}
          />
        </div>
      </div>
    </OfficeLayout>
  )
}
