/** Sends a form to a running program as a page of its own would, and follows no redirect. */
export const post = (url: string, form: Readonly<Record<string, string>>, cookie = ''): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { cookie, origin: new URL(url).origin },
    redirect: 'manual',
  })

/** What an answer gives to keep, as it is sent back with the next question. */
export const cookieOf = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

/** Signs in at the program at `home` by the link that “sign-in-link” has printed; gives the cookie. */
export async function signInBy(link: string, home: string): Promise<string> {
  const response = await post(home + new URL(link.trim()).pathname, {})
  if (response.status !== 303) throw new Error(`Signing in by the host’s link was answered with ${response.status}.`)
  return cookieOf(response)
}
