import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GalleryPage } from './GalleryPage.tsx'
import { samplePages, stories } from './stories.ts'

const rendered = [
  ...stories.map((story) => [`${story.component}: ${story.state}`, String(story.render())] as const),
  ...samplePages.map((page) => [page.name, String(page.render())] as const),
  ['the gallery', String(<GalleryPage />)] as const,
]

test('every component has a story', () => {
  const files = readdirSync(new URL('..', import.meta.url)).filter(
    (name) => /^[A-Z]\w*\.tsx$/.test(name) && !name.includes('.test.'),
  )
  const shown = new Set([...stories.map((story) => story.component), ...samplePages.flatMap((page) => page.components)])

  expect(files.length).toBeGreaterThan(40)
  expect(files.map((name) => name.replace('.tsx', '')).filter((name) => !shown.has(name))).toEqual([])
})

/** Whoever exports a component shows it: in a story, on a sample page, or within another component that is shown. */
test('every component that a file exports is shown in the gallery', async () => {
  const folder = new URL('..', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  const sources = new Map(files.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]))
  const exported = files
    .filter((name) => !/\.(?:test|stories)\.tsx$|^gallery\//.test(name))
    .flatMap((name) =>
      [...sources.get(name)!.matchAll(/^export (?:const|function) ([A-Z]\w*)/gm)]
        .map(([, component]) => component!)
        .filter((component) => /[a-z]/.test(component)),
    )
  const used = (component: string) =>
    [...sources].some(([name, text]) => !name.includes('.test.') && new RegExp(`<${component}[\\s/>]`).test(text))

  expect(exported.length).toBeGreaterThan(70)
  expect(exported.filter((component) => !used(component))).toEqual([])
})

/** The table of the design page (DESIGN-SYSTEM, section 4). */
const DESIGNED =
  `Button Card CardHead Chip Meter Field ErrorSummary RadioCards DateField DataTable Filters SavedViews Pager BulkBar
  InlineEdit Toast Todo Kpi DateTile EventList Steps Board BarTable HexMap LineChart Spark Legend Doc Note EditorIsland
  Omni Imprint`.split(/\s+/)
/** Those that stand in another's file, as parts of it or of one kind with it. */
const WITHIN: Readonly<Record<string, string>> = { CardHead: 'Card', RadioCards: 'Choices' }

test('every component that the design names is there, with a story or on a page', () => {
  const shown = new Set([...stories.map((story) => story.component), ...samplePages.flatMap((page) => page.components)])

  expect(DESIGNED.filter((name) => !shown.has(WITHIN[name] ?? name) && !shown.has(name))).toEqual([])
})

test('every story names a component that is there', () => {
  const files = new Set(readdirSync(new URL('..', import.meta.url)))

  expect(stories.map((story) => `${story.component}.tsx`).filter((name) => !files.has(name))).toEqual([])
})

test.each(rendered)('no style attribute, no handler and no inline script in "%s"', (_, html) => {
  expect(html).not.toMatch(/\sstyle\s*=/i)
  expect(html).not.toMatch(/\s(?:hx-)?on[a-z:-]+\s*=/i)
  expect(html).not.toMatch(/javascript:/i)
  expect(
    html.match(/<script(?![^>]* src=)[^>]*>/g)?.filter((tag) => !tag.includes('application/ld+json')) ?? [],
  ).toEqual([])
  expect(html).not.toContain('[object')
  expect(html).not.toContain('undefined')
})

test('every class that a component writes has a rule', () => {
  const folder = new URL('../styles/', import.meta.url)
  const css = readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const ruled = new Set(css.match(/(?<=\.)[a-zA-Z][\w-]*/g))
  const written = rendered.flatMap(([, html]) =>
    [...html.matchAll(/\sclass="([^"]+)"/g)].flatMap(([, names]) => names?.split(' ') ?? []),
  )

  expect([...new Set(written)].filter((name) => !ruled.has(name))).toEqual([])
})

test.each(samplePages)('the page "$name" is one document with one main, one h1 and a skip link first', ({ render }) => {
  const html = String(render())

  expect(html.startsWith('<!doctype html><html lang="en-GB"><head><meta charset="utf-8"/>')).toBe(true)
  expect(html.match(/<main/g)).toHaveLength(1)
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(/<(?:a|button|input|summary)[ >][^>]*/.exec(html.slice(html.indexOf('<body')))?.[0]).toContain('class="skip"')
})

test.each(samplePages)('ids on the page "$name" are told apart, and every label leads to one', ({ render }) => {
  const html = String(render())
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  const pointed = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|form)="([^"]+)"/g)].flatMap(
    ([, list]) => list?.split(' ') ?? [],
  )

  expect(ids).toEqual([...new Set(ids)])
  expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
})
