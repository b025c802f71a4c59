import { Trusted, type TrustedHtml } from '../../../ui/Trusted.tsx'

interface Props {
  title: string
  lang: string
  group: string
  /** From this page's folder to the top of the export: '../' or ''. */
  up: string
  html: TrustedHtml
}

/** One page of an export: it opens from a folder by a double click and asks for nothing from anywhere. */
export const ReadablePage = ({ title, lang, group, up, html }: Props) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{`${title} – ${group}`}</title>
      <link rel="stylesheet" href={`${up}style.css`} />
    </head>
    <body>
      {up !== '' && (
        <nav aria-label="Export">
          <a href={`${up}index.html`}>Everything from {group}</a>
        </nav>
      )}
      <main>
        <Trusted html={html} />
      </main>
    </body>
  </html>
)
