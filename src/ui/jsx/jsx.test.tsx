import { expect, test } from 'vitest'

test('a page is written with real tags, ARIA, SVG, htmx, data and popovers', () => {
  const page = (
    <main id="main" data-page="today" lang="cy">
      <button type="button" popovertarget="more" aria-expanded={false}>
        More
      </button>
      <div id="more" popover="auto" aria-label="More" />
      <form
        method="get"
        action="/office"
        hx-get="/office"
        hx-target="main"
        hx-select="main"
        hx-swap="outerMorph"
        hx-push-url="true"
        hx-trigger="input delay:300ms, change, submit"
        hx-indicator="#busy"
        hx-disable="find button"
      >
        <input name="q" autocomplete="off" hx-vals='{"a":1}' />
      </form>
      <svg viewBox="0 0 4 4" aria-hidden="true" focusable="false">
        <title>Square</title>
        <rect width="4" height={4} rx="1" stroke-width="1.5" vector-effect="non-scaling-stroke" />
        <linearGradient id="g" gradientUnits="userSpaceOnUse">
          <stop offset="0" stop-color="red" />
        </linearGradient>
      </svg>
      <bb-chart for="figures" data-series="wait" />
    </main>
  )

  expect(String(page)).toContain('hx-swap="outerMorph"')
  expect(String(page)).toContain('<linearGradient id="g" gradientUnits="userSpaceOnUse">')
  expect(String(page)).toContain('aria-expanded="false"')
})

test('what must not be written does not compile', () => {
  const refused = [
    // @ts-expect-error no style attribute: the content policy forbids it
    () => <p style="color:red">Red</p>,
    // @ts-expect-error no style attribute on a drawing either
    () => <svg style="width:1px" />,
    // @ts-expect-error no event handler in the page
    () => <button onclick="alert(1)">Press</button>,
    // @ts-expect-error nor in the spelling of other libraries
    () => <button onClick={() => undefined}>Press</button>,
    // @ts-expect-error no inline script by way of htmx
    () => <button hx-on:click="alert(1)">Press</button>,
    // @ts-expect-error no script in htmx values
    () => <button hx-vals="js:{a:1}">Press</button>,
    // @ts-expect-error no raw HTML
    () => <p dangerouslySetInnerHTML={{ __html: '<b>' }} />,
    // @ts-expect-error no tag that HTML has not
    () => <paragraph>Hello</paragraph>,
    // @ts-expect-error no frame
    () => <iframe src="/" />,
    // @ts-expect-error no style element
    () => <style>{'p{color:red}'}</style>,
    // @ts-expect-error no attribute that the tag has not
    () => <p href="/">Hello</p>,
    // @ts-expect-error no attribute of another library
    () => <p className="meta">Hello</p>,
    // @ts-expect-error a picture says what it shows
    () => <img src="/a.png" />,
    // @ts-expect-error a role that does not exist
    () => <p role="button-like">Hello</p>,
    // @ts-expect-error a positive tab index breaks the order of the page
    () => <p tabindex={3}>Hello</p>,
    // @ts-expect-error components return at once
    () => <Slow />,
    // @ts-expect-error a promise is not a child
    () => <p>{Promise.resolve('late')}</p>,
    // @ts-expect-error an object is not a child
    () => <p>{{ a: 1 }}</p>,
  ]

  expect(refused).toHaveLength(18)
})

test('what people typed is escaped, in text and in attributes', () => {
  const typed = '"><script>alert(1)</script>'

  expect(String(<p title={typed}>{typed}</p>)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  )
})

test('what belongs in the head stays where it was written', () => {
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>Home</title>
        <link rel="canonical" href="/" />
        <meta name="description" content="The group" />
      </head>
      <body />
    </html>
  )

  expect(String(page)).toBe(
    '<html lang="en-GB"><head><meta charset="utf-8"/><title>Home</title><link rel="canonical" href="/"/><meta name="description" content="The group"/></head><body></body></html>',
  )
})

async function Slow() {
  return <p>Late</p>
}
