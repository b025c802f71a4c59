import type { Page } from 'playwright-core'

/** Follows the links of pages, each address once for each who walks: none may lead nowhere. */
export class Links {
  readonly #asked = new Set<string>()

  /** Where the open page leads that does not answer, and with what. */
  async trouble(page: Page, cookie: string): Promise<string[]> {
    const { origin, href: here } = new URL(page.url())
    const found = await page.evaluate(() => [...document.links].map((link) => link.href.replace(/#.*/, '')))
    const fresh = [...new Set(found)].filter(
      (href) => href !== here && href.startsWith(`${origin}/`) && !this.#asked.has(cookie + href),
    )
    const told: string[] = []
    for (const href of fresh) {
      this.#asked.add(cookie + href)
      const { status, body } = await fetch(href, { redirect: 'manual', headers: { cookie } })
      await body?.cancel()
      if (status >= 400) told.push(`leads to ${href.slice(origin.length)}, which answers ${status}`)
    }
    return told
  }
}
