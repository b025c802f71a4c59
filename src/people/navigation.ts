import type { NavigationItem } from '../platform/slice.ts'
import { mayAppoint, mayKeepRegister, maySeeRegister } from './permissions.ts'
import { maySeeParts } from './parts/ownParts.ts'
import { HOME } from './register/asking.ts'

/** Entries of this slice in the officers' menu. */
export const navigation: readonly NavigationItem[] = [
  { section: 'People', label: 'Register', href: HOME, icon: 'users', may: maySeeRegister, often: true },
  { section: 'People', label: 'Partner bodies', href: `${HOME}/bodies`, icon: 'building-2', may: mayKeepRegister },
  { section: 'People', label: 'Numbers', href: `${HOME}/numbers`, icon: 'chart-column', may: maySeeRegister },
  { section: 'People', label: 'Groups', href: `${HOME}/groups`, icon: 'map-pin', may: maySeeParts },
  { section: 'People', label: 'Duplicates', href: `${HOME}/duplicates`, icon: 'scale', may: mayKeepRegister },
  { section: 'People', label: 'Requests', href: '/office/requests', icon: 'inbox', may: mayKeepRegister },
  { section: 'People', label: 'Officers', href: '/office/officers', icon: 'shield', may: mayAppoint },
]
