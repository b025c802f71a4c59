import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fromHtml } from './fromHtml.ts'
import { fromMarkdown, toMarkdown } from './markdown.ts'
import { schema } from './schema.ts'
import { toHtml } from './toHtml.ts'

const data = fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const exported = existsSync(data) ? globSync(['site/*.xml', 'wordpress-wxr/**/*.xml'], { cwd: data }) : []

/** Exports of WordPress that lie beside the project on some machines. The rules are proved by texts of our own. */
test(`every text of the ${exported.length} exports beside the project becomes a document that Markdown keeps`, () => {
  for (const file of exported) {
    const xml = readFileSync(`${data}/${file}`, 'utf8')
    for (const [, body = ''] of xml.matchAll(/<content:encoded><!\[CDATA\[(.*?)\]\]><\/content:encoded>/gs)) {
      const { doc } = fromHtml(body, { paragraphs: 'wordpress' })

      expect(() => schema.nodeFromJSON(doc).check(), file).not.toThrow()
      expect(JSON.stringify(fromMarkdown(toMarkdown(doc))), file).toBe(JSON.stringify(doc))
      expect(toHtml(doc), file).not.toMatch(/<(?:script|style|iframe|object|form)\b/i)
    }
  }
}, 300_000)
