import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

/** What browsers give back, as JSON in a form's field (W3C Web Authentication, §5.1.8). Everything else in it is left out. */
const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/)
const common = { id: bytes.max(1400), rawId: bytes.max(1400), type: z.literal('public-key') }

const made = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{2,20}$/))
      .max(8)
      .catch([]),
  }),
})
const signed = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.nullish(),
  }),
})

const NO_ANSWER = 'Your browser sent no passkey. Passkeys need JavaScript and a device that knows them.'

/** A hidden field that the page's script fills in; without script it stays empty, and the form says so. */
const field = <T>(schema: z.ZodType<T>) =>
  z.string(NO_ANSWER).transform((text, context) => {
    const parsed = schema.safeParse(asJson(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: NO_ANSWER })
    return z.NEVER
  })

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const madePasskey = field(made).transform((answer): RegistrationResponseJSON => ({
  ...answer,
  clientExtensionResults: {},
}))
export const signedByPasskey = field(signed).transform(({ response: { userHandle, ...response }, ...answer }) => {
  const given: AuthenticationResponseJSON = {
    ...answer,
    response: { ...response, ...(userHandle && { userHandle }) },
    clientExtensionResults: {},
  }
  return given
})
