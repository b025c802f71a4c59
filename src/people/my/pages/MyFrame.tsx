import type { Errors } from '../../../platform/forms.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import type { Child, WithChildren } from '../../../ui/jsx/child.ts'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Said } from '../../../ui/Said.tsx'

/** What every part of a person's own page has at hand. */
export interface MyProps {
  look: Look
  zone: string
  officer: boolean
  /** What the last press of a button did. */
  said: string | null
}

interface FrameProps {
  look: Look
  title: string
  lede?: Child
  said?: string | null
  errors?: Errors | undefined
}

/** One part of a person's own page. */
export const MyFrame = ({ look, title, lede, said, errors, children }: WithChildren<FrameProps>) => (
  <PlainLayout head={{ title, noindex: true, refused: errors !== undefined }} look={look}>
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <Breadcrumb crumbs={[{ label: 'My page', href: '/my' }, { label: title }]} />
      <h1>{title}</h1>
      {lede && <p class="lede">{lede}</p>}
      <Said sentence={said} />
      {children}
    </div>
  </PlainLayout>
)
