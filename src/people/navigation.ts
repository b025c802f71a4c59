import type { NavigationItem } from '../platform/slice.ts'
import { mayAppoint, mayKeepRegister } from './permissions.ts'

/** Entries of this slice in the officers' menu. */
export const navigation: readonly NavigationItem[] = [
  { section: 'People', label: 'Requests', href: '/office/requests', icon: 'inbox', may: mayKeepRegister },
  { section: 'People', label: 'Officers', href: '/office/officers', icon: 'users', may: mayAppoint },
  {
    section: 'People',
    label: 'Bring in people',
    href: '/office/register/import',
    icon: 'upload',
    may: mayKeepRegister,
  },
]
