import { EditorIsland } from '../EditorIsland.tsx'
import type { Story } from './story.ts'

const words = (text: string) => ({ type: 'text', text })
const cell = (type: string, text: string) => ({ type, content: [{ type: 'paragraph', content: [words(text)] }] })
const row = (type: string, ...texts: readonly string[]) => ({
  type: 'table_row',
  content: texts.map((text) => cell(type, text)),
})

const paper = JSON.stringify({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [words('What is wrong')] },
    {
      type: 'paragraph',
      content: [
        words('The Care Act gives every adult the right to an assessment. It does not say how soon. '),
        { ...words('Some wait more than three months'), marks: [{ type: 'strong' }] },
        words(', and '),
        { ...words('the figures'), marks: [{ type: 'link', attrs: { href: 'https://example.org/figures' } }] },
        words(' say where.'),
      ],
    },
    {
      type: 'bullet_list',
      content: ['Councils are short of social workers.', 'Nobody counts the days.'].map((text) => ({
        type: 'list_item',
        content: [{ type: 'paragraph', content: [words(text)] }],
      })),
    },
    {
      type: 'table',
      content: [row('table_header', 'Year', 'Days', 'Councils'), row('table_cell', '2025', '74', '152')],
    },
  ],
})
const source = `## What is wrong

The Care Act gives every adult the right to an assessment. It does not say how soon. **Some wait more than three
months**, and [the figures](https://example.org/figures) say where.

- Councils are short of social workers.
- Nobody counts the days.

| Year | Days | Councils |
| --- | --- | --- |
| 2025 | 74 | 152 |
`

const pictures = [{ path: '/files/2026/11/march.jpg', alt: 'Members on the town hall’s steps', caption: '' }]

export const editorStories: readonly Story[] = [
  {
    component: 'EditorIsland',
    state: 'a post',
    render: () => (
      <EditorIsland
        name="post"
        label="Text of the post"
        hint="An empty line begins a new paragraph."
        value={source}
        document={paper}
        words={46}
        pictures={pictures}
      />
    ),
  },
  {
    component: 'EditorIsland',
    state: 'a paper over its limit, refused',
    render: () => (
      <EditorIsland
        name="paper"
        label="Text of the paper"
        value={source}
        document={paper}
        words={46}
        limit={40}
        error="Make the paper shorter before you send it to the vote: it may have 40 words"
      />
    ),
  },
  { component: 'EditorIsland', state: 'empty', render: () => <EditorIsland name="blank" label="Text" /> },
]
