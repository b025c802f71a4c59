import type { FindingKind } from '../wordpress/findings.ts'

interface KindWords {
  readonly name: string
  /** Why it matters, and what to do. */
  readonly why: string
}

/** In the order in which they are worth looking at: what can hurt somebody comes first. */
export const findingKinds: Readonly<Record<FindingKind, KindWords>> = {
  postal_address: {
    name: 'Postal addresses in public text',
    why: 'Anybody can read where this person lives, and they may never have agreed to that. Take it out unless it is an office.',
  },
  phone_number: {
    name: 'Telephone numbers in public text',
    why: 'A number on a website is called by strangers and gathered by machines. Take it out unless its owner wants it there.',
  },
  email_address: {
    name: 'Email addresses in public text',
    why: 'Addresses on a website draw unwanted mail, and a private one can lead to somebody’s door. A link to your contact page is safer.',
  },
  local_disk_link: {
    name: 'Links to somebody’s own computer',
    why: 'These lead to a file on the disk of whoever wrote the text. No reader can open them, and they may show a person’s name. Add the file here, or take the link out.',
  },
  broken_link: {
    name: 'Links to pages that did not come in',
    why: 'They lead to a place on your old website that is not here. Readers will find nothing there.',
  },
  placeholder_link: {
    name: 'Links that were never filled in',
    why: 'They lead nowhere, or to the example address the old program put there.',
  },
  picture_without_text: {
    name: 'Pictures without a description',
    why: 'People who cannot see the picture learn nothing of it. Say in a few words what it shows.',
  },
  empty_post: {
    name: 'Empty posts and pages',
    why: 'They have a title and no words. Write something, or withdraw them.',
  },
  duplicate_address: {
    name: 'Addresses that were already taken',
    why: 'Two pages wanted one address, so this one has a number at its end. Old links lead to the other page.',
  },
  wrong_encoding: {
    name: 'Letters that came out wrong',
    why: 'The old website stored them in another encoding, so that odd signs stand where letters should. Read these and mend them.',
  },
  kept_as_text: {
    name: 'Parts that are kept as plain text',
    why: 'A plugin or old mark-up made these, and a page here has no such part. The words are kept; see whether they still make sense.',
  },
}

export const kindNames = Object.keys(findingKinds) as readonly FindingKind[]

export const isFindingKind = (text: string | undefined): text is FindingKind =>
  text !== undefined && Object.hasOwn(findingKinds, text)
