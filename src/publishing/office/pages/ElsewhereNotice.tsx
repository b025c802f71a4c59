import { Notice } from '../../../ui/Notice.tsx'

/** Tells officers that visitors are led to another website; nothing when this is the group's website. */
export const ElsewhereNotice = ({ href }: { href: string | null }) =>
  href === null ? null : (
    <Notice>
      <p>
        <b>Your website is elsewhere.</b> The home page here leads to <a href={href}>{new URL(href).host}</a>. Posts and
        pages here are kept out of the menu and of search engines; whoever knows an address can read it.
      </p>
      <p>
        <a href="/office/settings#elsewhere">Make this your website</a>
      </p>
    </Notice>
  )
