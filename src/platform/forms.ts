import type { Context } from 'hono'
import { parseBody } from 'hono/utils/body'
import type { z } from 'zod'
import { Refusal } from './refusal.ts'

export type Errors = Readonly<Record<string, string>>
/** Everything typed, by field; a field sent several times (tick boxes) is a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>
export type FormResult<T> =
  | { readonly ok: true; readonly values: T; readonly typed: Typed }
  | { readonly ok: false; readonly typed: Typed; readonly errors: Errors }

const FORM_LIMIT = 5 * 1024 * 1024

/** Reads a posted form. On failure gives back what was typed, so that the page can show it again with status 422. */
export async function readForm<T>(c: Context, schema: z.ZodType<T>): Promise<FormResult<T>> {
  const bytes = await bytesOf(c.req.raw, FORM_LIMIT)
  const { headers } = c.req.raw
  const body = await parseBody(new Request(c.req.url, { method: 'POST', headers, body: bytes }), { all: true }).catch(
    () => {
      throw new Refusal('This form arrived damaged. Go back and send it again.', 400)
    },
  )
  return checkForm(typedIn(body), schema)
}

/** The body of a request, read no further than the limit: what a header says of its length is not believed. */
async function bytesOf({ body }: Request, limit: number): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.byteLength
    if (length > limit) throw new Refusal(`This is more text than a form takes (${limit / 1024 / 1024} MB).`, 413)
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole.buffer
}

/** The same for what is already in hand: a query string, or a form that also carried a file. */
export function checkForm<T>(typed: Typed, schema: z.ZodType<T>): FormResult<T> {
  const result = schema.safeParse(typed)
  if (result.success) return { ok: true, values: result.data, typed }
  const errors: Record<string, string> = {}
  for (const { path, message } of result.error.issues) errors[path.join('.')] ??= message
  return { ok: false, typed, errors }
}

/** The text fields of a parsed body. Line ends become \n, and characters PostgreSQL cannot hold (NUL) are dropped. */
export function typedIn(body: Record<string, unknown>): Typed {
  const typed = new Map<string, string | readonly string[]>()
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') typed.set(name, clean(value))
    else if (Array.isArray(value)) typed.set(name, value.filter((entry) => typeof entry === 'string').map(clean))
  }
  return Object.fromEntries(typed) // makes a field called __proto__ an ordinary one
}

/** One typed value for showing again. */
export const typedText = (typed: Typed | undefined, name: string): string | undefined => {
  const value = typed?.[name]
  return typeof value === 'string' ? value : value?.[0]
}

const clean = (value: string) => value.replace(/\r\n?/g, '\n').replaceAll('\0', '')
