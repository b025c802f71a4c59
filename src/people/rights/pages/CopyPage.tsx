import type { OfficeFrame } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import type { AccessCopy } from '../accessCopies.ts'
import { requestNames } from '../requestKinds.ts'
import type { DataRequest } from '../requests.ts'
import { CopySections } from './CopySections.tsx'

interface Props {
  frame: OfficeFrame
  request: DataRequest
  copy: AccessCopy
}

/** The whole answer to an access request, ready made. */
export const CopyPage = ({ frame, request, copy }: Props) => (
  <OfficeLayout {...frame} head={{ title: `What is held about ${request.name}` }}>
    <PageTitle
      title={`What is held about ${request.name}`}
      crumbs={[
        { label: 'Requests', href: '/office/requests' },
        { label: requestNames[request.kind], href: `/office/requests/${request.id}` },
        { label: 'Copy' },
      ]}
      sentence="Everything in Backbench, from every part of it. Look in your own letters and papers too."
      actions={
        <ButtonLink href={`/office/requests/${request.id}/copy.json`} tone="alt" icon="download" download>
          Download as a file
        </ButtonLink>
      }
    />
    <div class="stack-l">
      <Notice>
        <p>
          Once you answer the request, {request.name} reads this after signing in. Without an email address: print it,
          and hand it over to nobody else. Does a note tell something about another person? Ask yourself whether that
          person would mind.
        </p>
      </Notice>
      <CopySections copy={copy} />
    </div>
  </OfficeLayout>
)
