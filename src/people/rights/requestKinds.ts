/** What a person may ask of whoever holds their data. Fixed in code, as the column `people.data_request.kind` is. */
export const requestKinds = ['access', 'erasure', 'restriction', 'objection', 'correction', 'complaint'] as const
export type RequestKind = (typeof requestKinds)[number]

/** As officers speak of it. */
export const requestNames: Readonly<Record<RequestKind, string>> = {
  access: 'Access request',
  erasure: 'Request for erasure',
  restriction: 'Request to restrict',
  objection: 'Objection',
  correction: 'Request to correct',
  complaint: 'Complaint',
}

interface Asking {
  /** As the person chooses it. */
  readonly title: string
  /** What will happen. */
  readonly happens: string
  /** Above the field for their own words. */
  readonly label: string
  readonly hint: string
  /** Without words nobody knows what is asked. */
  readonly wordsNeeded: string | null
  readonly button: string
}

/** In the words of the person who asks. */
export const asking: Readonly<Record<RequestKind, Asking>> = {
  access: {
    title: 'Get a copy of what you hold about me',
    happens:
      'An officer puts together everything we hold about you, in words you can read and as a file. You find it here and get a letter when it is ready.',
    label: 'Is there something you look for most?',
    hint: 'You need not say. It helps us to look in the right place, for example in old letters.',
    wordsNeeded: null,
    button: 'Ask for my copy',
  },
  erasure: {
    title: 'Delete what you hold about me',
    happens:
      'One officer looks at what would go and what the law makes us keep, and a second one must agree. Then your name, your addresses and your notes go for good. If you are a member, you are none any more. This cannot be undone.',
    label: 'Do you want to say why?',
    hint: 'You need not.',
    wordsNeeded: null,
    button: 'Ask to be deleted',
  },
  restriction: {
    title: 'Keep what you hold about me, but do not use it',
    happens:
      'You may ask this while something is in dispute, for example whether it is right. Until it is settled nobody writes to you, and your name is on no list.',
    label: 'What should not be used, and why?',
    hint: 'For example: “My address is wrong, and I want it put right before anybody uses it.”',
    wordsNeeded: 'Tell us what should not be used, and why.',
    button: 'Ask not to use it',
  },
  objection: {
    title: 'Stop using what you hold about me for some things',
    happens:
      'What you tick stops at once, and stays stopped until you say yes to it again yourself. An officer reads what you write and answers.',
    label: 'Is there something else that should stop?',
    hint: 'You need not say why.',
    wordsNeeded: null,
    button: 'Say no to these',
  },
  correction: {
    title: 'Put something right',
    happens:
      'An officer corrects it, or tells you why they think it is right as it stands. You can change most things yourself on your page, at once.',
    label: 'What is wrong, and what should it say?',
    hint: 'For example: “I joined in 2019, not in 2021.”',
    wordsNeeded: 'Tell us what is wrong, and what it should say.',
    button: 'Ask to put it right',
  },
  complaint: {
    title: 'Complain about how we use your data',
    happens:
      'You get a letter at once that says it has come. An officer finds out what happened and tells you what we have done about it. You can also go to the Information Commissioner’s Office (ico.org.uk) at any time.',
    label: 'What happened?',
    hint: 'Say when, and what you would like us to do.',
    wordsNeeded: 'Tell us what happened.',
    button: 'Send my complaint',
  },
}

/** How it came. */
export const requestChannels = ['my_page', 'email', 'paper', 'telephone', 'meeting'] as const
export type RequestChannel = (typeof requestChannels)[number]
export const requestChannelNames: Readonly<Record<RequestChannel, string>> = {
  my_page: 'On their own page',
  email: 'By email',
  paper: 'On paper',
  telephone: 'By telephone',
  meeting: 'At a meeting, or in person',
}

export type RequestState = 'open' | 'done' | 'refused' | 'withdrawn'
export const outcomes = ['done', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
