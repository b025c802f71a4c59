import { Trusted, type TrustedHtml } from './Trusted.tsx'

/** A document as it is read. */
export const Prose = ({ html, lang }: { html: TrustedHtml; lang?: string | undefined }) => (
  <div class="prose" lang={lang}>
    <Trusted html={html} />
  </div>
)
