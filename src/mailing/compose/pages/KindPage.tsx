import type { OfficeFrame } from '../../../platform/web.ts'
import { Card } from '../../../ui/Card.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { blockKinds, blockNames, blockUses } from '../../blocks/block.ts'
import type { WrittenLetter } from '../letter.ts'
import { letterAssets } from './WritePage.tsx'

interface Props {
  frame: OfficeFrame
  letter: WrittenLetter
  /** The part after which it is added; '' for the end. */
  after: string
}

/** What can be added to a letter. */
export const KindPage = ({ frame, letter, after }: Props) => {
  const home = `/office/letters/${letter.id}`
  return (
    <OfficeLayout {...frame} head={{ title: 'Add a part', ...letterAssets() }}>
      <PageTitle
        title="Add a part"
        crumbs={[
          { label: 'Letters', href: '/office/letters' },
          { label: letter.subject, href: home },
          { label: 'Add a part' },
        ]}
      />
      <Card>
        <ul class="letter-kinds" role="list">
          {blockKinds.map((kind) => (
            <li>
              <a href={`${home}/blocks/new?kind=${kind}&after=${after}`}>{blockNames[kind]}</a>
              <p class="meta">{blockUses[kind]}</p>
            </li>
          ))}
        </ul>
      </Card>
    </OfficeLayout>
  )
}
