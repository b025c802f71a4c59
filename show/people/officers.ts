/** The sample group's chair and secretary, by whom they sign in. */
export const CHAIR = 'nora.whitlock@example.org'
export const SECRETARY = 'ibrahim.saleh@example.org'
