/** The offices a group knows. Fixed in code: no custom roles, no per-user rights (ARCHITECTURE §4). */
export const roles = [
  'chair',
  'vice_chair',
  'secretary',
  'treasurer',
  'membership',
  'editor',
  'policy',
  'parliament',
  'coordinator',
] as const
export type Role = (typeof roles)[number]

export const roleNames: Readonly<Record<Role, string>> = {
  chair: 'Chair',
  vice_chair: 'Vice-chair',
  secretary: 'Secretary',
  treasurer: 'Treasurer',
  membership: 'Membership secretary',
  editor: 'Editor',
  policy: 'Policy lead',
  parliament: 'Parliament lead',
  coordinator: 'Coordinator',
}
