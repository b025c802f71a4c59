/** What a record says when nothing of the person may be left in it but a name: of one that became another, and of one erased. */
export const emptied = {
  email: null,
  email_state: 'unconfirmed',
  email_trouble: null,
  email_trouble_at: null,
  phone: null,
  address: null,
  postcode: null,
  constituency: null,
  council: null,
  region: null,
  occupation: null,
  joined_on: null,
  renews_on: null,
} as const
