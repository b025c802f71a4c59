import { randomUUID } from 'node:crypto'
import type { Refusal } from './platform/refusal.ts'
import type { Web } from './platform/web.ts'
import { Button, ButtonLink } from './ui/Button.tsx'
import { Field } from './ui/Field.tsx'
import { PlainLayout } from './ui/PlainLayout.tsx'

const HEADINGS: Readonly<Record<number, string>> = {
  403: 'You may not do this',
  404: 'Page not found',
  410: 'This is no longer here',
  413: 'This is too large',
  429: 'Too many tries',
}

/** A rule said no: its own words, its own status, the same page whoever asked. 404 and 410 offer a search. */
export function answerRefusal(c: Web, { status, message, next }: Refusal): Response | Promise<Response> {
  const heading = HEADINGS[status] ?? 'This did not work'
  const searchable = (status === 404 || status === 410) && c.var.group !== undefined
  return c.html(<TroublePage c={c} heading={heading} sentence={message} search={searchable} next={next} />, status)
}

/** Something broke. The person gets a reference and keeps what they typed by going back; the log gets the rest. */
export function answerFault(c: Web, error: Error): Response | Promise<Response> {
  const reference = randomUUID().slice(0, 8)
  c.var.services?.log.fault(`${reference} ${c.req.method}`, error)
  const sentence = `Something went wrong on our side, and nothing was saved. Go back and try again. If it happens again, tell your host this reference: ${reference}.`
  return c.html(<TroublePage c={c} heading="Something went wrong" sentence={sentence} />, 500)
}

/** Where no group is known there is no stylesheet of a group's colour either. */
const nobodysLook = { name: 'Backbench' }

const TroublePage = ({
  c,
  heading,
  sentence,
  search = false,
  next = null,
}: {
  c: Web
  heading: string
  sentence: string
  search?: boolean
  next?: Refusal['next']
}) => (
  <PlainLayout head={{ title: heading, noindex: true }} look={c.var.look ?? nobodysLook}>
    <h1>{heading}</h1>
    <p class="lede">{sentence}</p>
    {next && <ButtonLink href={next.href}>{next.label}</ButtonLink>}
    {search && (
      <form action="/search" role="search" class="stack">
        <Field name="q" label="Search this website" type="search" />
        <Button>Search</Button>
      </form>
    )}
    {c.var.group && (
      <p>
        <a href="/">Go to the home page</a>
      </p>
    )}
  </PlainLayout>
)
