import { type Pointer, signed, verified } from './signedTokens.ts'

export type LinkPurpose = 'unsubscribe' | 'preferences' | 'answers' | 'still-right'
const by = (secret: string, purpose: LinkPurpose) => ({ secret, purpose, kept: 16 }) as const

/** Links that a reader opens without signing in. Each is good for its purpose and its letter only. */
export const linkToken = (purpose: LinkPurpose, pointer: Pointer, secret: string): string =>
  signed(pointer, by(secret, purpose)).toString('base64url')

/** Whose letter a link came with; null when it is not ours, or another group's. */
export function openLink(
  purpose: LinkPurpose,
  token: string,
  { secret, groupId }: { readonly secret: string; readonly groupId: number },
): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.toString('base64url') !== token) return null // one writing of a token only
  const pointer = verified(bytes, by(secret, purpose))
  return pointer?.groupId === groupId ? pointer.deliveryId : null
}

/** Where the pages of these links stand. */
export const addressOf = (home: string, purpose: LinkPurpose, token: string): string =>
  `${home}/letters/${purpose}/${token}`
