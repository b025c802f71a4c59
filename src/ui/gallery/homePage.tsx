import { Avatar } from '../Avatar.tsx'
import { ButtonLink } from '../Button.tsx'
import { DarkBand } from '../DarkBand.tsx'
import { EventList } from '../EventList.tsx'
import { Facts } from '../Facts.tsx'
import { Hero } from '../Hero.tsx'
import { JoinBand } from '../JoinBand.tsx'
import { PublicLayout } from '../PublicLayout.tsx'
import { Quote } from '../Quote.tsx'
import { SectionHead } from '../SectionHead.tsx'
import { WorkGrid } from '../WorkCard.tsx'
import { fairCare, works } from './sampleGroup.tsx'
import { sampleZone } from './story.ts'

/** Home of a group that does many things. */
export const FullHome = () => (
  <PublicLayout
    site={fairCare}
    path="/"
    head={{ title: 'Care without the wait', description: 'Carers, social workers and researchers on fairer care.' }}
  >
    <Stand />
    <Figures />
    <div class="wrap section">
      <SectionHead
        title="What we are working on"
        lede="Anyone can read these. Members help write them."
        more={{ label: 'All our policies', href: '/policies' }}
      />
      <WorkGrid works={works} />
    </div>

    <DarkBand
      eyebrow="Our evidence"
      title="Where you live decides how long you wait"
      figure={<p>A chart stands here.</p>}
    >
      <p>In one county the typical wait is 97 days. In a city two hours away it is five.</p>
      <ButtonLink href="/evidence" tone="gold">
        Find your council
      </ButtonLink>
    </DarkBand>

    <Voices />
    <Joining />
  </PublicLayout>
)

const Stand = () => (
  <Hero
    headline="Nobody should wait months to find out what care they will get."
    stress="what care they will get."
    lede="We are carers, social workers, researchers and people who use care. Together we check the facts, write the policy and take it to Parliament."
    actions={[
      <ButtonLink href="/join" size="lg">
        Join from £15 a year
      </ButtonLink>,
      <ButtonLink href="/policies" size="lg" tone="alt">
        See what we are working on
      </ButtonLink>,
    ]}
    membersLine={[
      <span class="avatars">
        {['Jo Okafor', 'Peter Barlow', 'Sunita Rao'].map((name) => (
          <Avatar name={name} />
        ))}
      </span>,
      <span class="meta">
        <b>412 members</b> in 96 council areas
      </span>,
    ]}
  />
)

const Figures = () => (
  <Facts
    facts={[
      { figure: '47 days', words: 'the middle wait in England' },
      { figure: '30 of 149', words: 'councils meet the target' },
      { figure: '17', words: 'questions put to ministers' },
      { figure: '£0', words: 'from companies or parties' },
    ]}
  />
)

const Voices = () => (
  <div class="wrap section">
    <div class="split top">
      <Quote
        words="I spent thirty years running assessments. Here, for the first time, someone asked me how to fix them."
        name="Peter Barlow"
        about="Retired team manager, Wrexham. Member since 2022"
      />
      <div>
        <SectionHead title="Coming up" />
        <EventList
          zone={sampleZone}
          events={[
            {
              title: 'Members’ meeting: the 28-day paper',
              href: '/events/1',
              at: new Date('2026-12-03T19:00:00Z'),
              when: 'Thursday, 7pm to 8.30pm. Online and in Shrewsbury',
              note: 'Free. Captions and hearing loop',
            },
            {
              title: 'How to read your council’s budget',
              href: '/events/2',
              at: new Date('2027-01-15T12:30:00Z'),
              when: 'Friday, 12.30pm to 1.15pm. Online',
              note: 'Open to everyone',
            },
          ]}
        />
      </div>
    </div>
  </div>
)

const Joining = () => (
  <div class="wrap">
    <JoinBand
      title="Add what you know"
      sentence="You do not need to be an expert or belong to a party. Members read drafts, suggest changes, check figures and vote on what we say."
      reasons={['One vote each, on every paper', 'Papers in large print and Welsh', 'Leave whenever you like']}
      tiers={[
        { name: 'Standard', note: 'Most members', price: '£30', per: 'a year' },
        { name: 'Low income', note: 'You decide if this is you', price: '£15', per: 'a year' },
        { name: 'Supporter', note: 'Helps pay for someone else', price: '£60', per: 'a year' },
      ]}
      action={{ label: 'Join Fair Care Forum', href: '/join' }}
    />
  </div>
)
