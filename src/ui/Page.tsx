import { asset } from './assets.ts'
import type { WithChildren } from './jsx/child.ts'
import type { Mark } from './Mark.tsx'
import { Trusted, trustHtml } from './Trusted.tsx'

/** What a page says about itself in its head. */
export interface PageHead {
  title: string
  description?: string | undefined
  /** The whole address, with the host. */
  canonical?: string | undefined
  /** Keeps the page out of search engines. */
  noindex?: boolean | undefined
  /** BCP 47, British English when left out */
  lang?: string | undefined
  openGraph?: OpenGraph | undefined
  feeds?: readonly Feed[] | undefined
  /** A schema.org description, written as data. */
  jsonLd?: object | undefined
  /** Seconds after which the browser asks again, for pages that show progress. */
  refreshEvery?: number | undefined
  /** A refused form: the title begins with "Error:". */
  refused?: boolean | undefined
  /** Addresses of further scripts, for a page with a custom element. */
  scripts?: readonly string[] | undefined
  /** Addresses of further stylesheets, for what few pages show. */
  stylesheets?: readonly string[] | undefined
}

/** See ogp.me. Addresses are whole ones. */
export interface OpenGraph {
  type: 'website' | 'article'
  image?: { href: string; alt: string; width?: number; height?: number } | undefined
  publishedAt?: Date | undefined
  modifiedAt?: Date | undefined
  author?: string | undefined
}

export interface Feed {
  href: string
  title: string
  type: 'application/atom+xml' | 'application/feed+json'
}

/** The group as the frame of every page shows it. */
export interface Look {
  name: string
  mark?: Mark | undefined
  /** `/theme/<hash>.css`, for a group with a colour of its own. */
  themeHref?: string | undefined
  /** Address of the group's mark as a picture for the browser's tab. */
  iconHref?: string | undefined
  /** Stays in sight at the foot of every page. */
  reminder?: { words: string; link: { label: string; href: string } } | undefined
}
interface PageProps {
  head: PageHead
  look: Look
  /** Public pages are set larger; only the officers' pages carry a script. */
  area: 'public' | 'officers'
}

/** The whole HTML document. Layouts use it; pages use layouts. */
export function Page({ head, look, area, children }: WithChildren<PageProps>) {
  return (
    <>
      <Trusted html={doctype} />
      <html lang={head.lang ?? 'en-GB'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{titleOf(head, look)}</title>
          {head.refreshEvery && <meta http-equiv="refresh" content={String(head.refreshEvery)} />}
          <link
            rel="preload"
            href={asset('fonts/public-sans-latin.woff2')}
            as="font"
            type="font/woff2"
            crossorigin=""
          />
          <link
            rel="preload"
            href={asset('fonts/source-serif-latin.woff2')}
            as="font"
            type="font/woff2"
            crossorigin=""
          />
          <link rel="stylesheet" href={asset('app.css')} />
          {head.stylesheets?.map((href) => (
            <link rel="stylesheet" href={href} />
          ))}
          {look.themeHref && <link rel="stylesheet" href={look.themeHref} />}
          {look.iconHref && <link rel="icon" href={look.iconHref} type="image/svg+xml" />}
          <Description head={head} look={look} />
          {head.feeds?.map((feed) => (
            <link rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
          ))}
          {head.jsonLd && (
            <script type="application/ld+json">
              <Trusted html={jsonData(head.jsonLd)} />
            </script>
          )}
          {area === 'officers' && <script src={asset('office.js')} defer />}
          {head.scripts?.map((src) => (
            <script src={src} defer />
          ))}
        </head>
        <body class={area === 'public' ? 'public' : undefined}>
          {children}
          {look.reminder && (
            <aside class="reminder" aria-label="Please note">
              {look.reminder.words} <a href={look.reminder.link.href}>{look.reminder.link.label}</a>
            </aside>
          )}
        </body>
      </html>
    </>
  )
}

function Description({ head, look }: { head: PageHead; look: Look }) {
  const graph = head.openGraph
  return (
    <>
      {head.description && <meta name="description" content={head.description} />}
      {head.noindex && <meta name="robots" content="noindex" />}
      {head.canonical && <link rel="canonical" href={head.canonical} />}
      {graph && (
        <>
          <meta property="og:type" content={graph.type} />
          <meta property="og:title" content={head.title} />
          <meta property="og:site_name" content={look.name} />
          <meta property="og:locale" content={(head.lang ?? 'en-GB').replace('-', '_')} />
          {head.canonical && <meta property="og:url" content={head.canonical} />}
          {head.description && <meta property="og:description" content={head.description} />}
          <GraphDetails graph={graph} />
        </>
      )}
    </>
  )
}

const GraphDetails = ({ graph }: { graph: OpenGraph }) => (
  <>
    {graph.image && <meta property="og:image" content={graph.image.href} />}
    {graph.image && <meta property="og:image:alt" content={graph.image.alt} />}
    {graph.image?.width && <meta property="og:image:width" content={String(graph.image.width)} />}
    {graph.image?.height && <meta property="og:image:height" content={String(graph.image.height)} />}
    {graph.publishedAt && <meta property="article:published_time" content={graph.publishedAt.toISOString()} />}
    {graph.modifiedAt && <meta property="article:modified_time" content={graph.modifiedAt.toISOString()} />}
    {graph.author && <meta property="article:author" content={graph.author} />}
    <meta name="twitter:card" content={graph.image ? 'summary_large_image' : 'summary'} />
  </>
)

const doctype = trustHtml('<!doctype html>')

const titleOf = (head: PageHead, look: Look) =>
  `${head.refused ? 'Error: ' : ''}${head.title === look.name ? head.title : `${head.title} – ${look.name}`}`

/** JSON inside a script element: only `<` could end it early (HTML Living Standard §4.12.1.3). */
const jsonData = (value: object) => trustHtml(JSON.stringify(value).replaceAll('<', '\\u003c'))
