/**
 * What a list can say about a person: the one table from which the guess, the form that matches columns and the help are
 * made. Words are those of headings as people write them, in small letters and without marks (`headingWords`); the first
 * field with the longest word found has the heading.
 */
export const fields = {
  email: {
    label: 'Email address',
    words:
      'email; e mail; email address; e mail address; mail address; electronic mail; primary email; personal email; contact email',
  },
  name: {
    label: 'Whole name',
    words: 'name; full name; fullname; member name; display name; contact name; member; supporter name; who',
  },
  title: { label: 'Title', words: 'title; salutation; honorific; prefix; mr mrs' },
  first_name: {
    label: 'First name',
    words:
      'first; first name; firstname; forename; forenames; given name; given names; christian name; fname; known as',
  },
  last_name: { label: 'Last name', words: 'last; last name; lastname; surname; family name; second name; lname' },
  postcode: { label: 'Postcode', words: 'postcode; post code; postal code; zip; zip code; pcode; p code; pc' },
  address: {
    label: 'Address line',
    many: true,
    words:
      'address; addr; address line; street; street address; house; postal address; home address; mailing address; town; city; village; post town; county; locality; address 1; address 2; address 3; address line 1; address line 2; address line 3',
  },
  phone: {
    label: 'Phone',
    many: true,
    words:
      'phone; tel; tel no; telephone; telephone number; phone number; contact phone number; mobile; mobile phone; mobile number; cell; landline; home phone; mob; contact number',
  },
  kind: {
    label: 'Kind of person',
    words:
      'kind; type; category; status; membership; membership type; type of membership; member type; membership status; membership category; grade; class; kind of person; contact type',
  },
  joined_on: {
    label: 'Joined on',
    words:
      'joined; joined on; date joined; join date; member since; joining date; start date; membership start; since; date of joining; signed up',
  },
  left_on: {
    label: 'Left on',
    words: 'left; left on; date left; leaving date; resigned; lapsed on; ended; end date; date resigned; date lapsed',
  },
  renews_on: {
    label: 'Renews on',
    words:
      'renews; renews on; renewal; renewal date; expires; expiry; expiry date; valid until; paid until; due date; membership expires; next renewal',
  },
  occupation: { label: 'Occupation', words: 'occupation; job; job title; profession; position; work; role; post held' },
  interests: {
    label: 'Interests',
    many: true,
    words: 'interests; interest; topics; interested in; areas of interest; specialism; skills and interests',
  },
  offers: {
    label: 'Offers of help',
    many: true,
    words: 'offers; offer; can help with; help offered; volunteering; willing to; skills; would like to help',
  },
  local_group: { label: 'Local group', words: 'local group; branch; region; area; chapter; local branch; area group' },
  council: {
    label: 'Council',
    words: 'council; local authority; authority; la; district council; county council; borough',
  },
  constituency: {
    label: 'Constituency',
    words: 'constituency; parliamentary constituency; seat; clp; westminster constituency',
  },
  employer: {
    label: 'Employer',
    words: 'employer; organisation; organization; company; workplace; place of work; works for; employed by',
  },
  union: { label: 'Union', words: 'union; trade union; union membership; professional body' },
  newsletter: {
    label: 'Says yes to the newsletter',
    words:
      'consent; newsletter; consent to email; email consent; ok to email; may email; opt in; opted in; subscribed; subscribe; mailing list; email opt in; gdpr; gdpr consent; contact by email; happy to be emailed; marketing consent; permission to email; newsletter consent; consent to newsletter',
  },
  newsletter_on: {
    label: 'Said yes on',
    words:
      'consent date; date of consent; consented on; consent given on; opt in date; date opted in; opted in on; optin time; confirm time; gdpr date',
  },
  newsletter_evidence: {
    label: 'How they said yes',
    words:
      'consent evidence; consent source; how consent was given; evidence of consent; proof of consent; consent by; consent method; opt in source; source of consent; consent wording; optin ip',
  },
  their_id: {
    label: 'Their number',
    words:
      'id; no; number; ref; reference; membership no; membership number; member no; member number; member id; membership id; contact id; record id',
  },
  notes: {
    label: 'Notes',
    many: true,
    words: 'notes; note; comments; comment; remarks; remark; other; further information; memo',
  },
} as const satisfies Readonly<Record<string, FieldDescription>>

interface FieldDescription {
  /** As the form shows it. */
  readonly label: string
  /** Parted by '; '. */
  readonly words: string
  /** Several columns of a list may say it; they are read together. */
  readonly many?: true
}

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields) as readonly Field[]
export const isField = (name: string): name is Field => Object.hasOwn(fields, name)
export const mayHaveMany = (field: Field): boolean => 'many' in fields[field]
