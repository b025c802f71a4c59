import { Secret, TOTP } from 'otpauth'

/** What every authenticator app understands (RFC 6238; the apps ignore other wishes). */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** 160 random bits in base32, as RFC 4226 §4 recommends. */
export const newKey = (): string => new Secret({ size: 20 }).base32

/** For the QR code. The app shows the group and, small, who signs in there. */
export const uriOf = (key: string, { group, person }: { group: string; person: string }): string =>
  new TOTP({ ...FORM, secret: key, issuer: group, label: person }).toString()

/** 'ABCD EFGH …' for typing. */
export const inFours = (key: string): string => key.replace(/.{4}(?=.)/g, '$& ')

/** The 30-second step whose code this is: the present one, the one before or the one after. Null for none of them. */
export function stepOf(key: string, { code, at }: { code: string; at: Date }): number | null {
  const totp = new TOTP({ ...FORM, secret: key })
  const delta = totp.validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / FORM.period) + delta
}
