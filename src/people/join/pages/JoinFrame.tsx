import type { Errors } from '../../../platform/forms.ts'
import type { Child } from '../../../ui/jsx/child.ts'
import type { WithChildren } from '../../../ui/jsx/child.ts'
import { PageTop } from '../../../ui/PageTop.tsx'
import { PublicLayout, type PublicSite } from '../../../ui/PublicLayout.tsx'

interface Props {
  site: PublicSite
  title: string
  lede?: Child
  /** "Step 2 of 9" */
  progress?: { at: number; of: number } | undefined
  errors?: Errors | undefined
}

/** One column on the group's website: no page of joining is for search engines but the first. */
export const JoinFrame = ({ site, title, lede, progress, errors, children }: WithChildren<Props>) => (
  <PublicLayout
    head={{
      title: progress ? `${title} (step ${progress.at} of ${progress.of})` : title,
      noindex: progress?.at !== 1,
      refused: errors !== undefined,
    }}
    site={site}
    path="/join"
  >
    <div class="column section-end">
      {progress && (
        <p class="meta step-count">
          Step {progress.at} of {progress.of}
        </p>
      )}
      <PageTop title={title} lede={lede} />
      {children}
    </div>
  </PublicLayout>
)
