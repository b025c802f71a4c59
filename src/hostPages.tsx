import type { Web } from './platform/web.ts'
import type { Child } from './ui/jsx/child.ts'
import { PlainLayout } from './ui/PlainLayout.tsx'

/** No group asked for this name, or none that is here: a page of the host's own, which names nobody. */
export const answerUnknown = (c: Web): Response | Promise<Response> =>
  c.html(
    <HostPage c={c} heading="There is no website at this address">
      <p class="lede">
        The address may be mistyped, or the website may have moved. Check the part between “//” and the next “/”.
      </p>
      {c.var.services.config.trials && (
        <p>
          <a href="/try">Try it with a website of your own</a>
        </p>
      )}
    </HostPage>,
    404,
  )

/** The group is suspended or about to go (RFC 9110 §15.6.4 asks for a hint when to come back). Names nobody either. */
export function answerPaused(c: Web): Response | Promise<Response> {
  c.header('retry-after', '86400')
  c.header('cache-control', 'no-store')
  return c.html(
    <HostPage c={c} heading="This website is paused">
      <p class="lede">Nothing can be read or done here for now. Come back another day.</p>
    </HostPage>,
    503,
  )
}

const HostPage = ({ c, heading, children }: { c: Web; heading: string; children: Child }) => (
  <PlainLayout head={{ title: heading, noindex: true }} look={{ name: 'Backbench' }}>
    <div class="stack">
      <h1>{heading}</h1>
      {children}
      <Contact given={c.var.services.config.hostContact} />
    </div>
  </PlainLayout>
)

/** HOST_CONTACT: an email address, a page, or any words such as a telephone number. */
function Contact({ given }: { given: string | undefined }) {
  if (!given) return null
  const href = /^https?:\/\//.test(given) ? given : /^[^\s@]+@[^\s@]+$/.test(given) ? `mailto:${given}` : null
  return <p>Whoever runs this server can be reached here: {href ? <a href={href}>{given}</a> : given}</p>
}
