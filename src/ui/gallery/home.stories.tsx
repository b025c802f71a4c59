import { Brand } from '../Brand.tsx'
import { ButtonLink } from '../Button.tsx'
import { Chip } from '../Chip.tsx'
import { DarkBand } from '../DarkBand.tsx'
import { Facts } from '../Facts.tsx'
import { Imprint } from '../Imprint.tsx'
import { JoinBand } from '../JoinBand.tsx'
import { Omni } from '../Omni.tsx'
import { Quote } from '../Quote.tsx'
import { SectionHead } from '../SectionHead.tsx'
import { PhoneMenu, SiteMenu } from '../SiteMenu.tsx'
import { SkipLink } from '../SkipLink.tsx'
import { WorkCard, WorkGrid } from '../WorkCard.tsx'
import { fairCare, works } from './sampleGroup.tsx'
import type { Story } from './story.ts'

export const homeStories: readonly Story[] = [
  {
    component: 'Facts',
    state: 'four',
    render: () => (
      <Facts
        facts={[
          { figure: '47 days', words: 'the middle wait in England' },
          { figure: '30 of 149', words: 'councils meet the target' },
          { figure: '17', words: 'questions put to ministers' },
          { figure: '£0', words: 'from companies or parties' },
        ]}
      />
    ),
  },
  { component: 'Facts', state: 'none: nothing', render: () => <Facts facts={[]} /> },
  {
    component: 'SectionHead',
    state: 'with a link',
    render: () => (
      <SectionHead
        title="What we are working on"
        lede="Anyone can read these. Members help write them."
        more={{ label: 'All our policies', href: '#all' }}
      />
    ),
  },
  { component: 'WorkCard', state: 'three in a row', render: () => <WorkGrid works={works} /> },
  {
    component: 'WorkCard',
    state: 'a title and nothing else',
    render: () => (
      <WorkCard work={{ title: 'Minutes of the first meeting', href: '#m', kind: 'News', foot: <Chip>Draft</Chip> }} />
    ),
  },
  {
    component: 'DarkBand',
    state: 'with a figure',
    render: () => (
      <DarkBand
        eyebrow="Our evidence"
        title="Where you live decides how long you wait"
        figure={<p>A chart stands here.</p>}
      >
        <p>In one county the typical wait is 97 days. In a city two hours away it is five.</p>
        <ButtonLink href="#find" tone="gold">
          Find your council
        </ButtonLink>
      </DarkBand>
    ),
  },
  {
    component: 'Quote',
    state: 'full',
    render: () => (
      <Quote
        words="I spent thirty years running assessments. Here, for the first time, someone asked me how to fix them."
        name="Peter Barlow"
        about="Retired team manager, Wrexham"
      />
    ),
  },
  {
    component: 'JoinBand',
    state: 'full',
    render: () => (
      <JoinBand
        title="Add what you know"
        sentence="You do not need to be an expert or belong to a party."
        reasons={['One vote each, on every paper', 'Papers in large print and Welsh', 'Leave whenever you like']}
        tiers={[
          { name: 'Standard', note: 'Most members', price: '£30', per: 'a year' },
          { name: 'Low income', note: 'You decide if this is you', price: '£15', per: 'a year' },
        ]}
        action={{ label: 'Join Fair Care Forum', href: '#join' }}
      />
    ),
  },
  { component: 'Imprint', state: 'full', render: () => <Imprint promoter={fairCare.imprint} /> },
  { component: 'Imprint', state: 'no promoter given', render: () => <Imprint /> },
  { component: 'Brand', state: 'with the bench mark', render: () => <Brand look={fairCare} /> },
  { component: 'SkipLink', state: 'unseen until it has the focus', render: () => <SkipLink /> },
  { component: 'Omni', state: 'full', render: () => <Omni action="/office/search" value="barlow" /> },
  {
    component: 'SiteMenu',
    state: 'with items below',
    render: () => <SiteMenu menu={fairCare.menu} path="/evidence" />,
  },
  { component: 'SiteMenu', state: 'on a phone', render: () => <PhoneMenu menu={fairCare.menu} path="/evidence" /> },
]
