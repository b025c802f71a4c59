import type { Errors } from '../../../platform/forms.ts'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import { Said } from '../../../ui/Said.tsx'
import type { Frequency } from '../frequencies.ts'
import { FrequencyForm } from './FrequencyForm.tsx'

interface Props {
  look: Look
  often: Frequency
  asked: readonly string[]
  said: string | null
  errors?: Errors
}

/** The same choice for whoever is signed in. */
export const MyLettersPage = ({ look, often, asked, said, errors }: Props) => (
  <PlainLayout head={{ title: 'How often we write', noindex: true, refused: errors !== undefined }} look={look}>
    <div class="stack-l">
      <ErrorSummary errors={errors} />
      <Breadcrumb crumbs={[{ label: 'My page', href: '/my' }, { label: 'How often we write' }]} />
      <h1>How often we write</h1>
      <p class="lede">
        Fewer letters instead of none. What you get at all, you choose under <a href="/my/choices">What we send you</a>.
      </p>
      <Said sentence={said} />
      <FrequencyForm action="/my/letters" {...{ often, asked, errors }} />
    </div>
  </PlainLayout>
)
