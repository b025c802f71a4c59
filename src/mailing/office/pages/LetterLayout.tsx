import type { OfficeFrame } from '../../../platform/web.ts'
import type { Child, WithChildren } from '../../../ui/jsx/child.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { OfficeLayout } from '../../../ui/OfficeLayout.tsx'
import { PageTitle } from '../../../ui/PageTitle.tsx'
import { type LetterTab, LetterTabs } from '../../pages/LetterTabs.tsx'
import type { OfficeLetter } from '../officeLetter.ts'
import { kindNames, stateNames, stateTones } from '../stateWords.ts'

interface Props {
  frame: OfficeFrame
  letter: Pick<OfficeLetter, 'id' | 'kind' | 'subject' | 'state'>
  here: LetterTab
  /** What this page is about the letter, for the window's title. */
  about: string
  counts?: Partial<Record<LetterTab, number>>
  refused?: boolean
  actions?: Child
}

/** What every page about the sending of one letter stands in. */
export const LetterLayout = ({
  frame,
  letter,
  here,
  about,
  counts = {},
  refused = false,
  actions,
  children,
}: WithChildren<Props>) => (
  <OfficeLayout {...frame} head={{ title: `${about}: ${letter.subject}`, refused }}>
    <PageTitle
      title={letter.subject}
      crumbs={[{ label: 'Letters', href: '/office/letters' }, { label: about }]}
      sentence={
        <span class="row row-s">
          <Chip tone="go">{kindNames[letter.kind]}</Chip>
          <Chip tone={stateTones[letter.state]}>{stateNames[letter.state]}</Chip>
        </span>
      }
      actions={actions}
    />
    <LetterTabs {...{ letter, here, counts }} />
    {children}
  </OfficeLayout>
)
