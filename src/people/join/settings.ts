import { z } from 'zod'
import { setting } from '../../platform/settings.ts'
import { joinable } from './answers.ts'

export { joinable }

const joining = z.object({
  /** Whether the pages for joining take anybody in. */
  open: z.boolean(),
  kinds: z.array(z.enum(joinable)).min(1),
  /** What each kind means, in the group's own words. */
  words: z.object({ member: z.string().max(500), supporter: z.string().max(500) }),
})
export type Joining = z.infer<typeof joining>

/** Where people join by themselves. */
export const JOIN = '/join'

/** Whether people may join by themselves, as what, and what each means here. */
export const applicationsSetting = setting<Joining>('people.joining', joining, {
  open: true,
  kinds: [...joinable],
  words: {
    member:
      'You belong to the group: you get its notices, may come to its meetings, and have one vote like everybody else.',
    supporter:
      'You stand behind what we do and get what you ask for. You have no vote, and your name is never shown in public: right for people whose work does not let them belong to a political body.',
  },
})
