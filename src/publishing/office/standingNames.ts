import type { Standing } from '../../writing/index.ts'

/** Whose view a text is, as officers choose it. */
export const standingNames: Readonly<Record<Standing, string>> = {
  agreed: 'Agreed policy of the group',
  members: 'View of some members',
  personal: 'One person’s view',
}
