import { Chip } from '../Chip.tsx'
import { Meter } from '../Meter.tsx'
import type { Office } from '../OfficeLayout.tsx'
import type { PublicSite } from '../PublicLayout.tsx'
import type { Work } from '../WorkCard.tsx'

/** A group that does not exist, for the gallery and its tests. */
export const fairCare: PublicSite = {
  name: 'Fair Care Forum',
  menu: [
    { label: 'Policies', href: '/policies' },
    { label: 'Evidence', href: '/evidence' },
    { label: 'News', href: '/news' },
    {
      label: 'About us',
      href: '/about',
      items: [
        { label: 'Who we are', href: '/who-we-are' },
        { label: 'How we are run', href: '/how-we-are-run' },
      ],
    },
  ],
  notice: (
    <>
      <b>Thursday 3 December, 7pm</b> · Members’ meeting on waiting times. <a href="/events">Book a place</a>
    </>
  ),
  noticeAside: (
    <a href="/cy" lang="cy" hreflang="cy">
      Cymraeg
    </a>
  ),
  join: { label: 'Join us', href: '/join' },
  about: 'A group of people who give, study, run and use social care, working out policy that would make it fairer.',
  columns: [
    {
      title: 'Our work',
      links: [
        { label: 'Policy papers', href: '/policies' },
        { label: 'Evidence', href: '/evidence' },
        { label: 'Annual report', href: '/report' },
      ],
    },
    {
      title: 'Take part',
      links: [
        { label: 'Join us', href: '/join' },
        { label: 'Events', href: '/events' },
        { label: 'Newsletter', href: '/newsletter' },
      ],
    },
    {
      title: 'About this site',
      links: [
        { label: 'Contact us', href: '/contact' },
        { label: 'Your privacy', href: '/privacy' },
        { label: 'Accessibility', href: '/accessibility' },
      ],
    },
  ],
  imprint: 'Promoted by Margaret Ellison on behalf of Fair Care Forum, both of 14 Mill Lane, Shrewsbury SY1 1AA.',
}

export const fairCareOffice: Office = {
  look: fairCare,
  sections: [
    { items: [{ label: 'Today', href: '/office', icon: 'layout-dashboard' }] },
    {
      title: 'Website',
      items: [
        { label: 'Posts', href: '/office/posts', icon: 'newspaper', count: 1412 },
        { label: 'Pages', href: '/office/pages', icon: 'file-text' },
        { label: 'Comments', href: '/office/comments', icon: 'message-square', count: 2, hot: true },
        { label: 'Menus', href: '/office/menus', icon: 'list' },
        { label: 'Files', href: '/office/files', icon: 'image' },
        { label: 'Import', href: '/office/import', icon: 'upload' },
      ],
    },
    {
      title: 'People',
      items: [{ label: 'Officers', href: '/office/officers', icon: 'users' }],
    },
    { title: 'Running the group', items: [{ label: 'Settings', href: '/office/settings', icon: 'settings' }] },
  ],
  tabs: [
    { label: 'Today', href: '/office', icon: 'layout-dashboard' },
    { label: 'Posts', href: '/office/posts', icon: 'newspaper' },
    { label: 'Comments', href: '/office/comments', icon: 'message-square' },
    { label: 'Pages', href: '/office/pages', icon: 'file-text' },
  ],
  me: {
    name: 'Margaret Ellison',
    role: 'Secretary',
    links: [{ label: 'Your sign-in', href: '/office/me', icon: 'key-round' }],
  },
  create: [
    { label: 'Post', href: '/office/posts/new', icon: 'newspaper' },
    { label: 'Page', href: '/office/pages/new', icon: 'file-plus' },
  ],
  helpHref: '/office/help',
}

export const works: readonly Work[] = [
  {
    title: 'Assessed in 28 days: a right to a timely answer',
    href: '/assessed-in-28-days',
    kind: 'Policy paper, out for comment',
    icon: 'file-text',
    extract: 'A legal time limit for assessments, with money for the councils that need more staff to meet it.',
    foot: (
      <>
        <span>
          <b>34</b> comments, <b>12</b> amendments
        </span>
        <Chip tone="warn">9 days left</Chip>
      </>
    ),
  },
  {
    title: 'How many people died while waiting for an assessment?',
    href: '/how-many-people-died',
    kind: 'Question in Parliament',
    icon: 'landmark',
    extract: 'The minister said the figure is “not held centrally”. We are asking 149 councils ourselves.',
    foot: (
      <>
        <span>Answered 12 November</span>
        <Chip tone="bad">Not answered in full</Chip>
      </>
    ),
  },
  {
    title: 'Publish council waiting times every quarter',
    href: '/publish-waiting-times',
    kind: 'Petition',
    icon: 'pen-line',
    extract: 'Families should be able to see how long people wait, without a freedom of information request.',
    foot: (
      <Meter value={3914} max={5000} aside="78%">
        <b>3,914</b> of 5,000 names
      </Meter>
    ),
  },
]
