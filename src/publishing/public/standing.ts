import type { Standing } from '../../writing/index.ts'

/** Whose word a text is, as readers are told. */
export const standingWords = (
  standing: Standing,
  group: string,
): { readonly label: string; readonly sentence: string } => {
  switch (standing) {
    case 'agreed':
      return { label: 'Agreed policy', sentence: `Agreed policy of ${group}: members have decided on it.` }
    case 'members':
      return {
        label: 'View of some members',
        sentence: `The view of a group of members. ${group} has not decided on it.`,
      }
    case 'personal':
      return { label: 'Personal view', sentence: `One person’s view. It does not bind ${group}.` }
  }
}
