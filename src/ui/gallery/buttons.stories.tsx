import { Avatar } from '../Avatar.tsx'
import { Button, ButtonLink } from '../Button.tsx'
import { Card, CardHead } from '../Card.tsx'
import { Chip, type ChipTone } from '../Chip.tsx'
import { FactsList } from '../FactsList.tsx'
import { Icon } from '../Icon.tsx'
import { iconNames } from '../icons.ts'
import { Kpi } from '../Kpi.tsx'
import { MarkSign } from '../Mark.tsx'
import { Meter } from '../Meter.tsx'
import { Money } from '../Money.tsx'
import { Spark } from '../Spark.tsx'
import { Ago, Time } from '../Time.tsx'
import { Unseen } from '../Unseen.tsx'
import { sampleZone, type Story } from './story.ts'
import { ToWebsite } from '../ToWebsite.tsx'

const evening = new Date('2026-12-03T19:30:00Z')
const tones: readonly ChipTone[] = ['ok', 'warn', 'bad', 'info', 'go', 'plain']

export const buttonStories: readonly Story[] = [
  {
    component: 'Button',
    state: 'tones and sizes',
    render: () => (
      <div class="row">
        <Button>Publish the post</Button>
        <Button tone="alt" icon="eye">
          Preview
        </Button>
        <Button tone="ghost">Save for later</Button>
        <Button tone="gold">Join us</Button>
        <Button tone="danger" icon="trash-2">
          Delete for good
        </Button>
        <Button disabled>Send to vote</Button>
        <ButtonLink href="#lg" size="lg">
          See what we are working on
        </ButtonLink>
        <ButtonLink href="#sm" size="sm" tone="alt">
          Say hello
        </ButtonLink>
      </div>
    ),
  },
  {
    component: 'ToWebsite',
    state: 'at the end of what a letter’s link led to',
    render: () => <ToWebsite />,
  },
  {
    component: 'Chip',
    state: 'every tone',
    render: () => (
      <div class="row">
        {tones.map((tone) => (
          <Chip tone={tone}>{tone === 'plain' ? 'Blog' : `Tone ${tone}`}</Chip>
        ))}
        <Chip>Draft</Chip>
      </div>
    ),
  },
  {
    component: 'Card',
    state: 'with a head and a link; tinted; aside',
    render: () => (
      <div class="dash">
        <Card span={4} labelledby="gallery-card">
          <CardHead id="gallery-card" title="Policy drafts" level={3}>
            <a href="#all">All drafts</a>
          </CardHead>
          <p class="pad">Three papers are out for comment.</p>
        </Card>
        <Card span={4} look="tinted" padded>
          Next meeting on Thursday
        </Card>
        <Card span={4} look="aside" padded>
          What you can do
        </Card>
      </div>
    ),
  },
  {
    component: 'Meter',
    state: 'goal, limit near, limit passed, nothing yet',
    render: () => (
      <div class="grid">
        <Meter value={3914} max={5000} aside="78%">
          <b>3,914</b> of 5,000 names
        </Meter>
        <Meter value={1490} max={1500} limit>
          1,490 of 1,500 words
        </Meter>
        <Meter value={2130} max={2000} limit>
          2,130 of 2,000 words, 130 over
        </Meter>
        <Meter value={0} max={0}>
          Nobody has answered
        </Meter>
      </div>
    ),
  },
  {
    component: 'Kpi',
    state: 'with a trend and a link; without',
    render: () => (
      <div class="dash">
        <Kpi
          span={4}
          label="Members"
          figure="412"
          sentence="9 joined, 2 left this month"
          href="#members"
          trend={{ points: [371, 380, 379, 388, 395, 404, 412], label: 'Members over seven months, from 371 to 412' }}
        />
        <Kpi span={4} label="In the bank" figure="£6,240" sentence="£310 more than planned" />
      </div>
    ),
  },
  {
    component: 'Spark',
    state: 'one line',
    render: () => <Spark points={[4, 7, 5, 9]} label="Replies over four weeks, from 4 to 9" />,
  },
  { component: 'Spark', state: 'too few points: nothing', render: () => <Spark points={[4]} label="Replies" /> },
  {
    component: 'FactsList',
    state: 'full; what is missing is left out',
    render: () => (
      <FactsList
        facts={[
          ['Joined', <Time at={evening} zone={sampleZone} />],
          ['Telephone', undefined],
          ['Last gift', <Money pence={624_018} />],
        ]}
      />
    ),
  },
  { component: 'Money', state: 'pounds and pence', render: () => <Money pence={-350} /> },
  {
    component: 'Time',
    state: 'every form',
    render: () => (
      <p>
        <Time at={evening} zone={sampleZone} as="longDayAndTime" />,{' '}
        <Ago at={evening} now={new Date('2026-12-03T22:30:00Z')} zone={sampleZone} />
      </p>
    ),
  },
  {
    component: 'Avatar',
    state: 'six tints',
    render: () => (
      <div class="avatars">
        {['Margaret Ellison', 'Dr Sunita Rao', 'Peter Barlow', 'Jo Okafor', 'Carys Bevan', 'Éva Ŵyn'].map((name) => (
          <Avatar name={name} />
        ))}
      </div>
    ),
  },
  {
    component: 'Mark',
    state: 'benches and letters',
    render: () => (
      <div class="row">
        <MarkSign />
        <MarkSign mark={{ letters: 'FC' }} />
      </div>
    ),
  },
  {
    component: 'Icon',
    state: 'all in use',
    render: () => (
      <div class="row">
        {iconNames.map((name) => (
          <Icon name={name} />
        ))}
      </div>
    ),
  },
  {
    component: 'Unseen',
    state: 'words for screen readers',
    render: () => (
      <p>
        Read more<Unseen> about waiting times</Unseen>
      </p>
    ),
  },
]
