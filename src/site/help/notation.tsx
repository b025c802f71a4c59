interface Sign {
  readonly typed: string
  readonly gives: string
}

const signs: readonly Sign[] = [
  { typed: '## A heading', gives: 'A heading; ### is one level lower' },
  { typed: 'An empty line', gives: 'Begins a new paragraph' },
  { typed: '**strong** and *stressed*', gives: 'Strong and stressed words' },
  { typed: '[our report](https://example.org/report)', gives: 'A link: the words, then the address' },
  {
    typed: '- bread\n- milk',
    gives: 'A list; 1. and 2. make a numbered one; two spaces before the dash put it inside another',
  },
  { typed: '> Rivers belong to all.\n>\n> -- Nora Whitlock', gives: 'A quotation, and who said it' },
  {
    typed: '| Year | Spills |\n| --- | ---: |\n| 2025 | 41 |',
    gives: 'A table; a colon on the right sets figures right',
  },
  {
    typed: '![A lock gate in snow](/files/2026/01/lock.jpg "The lock in January")',
    gives: 'A picture on a line of its own: what it shows, its address, its caption',
  },
  {
    typed: '{gallery}\n![One](/files/2026/01/a.jpg)\n![Two](/files/2026/01/b.jpg)\n{/gallery}',
    gives: 'Pictures beside each other',
  },
  { typed: 'https://example.org/film', gives: 'Alone on its line: a link that stands out' },
  { typed: 'counted twice^[By two members on one day.]', gives: 'A footnote' },
  { typed: '~~withdrawn~~', gives: 'Struck words' },
  { typed: '---', gives: 'A line across' },
  { typed: '----more----', gives: 'Lists show the text up to here' },
  { typed: '{lang=cy}', gives: 'The next paragraph is in Welsh' },
]

/** The small Markdown of the plain editor, each sign with what it gives. */
export const Notation = () => (
  <>
    <p>Texts are written in plain words with a few signs. Type them as they stand in the left column.</p>
    <div class="table-scroll" role="region" aria-label="Signs for writing" tabindex={0}>
      <table class="table cards">
        <caption class="unseen">Signs for writing</caption>
        <thead>
          <tr>
            <th scope="col">You type</th>
            <th scope="col">It gives</th>
          </tr>
        </thead>
        <tbody>
          {signs.map(({ typed, gives }) => (
            <tr>
              <th scope="row">
                <code class="typed">{typed}</code>
              </th>
              <td data-l="It gives">{gives}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)
