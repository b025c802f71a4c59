import type { KnownGroup } from './platform/groups.ts'
import type { Web } from './platform/web.ts'
import { BackbenchPage } from './site/index.ts'
import type { Child } from './ui/jsx/child.ts'
import { PlainLayout } from './ui/PlainLayout.tsx'

const look = { name: 'Backbench' }

/**
 * Pages of the host's own, which name nobody: where no group answers to the name, and where the group that does is paused.
 * What runs here can be read at both, because their footers say where.
 */
export function answerWithoutGroup(c: Web, group: KnownGroup | undefined): Response | Promise<Response> {
  if (c.req.path === '/backbench' && c.req.method === 'GET')
    return c.html(<BackbenchPage look={look} sourceUrl={c.var.services.config.sourceUrl} />)
  return group ? answerPaused(c) : answerUnknown(c)
}

const answerUnknown = (c: Web): Response | Promise<Response> =>
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

/** Suspended, or about to go. RFC 9110 §15.6.4 asks for a hint when to come back. */
function answerPaused(c: Web): Response | Promise<Response> {
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
  <PlainLayout head={{ title: heading, noindex: true }} look={look}>
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
