import { ButtonLink } from '../../../ui/Button.tsx'
import type { Look } from '../../../ui/Page.tsx'
import { PlainLayout } from '../../../ui/PlainLayout.tsx'
import type { AccessCopy } from '../accessCopies.ts'
import type { DataRequest } from '../requests.ts'
import { CopySections } from './CopySections.tsx'

interface Props {
  look: Look
  request: DataRequest
  copy: AccessCopy
}

/** Everything held about the person who asked. It prints well. */
export const MyCopyPage = ({ look, request, copy }: Props) => (
  <PlainLayout head={{ title: 'What is held about me', noindex: true }} look={look}>
    <div class="stack-l">
      <h1>What {look.name} holds about you</h1>
      <p class="lede">Everything, as it stands today, and why. {request.name}, this is yours: keep it as you like.</p>
      <CopySections copy={copy} />
      <div class="row">
        <ButtonLink href={`/my/requests/${request.id}/copy.json`} tone="alt" icon="download" download>
          Download it as a file
        </ButtonLink>
        <ButtonLink href={`/my/requests/${request.id}`} tone="ghost">
          Go back
        </ButtonLink>
      </div>
    </div>
  </PlainLayout>
)
