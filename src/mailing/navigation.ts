import type { NavigationItem } from '../platform/slice.ts'
import { maySeeReplies } from './mailbox/permissions.ts'
import { REPLIES } from './mailbox/replies.ts'
import { mayWrite } from './permissions.ts'

/** Letters in the officers' menu. */
export const navigation: readonly NavigationItem[] = [
  {
    section: 'People',
    label: 'Letters',
    href: '/office/letters',
    icon: 'mail',
    may: mayWrite,
    often: true,
    creates: [{ label: 'Letter', href: '/office/letters/new', icon: 'mail' }],
  },
  { section: 'People', label: 'Replies', href: REPLIES, icon: 'inbox', may: maySeeReplies },
]
