import { type Errors, type Typed, typedText } from '../../../platform/forms.ts'
import type { OfficeFrame } from '../../../platform/web.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card, CardHead } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { plural } from '../../../ui/words.ts'
import type { Term } from '../../terms.ts'
import { MergeForm } from './MergeForm.tsx'
import { TermFields } from './TermFields.tsx'

interface Props {
  frame: OfficeFrame
  term: Term
  /** Of the same kind. */
  others: readonly Term[]
  path: string
  uses: number
  typed?: Typed
  errors?: Errors
}

export const TermPage = ({ frame, term, others, path, uses, typed, errors }: Props) => {
  const action = `/office/terms/${term.id}`
  const stored = { name: term.name, slug: term.slug, description: term.description, parent: term.parentId ?? '' }
  return (
    <OfficeLayout {...frame} head={{ title: term.name, refused: errors !== undefined }}>
      <ErrorSummary errors={errors} />
      <div class="page-head">
        <div>
          <Breadcrumb crumbs={[{ label: 'Categories and tags', href: '/office/terms' }, { label: term.name }]} />
          <h1>{term.name}</h1>
          <p class="meta">
            {term.taxonomy === 'category' ? 'A category' : 'A tag'} of {plural(uses, 'text')}, at{' '}
            <a href={path}>{path}</a>
          </p>
        </div>
      </div>
      <div class="dash">
        <Card span={8}>
          <CardHead title="Name and address" />
          <form class="pad" method="post" action={action} novalidate>
            <TermFields
              value={(name) => typedText(errors ? typed : undefined, name) ?? stored[name as keyof typeof stored]}
              parents={term.taxonomy === 'category' ? others : []}
              errors={errors}
            />
            <p class="row later">
              <Button icon="save">Save</Button>
            </p>
          </form>
        </Card>
        <div class="c4 stack-l">
          <MergeForm
            action={`${action}/merger`}
            others={others}
            error={errors?.['into']}
            sentence={`Everything under “${term.name}” goes under the one you choose, and “${term.name}” is no more.`}
          />
          {uses === 0 && (
            <Card padded>
              <form method="post" action={`${action}/removal`}>
                <Button tone="danger" icon="trash-2">
                  Delete it
                </Button>
              </form>
            </Card>
          )}
        </div>
      </div>
    </OfficeLayout>
  )
}
