/** What the sample group says of itself on its home page and around every page. */
export const home = {
  headline: 'Every river fit for a child to paddle in',
  stress: 'for a child to paddle in',
  lede: 'We are anglers, rowers, farmers and neighbours along three small rivers. We test the water, publish what we find and take it to those who can change it.',
  buttons: [
    { label: 'Take part', href: '/take-part' },
    { label: 'See what we found', href: '/category/evidence/' },
  ],
}

export const facts = [
  { figure: '1,184', words: 'samples tested since we began' },
  { figure: '14 of 23', words: 'bridges meet the target' },
  { figure: '2.3 miles', words: 'of bank fenced with nine farms' },
  { figure: '£0', words: 'from companies or parties' },
]

export const quote = {
  words:
    'For forty years I said that somebody ought to measure it. It turned out that somebody was me, and that it takes twenty minutes.',
  name: 'Marion Feld',
  about: 'Looks after Priory Bridge',
}

export const joining = {
  title: 'A bridge of your own',
  sentence: 'You need no boots, no boat and no degree: one Saturday morning a month, or a letter now and then.',
  reasons: ['One vote each, on every paper', 'Results before the newspapers have them', 'Soup'],
}

export const about =
  'Neighbours of the Tamsel, the Quill and the Hollin Brook, who measure their rivers and say what they find.'

export const imprint = {
  name: 'Nora Whitlock on behalf of the Tamsel Rivers Forum',
  address: 'The Old Pump House, Mill Row, Marstow TZ1 4QB',
}

export const footer = [
  {
    title: 'Our work',
    links: [
      { label: 'Evidence', href: '/category/evidence/' },
      { label: 'Campaigns', href: '/category/campaigns/' },
      { label: 'Meetings', href: '/category/meetings/' },
    ],
  },
  {
    title: 'The forum',
    links: [
      { label: 'About us', href: '/about' },
      { label: 'What we promise', href: '/about/our-promises' },
      { label: 'Contact', href: '/contact' },
    ],
  },
]

/** What a comment waits for, if it says so. */
export const heldWords = ['special offer', 'casino', 'chlorine']

/** Old addresses, as if the group had moved its pages once. */
export const redirects = [
  { from: '/promises', to: '/about/our-promises' },
  { from: '/volunteers', to: '/take-part' },
]
