/**
 * The sample group's register. All people here are invented, their addresses lead nowhere (RFC 2606), and the postcodes are
 * those of town halls and libraries.
 */
export interface SamplePerson {
  readonly name: string
  readonly kind:
    | 'member'
    | 'supporter'
    | 'parliamentarian'
    | 'staff'
    | 'councillor'
    | 'partner'
    | 'press'
    | 'patron'
    | 'contact'
  readonly postcode: string
  /** How many days ago they joined. */
  readonly days: number
  readonly does: '' | 'student' | 'practitioner' | 'educator' | 'manager' | 'retired' | 'expert_by_experience' | 'other'
  /** `y` yes to the newsletter, `n` no to it, `l` lapsed, `o` no email: letters only, `h` held and not used. */
  readonly marks: string
  /** Which interests and offers, by their place in the lists below. */
  readonly interests: string
  readonly offers: string
  readonly phone?: string
}

export const interests = ['Water quality', 'Floods', 'Fishing', 'Wildlife', 'Planning', 'Swimming']
export const offers = [
  'Takes samples',
  'Carries soup',
  'Drives people',
  'Reads law',
  'Speaks Welsh',
  'Makes maps',
  'Writes letters',
]

const LINES = `
Ann Ahmed|member|SY1 1LH|900|retired|y|0 3|0
Ann Barlow|member|LS1 1UR|410|practitioner|y|0|0 1
Ann Bevan|member|CF10 4UW|620|educator|y|1|4
Ann Ellis|member|EX4 3QD|55|student|y|5|1
Ann Hughes|member|LL57 1DT|1210|retired|yo|2|4 6
Ann Khan|supporter|B3 3BU|300|practitioner|y|0|3
Ann Lewis|member|SA1 3SN|88|manager||1 4|
Ann Marsh|member|NR2 1NH|760|other|y|3|5
Ann Morgan|member|LD1 6AH|1300|retired|y|0 2|4
Ann Okafor|member|M2 5DB|20|educator|y|0|6
Ann Price|member|SY3 8HQ|1020|retired|o|2|
Anneke Visser|member|CB2 3QJ|470|practitioner|y|0 3|0 5
Bill Hathersage|member|S1 2HH|505|retired|n|0|6
Bronwen Teale|member|SY16 2BZ|880|retired|y|1|4 1
Calum Reid|member|EH1 1YJ|215|manager|y|4|3
Carys Llewellyn|member|CF10 1EP|9|student|y|5|4
Chidi Eze|member|SE1 9HA|640|practitioner|y|0|5
Dafydd Wynn|member|LL30 2NL|395|retired|y|1 2|4 2
Deborah Quill|member|SY1 2AS|1190|expert_by_experience|y|0|6
Derek Foss|member|HR1 2PJ|1330|retired|yl|1|2
Eilidh Grant|member|IV2 3BW|130|educator|y|3|0
Elsie Penhale|member|TR1 2NE|930|retired|o|0|1
Farah Siddiqui|supporter|BD1 1HX|77|practitioner|y|0|3 6
Fergus Boyle|member|BT1 5GS|250|manager|y|1|
Gareth Dunmore|member|SY2 6ND|1400|retired|yl|2|2
George Applin|member|WR1 3PB|690|other|l|4|
Gillian Brook|member|GL1 1PX|540|retired|y|0|1 6
Gwen Parry|member|SY20 8AP|1005|educator|y|3|4
Hannah Lock|member|BS1 5TR|14|student|y|5|5
Harriet Moss|supporter|OX1 1BX|365|educator|y|3|6
Hugh Templeton|member|SW1V 2QQ|820|retired|y|4|3
Imran Malik|member|LE1 6GA|190|practitioner|y|0|0
Iris Bottomley|member|HX1 1TP|1110|retired|yo|3|1
Jack Lindley|member|SY4 5DB|40|practitioner|y|0|0 2
Jacqui Frome|member|BA1 5AW|590|manager|y|1|5
Jean-Luc Moreau|member|BN1 1JE|270|other|y|2|
Jo Okafor|supporter|NG1 4BY|150|practitioner|y|0|3
Joan Whitby|member|YO1 9QL|1260|retired|l|0|
Kath Selwood|member|DT1 1UZ|705|retired|n|3|1
Keith Arrow|member|WV1 1RL|830|expert_by_experience|y|1|2
Liang Chen|member|L2 2DH|64|student|y|5|5
Lowri Beynon|member|SA31 1BE|450|practitioner|y|0|4 0
Marion Feld|member|SY1 3BD|980|educator|y|3|0 1
Maud Tiller|patron|SY2 5DE|1350|retired|y|0|
Mo Farouk|member|CV1 5RR|5|practitioner|y|0|2
Nerys Vaughan|member|LL13 8BG|330|manager|y|4|4 3
Niamh O’Connell|member|NE1 8QH|120|educator|y|3|6
Olive Hartnoll|member|PL1 2AA|1075|retired|oh|0|
Pauline Orme|member|SY5 0AA|560|retired|y|1|2
Priya Raman|member|RG1 2LU|99|practitioner|y|0|3 5
Rhodri Maddox|member|SY21 7AS|720|retired|y|2|4
Rosie Tann|supporter|CA3 8QG|240|student||5|
Sadia Noor|member|LU1 2BQ|31|manager|y|0|6
Siân Griffiths|member|CF31 4WB|665|practitioner|y|0 1|4
Theo Maddern|member|SY3 7AZ|500|educator|y|0|5 0
Tom Quarry|member|DE1 2FS|1150|other|yl|4|
Wendy Apsley|contact|IP1 2DE|85|||1|
Zoë Farthing|member|SY1 1JX|17|student|y|5|1 5`

const OFFICIALS = `
Baroness Hale of Tamsel|parliamentarian|SW1A 0PW|400||||
Rt Hon Piers Langdon MP|parliamentarian|SW1A 0AA|700||||
Dr Meera Shah MP|parliamentarian|SW1A 0AA|180||||
Luke Farrow|staff|SW1A 0AA|180||||
Cllr Beth Underhill|councillor|SY2 6ND|300||||
Cllr Tariq Osman|councillor|B1 1BB|220||||
Ruth Callow|partner|BS1 5AH|350||||
Ed Stannard|partner|PE1 1YN|610||||
Sally Finch|partner|SY1 2AS|45||||
Martin Eddy|press|M60 2TA|150||||`

/** Everybody by the lines above, members first. */
export const samplePeople: readonly SamplePerson[] = `${LINES}${OFFICIALS}`
  .trim()
  .split('\n')
  .map((line, n) => {
    const [name, kind, postcode, days, does = '', marks = '', interested = '', offered = ''] = line.split('|')
    return {
      name: name!,
      kind: kind as SamplePerson['kind'],
      postcode: postcode!,
      days: Number(days),
      does: does as SamplePerson['does'],
      marks,
      interests: interested,
      offers: offered,
      ...(n % 4 === 0 && { phone: `01632 960${String(100 + n)}` }), // numbers kept for drama (Ofcom)
    }
  })

export const sampleNotes: readonly (readonly [name: string, words: string])[] = [
  ['Ann Price', 'Prefers the telephone, mornings. Her letters come back if the flat number is missing.'],
  ['Marion Feld', 'Brings the Brownies to Priory Bridge in May and September. Ask her before moving the date.'],
  ['Marion Feld', 'Wants the cost of a sample for the parish council. Owen has the figure.'],
  ['Bill Hathersage', 'Asked us not to send the newsletter: he reads the website instead.'],
  [
    'Dr Meera Shah MP',
    'Came to Hexley on a wet Friday and stayed until the end. Her office wants the September table.',
  ],
  ['Theo Maddern', 'Keeps the rain gauge at the school.'],
]

export const sampleGroups = [
  {
    kind: 'local',
    name: 'Shropshire bridges',
    about: 'Samples on the upper river.',
    people: ['Marion Feld', 'Theo Maddern', 'Jack Lindley', 'Ann Ahmed', 'Zoë Farthing', 'Deborah Quill'],
  },
  {
    kind: 'local',
    name: 'Afon: the Welsh valleys',
    about: 'Meets in Welsh and English.',
    people: ['Gwen Parry', 'Rhodri Maddox', 'Ann Bevan', 'Siân Griffiths', 'Lowri Beynon'],
  },
  {
    kind: 'policy',
    name: 'Planning and floods',
    about: 'Reads every application near the river.',
    people: ['Calum Reid', 'Hugh Templeton', 'Nerys Vaughan', 'Ann Lewis'],
  },
] as const

interface SampleBody {
  readonly name: string
  readonly website: string | null
  readonly about: string
  readonly desks: readonly {
    readonly who: string
    readonly title: string
    readonly from: string
    readonly to?: string
  }[]
}

export const sampleBodies: readonly SampleBody[] = [
  {
    name: 'Anglers of the Tamsel',
    website: 'https://anglers.example.org',
    about: 'The oldest club on the river. They lend us the boat.',
    desks: [
      { who: 'Ed Stannard', title: 'Secretary', from: '2021-04-01' },
      { who: 'Ann Hughes', title: 'Water bailiff', from: '2019-05-01', to: '2024-05-01' },
    ],
  },
  {
    name: 'River Charities Alliance',
    website: 'https://rivers.example.org',
    about: 'Forty groups that write to ministers together.',
    desks: [{ who: 'Ruth Callow', title: 'Policy officer', from: '2025-01-06' }],
  },
  {
    name: 'Union of Water Workers',
    website: null,
    about: '',
    desks: [{ who: 'Sally Finch', title: 'Regional organiser', from: '2026-09-01' }],
  },
]

export const sampleTies = [
  ['Luke Farrow', 'works_for', 'Dr Meera Shah MP'],
  ['Zoë Farthing', 'introduced_by', 'Marion Feld'],
  ['Ann Price', 'knows', 'Bill Hathersage'],
] as const

export const sampleViews = [
  { name: 'Speaks Welsh', offer: 'Speaks Welsh', shared: true },
  { name: 'Takes samples', offer: 'Takes samples', shared: true },
] as const
