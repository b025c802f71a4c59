import { Refusal } from '../../platform/refusal.ts'
import type { Web } from '../../platform/web.ts'

/**
 * Lets on only whoever signed in with a second factor: called before pages with people's details or money, after the
 * permission is asked. A 403 Refusal that leads to where one is set up.
 */
export function strong(c: Web): void {
  if (c.var.session?.strong) return
  throw new Refusal(
    'This page needs a second way to show that it is you: a passkey or an authenticator app. Setting one up takes a minute.',
    403,
    { label: 'Set one up', href: '/my/security' },
  )
}
