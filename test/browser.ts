import { createApp } from '../src/app.tsx'
import type { KnownGroup } from '../src/platform/groups.ts'
import { sessions, SESSION_COOKIE } from '../src/people/index.ts'
import { makeSetUp, type SetUp } from '../src/site/index.ts'
import type { TestInstallation } from './installation.ts'

type Fields = Readonly<Record<string, string | readonly string[] | File>>

/** A person at the keyboard: asks for pages and posts forms, through the whole program but the socket. Keeps cookies. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>
  /** The page a change leads to. */
  follow(response: Response): Promise<Response>
  readonly cookies: Map<string, string>
}

export const visitorOf = (installation: TestInstallation, group: Pick<KnownGroup, 'slug'>): Browser =>
  browserAt(installation, `${group.slug}.localhost`)

/** Signed in as a person, by a session of their own; `strongly`: a second factor was shown in it. */
export async function signedInAs(
  installation: TestInstallation,
  group: KnownGroup,
  person: { readonly id: string; readonly strongly?: boolean },
): Promise<Browser> {
  const browser = visitorOf(installation, group)
  const secondFactor = person.strongly ? 'passkey' : null
  const token = await installation
    .context(group)
    .act((act) => sessions.start(act, { personId: person.id, secondFactor }))
  browser.cookies.set(SESSION_COOKIE, token)
  return browser
}

/** `setUp`: the one-time way in, for tests that walk it. */
export function browserAt(installation: TestInstallation, host: string, setUp?: SetUp): Browser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const { services } = installation
    const app = createApp({ services, setUp: setUp ?? makeSetUp(services) })
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', host)
    if (cookies.size) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(`http://${host}${path}`, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
    return response
  }
  const browser: Browser = {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      ask(path, { method: 'POST', body: bodyOf(fields), headers: { 'sec-fetch-site': 'same-origin', ...headers } }),
    follow: (response) => browser.get(response.headers.get('location') ?? '/'),
  }
  return browser
}

function bodyOf(fields: Fields): URLSearchParams | FormData {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one as string | File] as const),
  )
  const body = pairs.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const [name, value] of pairs) body.append(name, value as string)
  return body
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split('; ')
  const at = pair.indexOf('=')
  if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}
