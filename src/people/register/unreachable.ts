/** Why somebody cannot be written to for a purpose, as `people.unreachable` says it; the first that is true stands. */
export const whyNots = ['restricted', 'left', 'said_no', 'no_yes', 'no_address', 'address_fails'] as const
export type WhyNot = (typeof whyNots)[number]
