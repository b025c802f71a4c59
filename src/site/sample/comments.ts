export interface SampleComment {
  readonly key: string
  /** The key of the post. */
  readonly post: string
  readonly author: string
  readonly email: string
  readonly body: string
  /** Days after the post appeared; for those that wait and for spam, days before today. */
  readonly days: number
  readonly status?: 'pending' | 'spam'
  /** An officer's answer, for the group. */
  readonly official?: boolean
  /** A word of it that the group holds. */
  readonly heldFor?: string
  /** What a reader says is wrong with it. */
  readonly reported?: string
  /** The key of the comment it answers. */
  readonly answers?: string
}

const at = (name: string) => `${name}@example.org`

/** Readers' comments: approved unless they say otherwise. */
export const comments: readonly SampleComment[] = [
  {
    key: 'stones',
    post: 'how-to-read-a-river',
    author: 'Marion Feld',
    email: at('marion'),
    days: 1.3,
    body: 'We tried this with the Brownies at Priory Bridge. Nineteen children, one spoon, and nobody fell in. We found four caddis, a flatworm and a marble.',
  },
  {
    key: 'stones-owen',
    post: 'how-to-read-a-river',
    author: 'Owen Pryce',
    email: at('owen'),
    days: 1.6,
    answers: 'stones',
    official: true,
    body: 'Four caddis is very good for Priory Bridge. Please put the flatworm on the card next time. You may keep the marble.',
  },
  {
    key: 'phosphate-tank',
    post: 'phosphate',
    author: 'Bill Hathersage',
    email: at('bill'),
    days: 2.1,
    body: 'How do I find out when our tank was last emptied? We bought the house three years ago and there is only a lid under the roses.',
  },
  {
    key: 'phosphate-tank-answer',
    post: 'phosphate',
    author: 'Ibrahim Saleh',
    email: at('ibrahim.saleh'),
    days: 2.4,
    answers: 'phosphate-tank',
    official: true,
    body: 'Ask whoever sold it, then ask the two firms that empty tanks in the valley: they keep books. If neither knows, it was too long ago.',
  },
  {
    key: 'quill-buckets',
    post: 'the-week-the-quill-ran-dry',
    author: 'Anneke Visser',
    email: at('anneke'),
    days: 0.6,
    body: 'Thank you for counting. My daughter asks whether the eel is all right.',
  },
  {
    key: 'quill-eel',
    post: 'the-week-the-quill-ran-dry',
    author: 'The Lock-Keeper',
    email: at('lock'),
    days: 0.9,
    answers: 'quill-buckets',
    body: 'He was last seen on Sunday below the weir, still cross. Tell her that her count was the best of the evening.',
  },
  {
    key: 'quill-permit',
    post: 'the-week-the-quill-ran-dry',
    author: 'Bill Hathersage',
    email: at('bill'),
    days: 3.2,
    body: 'Is the permit for pumping public? I would like to read it before next spring, not after.',
  },
  {
    key: 'spills-maintenance',
    post: 'spills-in-the-open',
    author: 'Theo Maddern',
    email: at('theo'),
    days: 0.4,
    body: 'Eleven days of maintenance in the wettest September for years. It may well be honest, but then somebody should say what was mended.',
  },
  {
    key: 'summers-below',
    post: 'four-summers',
    author: 'Marion Feld',
    email: at('marion'),
    days: 1.1,
    body: 'The table is very clear. Could you add what it cost per sample, so that I can use it at the parish council?\n\nThey like a number they can argue with.',
  },
  {
    key: 'spills-council',
    post: 'spills-in-the-open',
    author: 'A neighbour in Hexley',
    email: at('neighbour'),
    days: 1.7,
    reported: 'It gives somebody’s house number, and they did not write it themselves.',
    body: 'Ask the man at number 4 by the outfall. He has kept a diary of the smell since the spring, and he is at home in the mornings.',
  },
  {
    key: 'spills-maintenance-answer',
    post: 'spills-in-the-open',
    author: 'Grace Tolland',
    email: at('grace.tolland'),
    days: 0.8,
    answers: 'spills-maintenance',
    official: true,
    body: 'We have asked. The company has twenty working days to tell us, and we shall publish the answer here.',
  },
  {
    key: 'spills-maintenance-thanks',
    post: 'spills-in-the-open',
    author: 'Theo Maddern',
    email: at('theo'),
    days: 1.2,
    answers: 'spills-maintenance-answer',
    body: 'Thank you. I have the rainfall for those days from the school’s gauge, if it helps.',
  },
  {
    key: 'summers-cost',
    post: 'four-summers',
    author: 'Owen Pryce',
    email: at('owen'),
    days: 1.5,
    answers: 'summers-below',
    official: true,
    body: '£2.60 with strips and £38 in the laboratory. Tell them that the forum paid for all of it.',
  },
  {
    key: 'meeting-lift',
    post: 'winter-meeting',
    author: 'Pauline Orme',
    email: at('pauline'),
    days: 0.9,
    status: 'pending',
    body: 'I can bring two people from Upper Dunmere if somebody tells me where to pick them up.',
  },
  {
    key: 'summers-brook',
    post: 'four-summers',
    author: 'Jack Lindley',
    email: at('jack'),
    days: 0.2,
    status: 'pending',
    body: 'We live on the Hollin Brook and could take samples from our own bridge. Is that wanted?',
  },
  {
    key: 'phosphate-offer',
    post: 'phosphate',
    author: 'Tank Check Today',
    email: at('tanks'),
    days: 0.1,
    status: 'pending',
    heldFor: 'special offer',
    body: 'Is your tank overdue? We have a special offer for readers of this page: https://tanks.example.org/offer',
  },
  {
    key: 'spam',
    post: 'first-year-in-figures',
    author: 'Best Pool Deals',
    email: at('deals'),
    days: 2.8,
    status: 'spam',
    body: 'Great article about water. Visit our shop for cheap swimming pools and chlorine.',
  },
]
